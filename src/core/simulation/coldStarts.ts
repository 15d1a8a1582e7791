import type { Cluster } from '../cluster/cluster.ts';
import type { ColdStart } from '../trace/types.ts';

const MS_PER_SECOND = 1000;

/**
 * The spans in which a workload at zero replicas was asked for something: how long the first one had to wait.
 *
 * @rule WL16
 */
export function coldStarts(cluster: Cluster): readonly ColdStart[] {
  const { workload } = cluster;
  const { podlessSpans, podlessSince } = workload;
  const open = Number.isNaN(podlessSince) ? [] : [{ fromSeconds: podlessSince, untilSeconds: Number.NaN }];
  const servingSeconds = workload.settings.serviceMilliseconds / MS_PER_SECOND;
  return [...podlessSpans, ...open]
    .filter(({ fromSeconds, untilSeconds }) => wasAtZero(cluster, fromSeconds, untilSeconds))
    .map(({ fromSeconds, untilSeconds }) => ({
      fromSeconds,
      servedSeconds: untilSeconds,
      firstResponseSeconds: untilSeconds - fromSeconds + servingSeconds,
    }));
}

/** Whether `spec.replicas` was 0 at some instant of a span; without an end, at its beginning or later. */
function wasAtZero({ scalings, specReplicas }: Cluster, from: number, until: number): boolean {
  const before = scalings.filter(({ atSeconds }) => atSeconds <= from).at(-1);
  const first = before?.to ?? scalings[0]?.from ?? specReplicas;
  const isWithin = ({ atSeconds }: { readonly atSeconds: number }) =>
    atSeconds > from && !(atSeconds > until);
  return first === 0 || scalings.some((change) => isWithin(change) && change.to === 0);
}
