/** What can be asked of a ScaledObject, as edits of its text. Pure. */
import {
  type LoadCurve,
  type ManifestEdit,
  RUN_START_MS,
  type Scenario,
  writtenAutoscalers,
} from '../core/index.ts';

/** Where a ScaledObject says what an HPA says in its spec. */
const FIELDS: Readonly<Record<string, string>> = {
  minReplicas: 'minReplicaCount',
  maxReplicas: 'maxReplicaCount',
};
const BEHAVIOR = ['advanced', 'horizontalPodAutoscalerConfig', 'behavior'] as const;

export function isScaledObject(manifest: string, index: number): boolean {
  return writtenAutoscalers(manifest)[index]?.value.kind === 'ScaledObject';
}

/** Edits of an HPA's spec as edits of the ScaledObject that it is made of. */
export function toScaledObject(edits: readonly ManifestEdit[]): readonly ManifestEdit[] {
  return edits.map((edit) => {
    const [spec = 'spec', field, ...rest] = edit.path;
    if (field === 'behavior') return { ...edit, path: [spec, ...BEHAVIOR, ...rest] };
    return { ...edit, path: [spec, FIELDS[String(field)] ?? field ?? '', ...rest] };
  });
}

const BEFORE_SECONDS = 300;
const FOR_SECONDS = 3600;

/** A cron trigger that has a pod ready before the load returns; a text instead: why there can be none. */
export function scheduledMinimum({ loads }: Scenario): readonly ManifestEdit[] | string {
  const returns = loads.map(returnOf).find((at) => at !== undefined);
  if (returns === undefined) {
    return 'The load never falls to nothing and comes back, so a schedule has nothing to be ready for.';
  }
  const from = Math.max(0, returns - BEFORE_SECONDS);
  const metadata = {
    timezone: 'Etc/UTC',
    start: schedule(from),
    end: schedule(from + FOR_SECONDS),
    desiredReplicas: '1',
  };
  return [{ op: 'append', path: ['spec', 'triggers'], value: { type: 'cron', metadata } }];
}

/** When a load that had been nothing is something again; undefined: that does not happen. */
function returnOf({ points }: LoadCurve): number | undefined {
  return points.find(({ value, atSeconds }, index) => {
    const next = points[index + 1];
    return atSeconds > 0 && value === 0 && next !== undefined && next.value > 0;
  })?.atSeconds;
}

/** Minute and hour of an instant of the run, every day. */
function schedule(atSeconds: number): string {
  const at = new Date(RUN_START_MS + atSeconds * 1000);
  return `${at.getUTCMinutes()} ${at.getUTCHours()} * * *`;
}
