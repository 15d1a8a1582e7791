/** A budget that refills with time. */
import type { Ms } from '../podautoscaler/interfaces.ts';

/** @upstream golang.org/x/time/rate Limiter, as client-go's flowcontrol uses it */
export class TokenBucket {
  readonly #perSecond: number;
  readonly #burst: number;
  #tokens: number;
  #at: Ms = Number.NEGATIVE_INFINITY;

  /**
   * @param perSecond refill; upstream keeps it as a float32
   * @param burst     tokens of a full bucket, and how many there are at first
   */
  constructor(perSecond: number, burst: number) {
    this.#perSecond = Math.fround(perSecond);
    this.#burst = burst;
    this.#tokens = burst;
  }

  /** Takes a token if there is one. @upstream staging/src/k8s.io/client-go/util/flowcontrol/throttle.go TryAccept */
  tryAccept(now: Ms): boolean {
    const refill = Number.isFinite(this.#at) ? ((now - this.#at) / 1000) * this.#perSecond : 0;
    const tokens = Math.min(this.#tokens + refill, this.#burst) - 1;
    // what is missing counts from one nanosecond of refill on
    if ((-tokens / this.#perSecond) * 1e9 >= 1) return false;
    this.#tokens = tokens;
    this.#at = now;
    return true;
  }
}
