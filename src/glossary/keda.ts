/** Terms of KEDA: what scales to zero and back, beside the HPA. */
import type { TermGroup } from './types.ts';

export const KEDA = {
  title: 'KEDA and zero',
  terms: {
    scaledObject: {
      name: 'ScaledObject',
      text: 'What KEDA is told: which workload, by which triggers, between which counts. KEDA makes an HPA of it for everything above zero, and takes the step between zero and one itself.',
      also: ['keda', 'keda.sh'],
      docs: 'scaledObject',
    },
    trigger: {
      name: 'Trigger',
      text: 'One source of events in a ScaledObject: lag of a Kafka topic, a queue, a query, a schedule. Each becomes a metric of the HPA with a target, and has an activation value of its own.',
      also: ['scaler', 'kafka', 'rabbitmq', 'cron', 'lag'],
      docs: 'scalers',
    },
    twoClocks: {
      name: 'Two clocks',
      text: 'KEDA polls its triggers every pollingInterval and decides between zero and one. The HPA syncs every 15 s and decides from one to maxReplicaCount.',
      also: ['keda and hpa', 'operator'],
      docs: 'kedaConcepts',
    },
    activation: {
      name: 'Activation',
      text: 'A trigger is active while its value is greater than its activation value, 0 unless written. One active trigger takes the workload from zero to one; above that its target counts, not the activation.',
      also: ['activationLagThreshold', 'activationThreshold', 'active'],
      docs: 'scaledObject',
    },
    pollingInterval: {
      name: 'pollingInterval',
      text: 'How often KEDA looks at the triggers to decide between zero and one, 30 s unless written. The HPA asks for the same values at its own syncs.',
      also: ['poll', 'interval'],
      docs: 'scaledObject',
    },
    cooldownPeriod: {
      name: 'cooldownPeriod',
      text: 'How long all triggers must have been inactive before KEDA takes the last step to zero, 300 s unless written. It governs that step alone: from many to one it is the HPA’s stabilization window.',
      also: ['lastActiveTime', 'scale to zero'],
      docs: 'scaledObject',
    },
    initialCooldownPeriod: {
      name: 'initialCooldownPeriod',
      text: 'How long a new ScaledObject is left alone before its first step to zero, counted from its creation. It is 0 unless written.',
      docs: 'scaledObject',
    },
    minReplicaCount: {
      name: 'minReplicaCount',
      text: 'The fewest replicas, 0 unless written. With 0 KEDA takes the workload to zero and gives the HPA a minimum of 1; above that KEDA has nothing left to decide.',
      docs: 'scaledObject',
    },
    maxReplicaCount: {
      name: 'maxReplicaCount',
      text: 'The most replicas, 100 unless written. It becomes the maxReplicas of the HPA.',
      docs: 'scaledObject',
    },
    idleReplicaCount: {
      name: 'idleReplicaCount',
      text: 'How many replicas stay while no trigger is active, fewer than minReplicaCount. Once a trigger is active, KEDA goes to minReplicaCount at once.',
      also: ['idle'],
      docs: 'scaledObject',
    },
    kedaFallback: {
      name: 'Fallback',
      text: 'What KEDA serves to the HPA in place of a metric that failed more often in a row than failureThreshold: as much as asks for fallback.replicas.',
      also: ['failureThreshold'],
      docs: 'scaledObject',
    },
    generatedHpa: {
      name: 'Generated HPA',
      text: 'The HorizontalPodAutoscaler that KEDA makes of a ScaledObject, keda-hpa- and its name. KEDA reverts what is changed in it; change the ScaledObject instead.',
      also: ['keda-hpa'],
      docs: 'scaledObject',
    },
    coldStart: {
      name: 'Cold start',
      text: 'What comes in while there is no pod waits or is lost: for the next poll of KEDA, then for a pod to be scheduled, pulled, started and ready.',
      also: ['first response', 'zero'],
      docs: 'kedaConcepts',
    },
  },
} as const satisfies TermGroup;
