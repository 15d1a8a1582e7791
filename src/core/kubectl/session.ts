/** What a person at a terminal would see of a run: commands and their output at one sync. */

import type { HorizontalPodAutoscaler, HorizontalPodAutoscalerStatus } from '../autoscaling/types.ts';
import { formatTime } from '../go/time.ts';
import type { Ms } from '../podautoscaler/interfaces.ts';
import { type Minor, resolveRelease } from '../releases/index.ts';
import type { SyncStep, Trace } from '../trace/types.ts';
import { describeHpa } from './describeHpa.ts';
import { correlateEvents } from './eventCorrelator.ts';
import { kubectlEvents } from './events.ts';
import { getHpas } from './getHpa.ts';

export interface KubectlCommand {
  readonly command: string;
  /** standard output, and what kubectl says beside it; ends with a line end */
  readonly output: string;
}

export interface KubectlSession {
  readonly get: KubectlCommand;
  readonly describe: KubectlCommand;
  readonly events: KubectlCommand;
}

/**
 * `kubectl` of the cluster's own minor, run at the instant of a sync, right after it. The HPA was created at the start
 * of the run, and the terminal's clock is in UTC.
 *
 * @rule KC2
 */
export function kubectlSession(trace: Trace, step: SyncStep, minor: Minor): KubectlSession {
  const release = resolveRelease(minor);
  const now = trace.startMs + step.atSeconds * 1000;
  const hpa = storedHpa(trace, step.status);
  const { name, namespace } = hpa.metadata;
  const inNamespace = namespaceFlag(namespace);
  const emitted = trace.events.map(({ type, reason, message, atSeconds }) => ({
    type,
    reason,
    message,
    at: trace.startMs + atSeconds * 1000,
  }));
  const events = correlateEvents(emitted, { name, namespace }, now, release);
  return {
    get: { command: `kubectl get hpa ${name}${inNamespace}`, output: getHpas([hpa], now, {}, release) },
    describe: {
      command: `kubectl describe hpa ${name}${inNamespace}`,
      output: describeHpa(hpa, events, now),
    },
    events: {
      command: `kubectl events --for hpa/${name}${inNamespace}`,
      output: events.length === 0 ? noEvents(namespace) : kubectlEvents(events, now),
    },
  };
}

/** The command that `HpaWatch` answers. @rule KC2 */
export function watchCommand({ hpa: { metadata } }: Trace): string {
  return `kubectl get hpa ${metadata.name}${namespaceFlag(metadata.namespace)} --watch`;
}

function namespaceFlag(namespace: string): string {
  return namespace === 'default' ? '' : ` -n ${namespace}`;
}

/** @upstream staging/src/k8s.io/kubectl/pkg/cmd/events/events.go EventsOptions.Run */
function noEvents(namespace: string): string {
  return `No events found in ${namespace} namespace.\n`;
}

function storedHpa({ hpa, startMs }: Trace, status: HorizontalPodAutoscalerStatus): HorizontalPodAutoscaler {
  return createdAt({ ...hpa, status }, startMs);
}

/** The HPA as the API server stores it when it was created at that instant. @rule KC2 */
export function createdAt(hpa: HorizontalPodAutoscaler, created: Ms): HorizontalPodAutoscaler {
  return { ...hpa, metadata: { ...hpa.metadata, creationTimestamp: formatTime(created) } };
}
