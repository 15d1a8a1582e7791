/** Colour, dash and name of each line. A series looks the same everywhere; no two lines of a chart share a dash. */
import type { LineLook } from './Legend.tsx';
import type { ReplicaSeriesId } from './series.ts';

export const REPLICA_LOOKS: Readonly<Record<ReplicaSeriesId, LineLook>> = {
  desired: { label: 'desired', color: 'var(--series-desired)', width: 2.25 },
  current: { label: 'current', color: 'var(--series-current)', dash: '9 2', width: 1.25 },
  ready: { label: 'ready', color: 'var(--series-ready)', dash: '5 2', width: 1.75 },
  raw: { label: 'metrics ask for', color: 'var(--series-raw)', dash: '1.5 2.5', width: 1.5 },
  bounds: { label: 'min / max', color: 'var(--series-bound)', dash: '6 5', width: 1 },
};

export const USAGE_LOOK: LineLook = { label: 'usage', color: 'var(--series-metric)', width: 2 };

export const TARGET_LOOK: LineLook = {
  label: 'target',
  color: 'var(--series-bound)',
  dash: '6 4',
  width: 1.25,
};

export const LOAD_LOOK: LineLook = { label: 'load', color: 'var(--series-load)', width: 2 };
