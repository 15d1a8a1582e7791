/** Who else changes a workload's size: what each writes, what it looks at, and where two of them meet. Data alone. */

export interface Neighbour {
  readonly id: 'hpa' | 'vpa' | 'keda' | 'nodes';
  readonly name: string;
  /** in the order of `QUESTIONS` */
  readonly answers: readonly string[];
  /** id of the scenario in `examples/neighbours` in which it fights with the HPA, or somebody with it */
  readonly conflict: string;
}

export const QUESTIONS: readonly string[] = ['Changes', 'Looks at', 'How often', 'To zero', 'Beside the HPA'];

/**
 * @upstream pkg/controller/podautoscaler (HPA), kubernetes/autoscaler vertical-pod-autoscaler and cluster-autoscaler
 *   (their flags' defaults), kedacore/keda pkg/scaling and controllers/keda
 */
export const NEIGHBOURS: readonly Neighbour[] = [
  {
    id: 'hpa',
    name: 'HPA',
    answers: [
      'How many pods: replicas of a Deployment, StatefulSet or anything with a scale subresource.',
      'Metrics of pods and containers against their requests, and custom and external metrics.',
      'Every 15 s, with a look back of 5 min before it removes pods.',
      'With minReplicas 0, a feature gate, and a metric that does not come from the pods.',
      'Whoever else writes replicas fights with it: another HPA, kubectl scale, a file that is applied again.',
    ],
    conflict: 'hpa-and-people',
  },
  {
    id: 'vpa',
    name: 'VPA',
    answers: [
      'How large each pod is: requests, and limits in proportion. Never how many.',
      'What containers have used over days, in a histogram that fades.',
      'Recommends every minute; evicts or resizes pods when they are far off.',
      'No.',
      'Utilization is use divided by requests: a VPA on CPU or memory moves what an HPA on the same resource divides by. Let one of them have it.',
    ],
    conflict: 'hpa-and-vpa',
  },
  {
    id: 'keda',
    name: 'KEDA',
    answers: [
      'How many pods, by an HPA that it makes and keeps; itself only the step between 0 and 1.',
      'Queues, streams, schedules, queries: its triggers, which the HPA sees as external metrics.',
      'Asks every 30 s whether there is work; takes the last pod away 5 min after the last sign of it.',
      'Yes: that is its part.',
      'It brings an HPA of its own. A second one on the same pods stops both.',
    ],
    conflict: 'hpa-and-keda',
  },
  {
    id: 'nodes',
    name: 'Node autoscaler',
    answers: [
      'How many nodes there are, and of which size: Cluster Autoscaler, Karpenter.',
      'Pods that are Pending for want of room, and nodes that are hardly used: by requests, never by use.',
      'Within seconds of a Pending pod; a node takes minutes, and goes 10 min after it was last needed.',
      'Of a group of nodes, where the cloud allows it.',
      'It follows the HPA with a delay: until the node is there the new pods wait, and the HPA counts them as idle.',
    ],
    conflict: 'hpa-and-nodes',
  },
];
