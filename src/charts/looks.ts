/** Colour, dash and name of each line. A series looks the same everywhere; no two lines of a chart share a dash. */
import type { LineLook } from './Legend.tsx';
import type { ReplicaSeriesId } from './series.ts';
import type { WorkloadSeriesId } from './workload.ts';

export const REPLICA_LOOKS: Readonly<Record<ReplicaSeriesId, LineLook>> = {
  desired: {
    label: 'desired',
    color: 'var(--series-desired)',
    width: 2.25,
    help: 'The replicas that the controller decided on at each sync.',
  },
  current: {
    label: 'current',
    color: 'var(--series-current)',
    dash: '9 2',
    width: 1.25,
    help: 'The replicas that the controller found in the scale at each sync.',
  },
  ready: {
    label: 'ready',
    color: 'var(--series-ready)',
    dash: '5 2',
    width: 1.75,
    help: 'The pods that are ready and take requests.',
  },
  raw: {
    label: 'metrics ask for',
    color: 'var(--series-raw)',
    dash: '1.5 2.5',
    width: 1.5,
    help: 'What the metrics alone ask for: the largest proposal, before windows, policies and bounds.',
  },
  starting: {
    label: 'starting',
    color: 'var(--series-starting)',
    dash: '2 2',
    width: 1.5,
    help: 'The pods that exist and are not ready yet: they wait for a node, or they start.',
  },
  stabilized: {
    label: 'stabilized',
    color: 'var(--series-stabilized)',
    dash: '12 3 1.5 3',
    width: 1.25,
    help: 'What the stabilization windows made of it: the recommendation that policies and bounds then limit.',
  },
  bounds: {
    label: 'min / max',
    color: 'var(--series-bound)',
    dash: '6 5',
    width: 1,
    help: 'minReplicas and maxReplicas.',
  },
  compared: {
    label: 'compared',
    color: 'var(--series-compared)',
    dash: '10 3 2 3',
    width: 2,
    help: 'The replicas that the controller decides on in the run that this one is compared with.',
  },
};

export const USAGE_LOOK: LineLook = {
  label: 'usage',
  color: 'var(--series-metric)',
  width: 2,
  help: 'The value as the controller read it at each sync.',
};

export const TARGET_LOOK: LineLook = {
  label: 'target',
  color: 'var(--series-bound)',
  dash: '6 4',
  width: 1.25,
  help: 'The target, and around it the tolerance: within this band the controller leaves the count alone.',
};

export const LOAD_LOOK: LineLook = {
  label: 'load',
  color: 'var(--series-load)',
  width: 2,
  help: 'Demand, from the load curve.',
};

export const WORKLOAD_LOOKS: Readonly<Record<WorkloadSeriesId, LineLook>> = {
  usage: {
    label: 'usage',
    color: 'var(--series-metric)',
    width: 2,
    help: 'What the first containers of the pods use at this instant, not what the metrics pipeline shows of it.',
  },
  request: {
    label: 'request',
    color: 'var(--series-current)',
    dash: '9 2',
    width: 1.25,
    help: 'The requests of the first containers, from a pod’s being on a node until it is gone. Utilization is measured against them.',
  },
  limit: {
    label: 'limit',
    color: 'var(--series-bound)',
    dash: '6 4',
    width: 1.25,
    help: 'The limits of the first containers. CPU is throttled there; at the memory limit the container is killed.',
  },
  offered: {
    label: 'offered',
    color: 'var(--series-load)',
    width: 2,
    help: 'Requests that arrive.',
  },
  served: {
    label: 'served',
    color: 'var(--series-ready)',
    dash: '5 2',
    width: 1.75,
    help: 'Requests that the ready pods answer.',
  },
  dropped: {
    label: 'dropped',
    color: 'var(--series-dropped)',
    dash: '2 2',
    width: 1.75,
    help: 'Requests that would have waited too long, or met no pod that serves.',
  },
  waiting: {
    label: 'waiting',
    color: 'var(--series-waiting)',
    width: 2,
    help: 'Requests that wait until a pod has room for them.',
  },
  latency: {
    label: 'latency',
    color: 'var(--series-latency)',
    width: 2,
    help: 'Mean time that a request is in the system, waiting and being served. A gap: none is answered.',
  },
};
