/** A crashed container's wait doubles up to this, seconds. @upstream pkg/kubelet/kubelet.go MaxCrashLoopBackOff */
const LONGEST_BACK_OFF = 300;
/** A container that ran this long starts again from the first wait, seconds. */
const FORGOTTEN_AFTER = 2 * LONGEST_BACK_OFF;

/** What is known of a container's restarts. */
export interface BackOff {
  /** the wait that the next crash meets, seconds; 0: none */
  backOffSeconds: number;
  /** instant of the last restart */
  backOffSetAt: number;
}

/**
 * How long a container waits that has just crashed. The first restart is at once; each further one waits twice as long as
 * the one before, until a container has run for ten minutes.
 *
 * @param first seconds of the first wait
 * @returns seconds
 * @upstream pkg/kubelet/kuberuntime/kuberuntime_manager.go doBackOff
 * @rule PD14
 */
export function nextBackOff(state: BackOff, now: number, first: number): number {
  const isForgotten = state.backOffSeconds === 0 || now - state.backOffSetAt > FORGOTTEN_AFTER;
  const wait = isForgotten ? 0 : state.backOffSeconds;
  state.backOffSeconds = isForgotten ? first : Math.max(first, Math.min(2 * wait, LONGEST_BACK_OFF));
  state.backOffSetAt = now + wait;
  return wait;
}
