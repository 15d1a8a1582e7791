/** APIs that do not answer for a while, and pods of which metrics-server knows nothing. */
import type { SimulatedPod } from './simulatedPod.ts';

/** `triggers`: what KEDA's triggers ask, whatever it is */
export type OutageApi = 'resource' | 'custom' | 'external' | 'triggers';

/**
 * What the API server answers for an aggregated API that nobody serves.
 *
 * @param resource `pods.metrics.k8s.io`
 * @param name     of the object that was asked for; empty: a list
 * @upstream staging/src/k8s.io/apimachinery/pkg/api/errors/errors.go NewGenericServerResponse
 * @rule OU2
 */
export function unavailableText(resource: string, name = ''): string {
  const asked = name === '' ? resource : `${resource} ${name}`;
  return `the server is currently unable to handle the request (get ${asked})`;
}

/** Which APIs are out, and which pods have no samples. Overlapping ones end with the last of them. */
export class Outages {
  readonly #until: Record<OutageApi, number> = { resource: 0, custom: 0, external: 0, triggers: 0 };
  readonly #missing = new Map<SimulatedPod, number>();
  #lastMissing = 0;

  /** @rule OU1 */
  begin(api: OutageApi, untilSeconds: number): void {
    this.#until[api] = Math.max(this.#until[api], untilSeconds);
  }

  /** @rule OU4 */
  loseSamples(pods: readonly SimulatedPod[], untilSeconds: number): void {
    for (const pod of pods) this.#missing.set(pod, Math.max(this.#missing.get(pod) ?? 0, untilSeconds));
    this.#lastMissing = Math.max(this.#lastMissing, untilSeconds);
  }

  /** An outage of n seconds is over at its last instant. @rule OU1 */
  isOut(api: OutageApi, now: number): boolean {
    return now < this.#until[api];
  }

  /** Whether some pod may have no sample now. */
  losesSamples(now: number): boolean {
    return now < this.#lastMissing;
  }

  hasSample(pod: SimulatedPod, now: number): boolean {
    return now >= (this.#missing.get(pod) ?? 0);
  }
}
