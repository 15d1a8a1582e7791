import type { PodRequests } from './requests.ts';
import type { QuotaSettings } from './types.ts';

const BYTES_PER_MIB = 1024 * 1024;

/** Whether an amount more stays within a bound. A bound on requests refuses pods that request nothing. */
function staysWithin(most: number | undefined, used: number, more: number): boolean {
  return most === undefined || (more > 0 && used + more <= most);
}

/**
 * Whether a ResourceQuota takes one more pod. Those that exist count, also while they terminate.
 *
 * @param existing requests of the pods that there are
 * @upstream pkg/quota/v1/evaluator/core/pods.go
 * @rule QT1 QT2
 */
export function quotaAdmits(
  { cpuMilli, memoryMi, pods }: QuotaSettings,
  existing: Iterable<PodRequests>,
  one: PodRequests,
): boolean {
  let count = 0;
  let usedCpu = 0;
  let usedMemory = 0;
  for (const each of existing) {
    count++;
    usedCpu += each.cpuMilli;
    usedMemory += each.memoryBytes;
  }
  const mostMemory = memoryMi === undefined ? undefined : memoryMi * BYTES_PER_MIB;
  return (
    (pods === undefined || count < pods) &&
    staysWithin(cpuMilli, usedCpu, one.cpuMilli) &&
    staysWithin(mostMemory, usedMemory, one.memoryBytes)
  );
}
