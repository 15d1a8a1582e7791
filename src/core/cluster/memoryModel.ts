/** What a first container's memory is made of. */
import type { ServingClass } from './servingClass.ts';
import type { WorkloadSettings } from './types.ts';

const KIB = 1024;
export const MIB = 1024 * KIB;
const SECONDS_PER_HOUR = 3600;

/**
 * Whole KiB, as the kubelet counts memory.
 *
 * @returns bytes
 * @rule WL8
 */
export function toBytes(mi: number): number {
  return Math.ceil((mi * MIB) / KIB - 1e-6) * KIB;
}

/**
 * Memory of a pod that serves, without what it has leaked.
 *
 * @param rate    requests/s that each serving pod of the class serves
 * @param waiting requests that wait for all of them
 * @returns MiB
 * @rule WL8 WL14
 */
export function servingMi(
  { baseMemoryMi, memoryMiPerRequestRate, memoryMiPerInFlight }: WorkloadSettings,
  each: ServingClass,
  rate: number,
  waiting: number,
): number {
  const mi = baseMemoryMi + memoryMiPerRequestRate * rate;
  return memoryMiPerInFlight === 0 ? mi : mi + memoryMiPerInFlight * each.inFlightAt(rate, waiting);
}

/**
 * What a container has leaked since its start, or since the run's if that is later.
 *
 * @param startedAt seconds since the start of the run; negative before it
 * @returns MiB
 * @rule WL14
 */
export function leakedMi(
  { memoryLeakMiPerHour }: WorkloadSettings,
  startedAt: number,
  atSeconds: number,
): number {
  if (memoryLeakMiPerHour === 0) return 0;
  return (memoryLeakMiPerHour * Math.max(0, atSeconds - Math.max(0, startedAt))) / SECONDS_PER_HOUR;
}
