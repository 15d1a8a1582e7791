/** The settings of the room that there is for pods. */
import {
  SCENARIO_LIMITS as LIMITS,
  type NodeAutoscalerSettings,
  type NodeSettings,
  type QuotaSettings,
  type Scenario,
} from '../core/index.ts';
import type { ClusterFieldGroup, FieldTexts, NumberSetting } from './clusterFieldTypes.ts';

/** What is there when nodes are switched on. */
const FIRST_NODES: NodeSettings = { count: 3, cpuMilli: 2000, memoryMi: 8192, maxPods: 110 };
const FIRST_AUTOSCALER: NodeAutoscalerSettings = { maxNodes: 10, delaySeconds: 120, scaleDownSeconds: 600 };

function hasNodes({ cluster }: Scenario): boolean {
  return cluster.nodes !== undefined;
}

function hasAutoscaler({ cluster }: Scenario): boolean {
  return cluster.nodes?.autoscaler !== undefined;
}

function node(key: 'count' | 'cpuMilli' | 'memoryMi' | 'maxPods', texts: FieldTexts): NumberSetting {
  return {
    ...texts,
    when: hasNodes,
    read: ({ cluster }) => cluster.nodes?.[key],
    write: ({ changeCluster }, value) =>
      value !== undefined &&
      changeCluster((cluster) => ({ ...cluster, nodes: { ...FIRST_NODES, ...cluster.nodes, [key]: value } })),
  };
}

function autoscaler(key: keyof NodeAutoscalerSettings, texts: FieldTexts): NumberSetting {
  return {
    ...texts,
    when: hasAutoscaler,
    read: ({ cluster }) => cluster.nodes?.autoscaler?.[key],
    write: ({ changeCluster }, value) =>
      value !== undefined &&
      changeCluster((cluster) => {
        const nodes = cluster.nodes ?? FIRST_NODES;
        return {
          ...cluster,
          nodes: { ...nodes, autoscaler: { ...FIRST_AUTOSCALER, ...nodes.autoscaler, [key]: value } },
        };
      }),
  };
}

export const NODES: ClusterFieldGroup = {
  title: 'Nodes',
  term: 'nodes',
  about: 'Room for pods by their requests. Pods that find none stay Pending.',
  fields: [
    {
      kind: 'switch',
      label: 'Bounded room',
      help: 'Switched off, every pod finds a node at once.',
      read: hasNodes,
      write: ({ changeCluster }, on) =>
        changeCluster(({ nodes: _, ...others }) => (on ? { ...others, nodes: FIRST_NODES } : others)),
    },
    node('count', { label: 'Nodes', unit: 'nodes', help: 'Nodes at the start.', min: 0, max: LIMITS.nodes }),
    node('cpuMilli', {
      label: 'CPU of a node',
      unit: 'm (milli-cores)',
      help: 'Allocatable: what pods can request on it.',
      min: 0,
      max: LIMITS.cpuMilli,
    }),
    node('memoryMi', {
      label: 'Memory of a node',
      unit: 'Mi',
      help: 'Allocatable: what pods can request on it.',
      min: 0,
      max: LIMITS.nodeMemoryMi,
    }),
    node('maxPods', {
      label: 'Pods on a node',
      unit: 'pods',
      help: 'The kubelet’s --max-pods.',
      min: 0,
      max: LIMITS.podsPerNode,
    }),
    {
      kind: 'switch',
      label: 'Node autoscaler',
      help: 'Orders nodes for pods that are Pending, and gives empty ones back.',
      when: hasNodes,
      read: hasAutoscaler,
      write: ({ changeCluster }, on) =>
        changeCluster((cluster) => {
          const { autoscaler: _, ...nodes } = cluster.nodes ?? FIRST_NODES;
          return { ...cluster, nodes: on ? { ...nodes, autoscaler: FIRST_AUTOSCALER } : nodes };
        }),
    },
    autoscaler('maxNodes', {
      label: 'At most',
      unit: 'nodes',
      help: 'How many nodes there can be.',
      min: 0,
      max: LIMITS.nodes,
    }),
    autoscaler('delaySeconds', {
      label: 'A node takes',
      unit: 's',
      help: 'From the first pod without room until a new node is ready.',
      min: 0,
      max: LIMITS.seconds,
    }),
    autoscaler('scaleDownSeconds', {
      label: 'Empty nodes stay',
      unit: 's',
      help: 'How long a node that was added stays empty before it is given back.',
      min: 0,
      max: LIMITS.seconds,
    }),
  ],
};

function quota(key: keyof QuotaSettings, texts: Omit<FieldTexts, 'emptyText'>): NumberSetting {
  return {
    ...texts,
    emptyText: 'no bound',
    read: ({ cluster }) => cluster.quota?.[key],
    write: ({ changeCluster }, value) =>
      changeCluster(({ quota: before, ...others }) => {
        const { [key]: _, ...kept } = before ?? {};
        const next = value === undefined ? kept : { ...kept, [key]: value };
        return Object.keys(next).length === 0 ? others : { ...others, quota: next };
      }),
  };
}

export const QUOTA: ClusterFieldGroup = {
  title: 'ResourceQuota',
  term: 'quota',
  about: 'What the namespace allows. Pods beyond it are refused, and tried again when others are gone.',
  fields: [
    quota('pods', { label: 'Pods', unit: 'pods', help: 'spec.hard.pods', min: 0, max: LIMITS.replicas }),
    quota('cpuMilli', {
      label: 'Requested CPU',
      unit: 'm (milli-cores)',
      help: 'spec.hard.requests.cpu, over all pods.',
      min: 0,
      max: LIMITS.quotaCpuMilli,
    }),
    quota('memoryMi', {
      label: 'Requested memory',
      unit: 'Mi',
      help: 'spec.hard.requests.memory, over all pods.',
      min: 0,
      max: LIMITS.quotaMemoryMi,
    }),
  ],
};
