/** Every event of a run in the layout of `kubectl events`. */
import type { Trace } from '../trace/types.ts';
import { type ApiEvent, kubectlEvents } from './events.ts';

/**
 * What `kubectl events` would print at the end of the run, had the API server kept each event by itself and for ever:
 * nothing is combined, thinned out or forgotten.
 *
 * @returns lines with their ends, the header first; ages count back from the end of the run
 * @rule KC2
 */
export function eventLog({ events, hpa, startMs, durationSeconds }: Trace): string {
  const { name, namespace } = hpa.metadata;
  const listed = events.map(({ type, reason, message, atSeconds }, index): ApiEvent => {
    const at = startMs + atSeconds * 1000;
    return {
      name: `${name}.${index}`,
      namespace,
      involvedKind: 'HorizontalPodAutoscaler',
      involvedName: name,
      type,
      reason,
      message,
      component: 'horizontal-pod-autoscaler',
      host: '',
      reportingController: 'horizontal-pod-autoscaler',
      reportingInstance: '',
      firstTimestamp: at,
      lastTimestamp: at,
      count: 1,
    };
  });
  return kubectlEvents(listed, startMs + durationSeconds * 1000);
}
