/** How advice writes what the manifest says. */
import type { HPAScalingPolicy } from '../autoscaling/types.ts';

/** `90 s`, `14 min`, `2 h 30 min`; whole minutes from two on. */
export function spanText(seconds: number): string {
  if (seconds < 120) return `${Math.round(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 120) return `${minutes} min`;
  const rest = minutes % 60;
  return rest === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${rest} min`;
}

/** `10 % in 60 s`, `4 pods in 15 s`. */
export function policyText({ type, value, periodSeconds }: HPAScalingPolicy): string {
  if (type === 'Percent') return `${value} % in ${periodSeconds} s`;
  return `${podsText(value)} in ${periodSeconds} s`;
}

/** `1 pod`, `3 pods`. */
export function podsText(count: number): string {
  return count === 1 ? '1 pod' : `${count} pods`;
}
