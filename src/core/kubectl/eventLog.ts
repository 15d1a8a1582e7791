/** Every event of a run in the layout of `kubectl events`. */
import type { KedaTrace } from '../trace/kedaTypes.ts';
import type { Trace } from '../trace/types.ts';
import { type ApiEvent, kubectlEvents } from './events.ts';

/** An object that events are about, and who says them. */
interface Regarding {
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  readonly component: string;
}

type Emitted = Pick<ApiEvent, 'type' | 'reason' | 'message'> & { readonly atSeconds: number };

function toApiEvents(
  events: readonly Emitted[],
  { kind, name, namespace, component }: Regarding,
  startMs: number,
): readonly ApiEvent[] {
  return events.map(({ type, reason, message, atSeconds }, index) => {
    const at = startMs + atSeconds * 1000;
    return {
      name: `${name}.${index}`,
      namespace,
      involvedKind: kind,
      involvedName: name,
      type,
      reason,
      message,
      component,
      host: '',
      reportingController: component,
      reportingInstance: '',
      firstTimestamp: at,
      lastTimestamp: at,
      count: 1,
    };
  });
}

/** What KEDA's operator says of its ScaledObject. */
function kedaEvents({ events, plans }: KedaTrace, startMs: number): readonly ApiEvent[] {
  const [plan] = plans;
  if (plan === undefined) return [];
  const { name, namespace } = plan;
  return toApiEvents(events, { kind: 'ScaledObject', name, namespace, component: 'keda-operator' }, startMs);
}

/**
 * What `kubectl events` would print at the end of the run, had the API server kept each event by itself and for ever:
 * nothing is combined, thinned out or forgotten.
 *
 * @returns lines with their ends, the header first; ages count back from the end of the run
 * @rule KC2
 */
export function eventLog({ events, hpa, keda, startMs, durationSeconds }: Trace): string {
  const component = 'horizontal-pod-autoscaler';
  const { name, namespace } = hpa.metadata;
  const ofHpa = toApiEvents(events, { kind: 'HorizontalPodAutoscaler', name, namespace, component }, startMs);
  const ofKeda = keda === undefined ? [] : kedaEvents(keda, startMs);
  return kubectlEvents([...ofHpa, ...ofKeda], startMs + durationSeconds * 1000);
}
