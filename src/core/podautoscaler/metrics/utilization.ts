/**
 * Sums of metrics against sums of requests, and the ratios to the target.
 *
 * Upstream adds up maps; here the caller has added up its columns already (`Int64Sum`), and the rules begin at the
 * totals.
 *
 * @upstream pkg/controller/podautoscaler/metrics/utilization.go
 */
import { int32FromInt64 } from '../../go/int32.ts';
import { divideInt64, multiplyInt64, toInt64 } from '../../go/int64.ts';
import type { Int64 } from '../interfaces.ts';

/** A sum of int64 values: in a double while no partial sum can have been rounded, in a bigint else. */
export class Int64Sum {
  private sum = 0;
  private magnitude = 0;
  /** values that are bigints themselves, and what was moved here before the double could round */
  private wide = 0n;
  private isWide = false;

  reset(): void {
    this.sum = 0;
    this.magnitude = 0;
    this.isWide = false;
    this.wide = 0n;
  }

  add(value: Int64): void {
    if (typeof value === 'number') {
      const magnitude = this.magnitude + (value < 0 ? -value : value);
      if (magnitude <= Number.MAX_SAFE_INTEGER) {
        this.magnitude = magnitude;
        this.sum += value;
        return;
      }
    }
    this.isWide = true;
    this.wide += BigInt(value);
  }

  /** Adds a value several times. @param count int32, not negative */
  addTimes(value: Int64, count: number): void {
    const added = typeof value === 'number' && value >= 0 ? value * count : Number.POSITIVE_INFINITY;
    const magnitude = this.magnitude + added;
    if (magnitude <= Number.MAX_SAFE_INTEGER) {
      this.magnitude = magnitude;
      this.sum += added;
    } else for (let i = 0; i < count; i += 1) this.add(value);
  }

  /** Adds the values at the first `count` of these indices. */
  addAt(values: readonly Int64[], indices: Int32Array, count: number): void {
    const magnitude = this.magnitudeWith(values, indices, count);
    if (magnitude > Number.MAX_SAFE_INTEGER) this.addEachAt(values, indices, count);
    else {
      this.sum += magnitude - this.magnitude;
      this.magnitude = magnitude;
    }
  }

  /**
   * The magnitude after these values, none of which is negative: their sum only grows, so if its end is exact, all of
   * the way was.
   *
   * @returns Infinity where one is negative or a bigint
   */
  private magnitudeWith(values: readonly Int64[], indices: Int32Array, count: number): number {
    let { magnitude } = this;
    for (let i = 0; i < count; i += 1) {
      const value = values[indices[i] as number];
      if (typeof value !== 'number' || value < 0) return Number.POSITIVE_INFINITY;
      magnitude += value;
    }
    return magnitude;
  }

  private addEachAt(values: readonly Int64[], indices: Int32Array, count: number): void {
    for (let i = 0; i < count; i += 1) this.add(values[indices[i] as number] ?? 0);
  }

  /** wrapped to 64 bits */
  total(): Int64 {
    return this.isWide ? toInt64(this.wide + BigInt(this.sum)) : this.sum;
  }
}

export interface ResourceUtilization {
  usageRatio: number;
  /** percent, int32 */
  utilization: number;
  /** milli-value */
  rawAverageValue: Int64;
}

/**
 * Fills `result`; returns an error text when no sample met a pod with a request.
 *
 * @param entries samples that have a request
 * @upstream pkg/controller/podautoscaler/metrics/utilization.go GetResourceUtilizationRatio
 */
export function getResourceUtilizationRatio(
  metricsTotal: Int64,
  requestsTotal: Int64,
  entries: number,
  targetUtilization: number,
  result: ResourceUtilization,
): string | undefined {
  if (requestsTotal === 0) return 'no metrics returned matched known pods';
  const percent = divideInt64(multiplyInt64(metricsTotal, 100), requestsTotal);
  result.utilization = int32FromInt64(percent);
  result.usageRatio = result.utilization / targetUtilization;
  result.rawAverageValue = divideInt64(metricsTotal, entries);
  return undefined;
}

/**
 * The average of all samples against the target.
 *
 * @param entries samples, at least one
 * @upstream pkg/controller/podautoscaler/metrics/utilization.go GetMetricUsageRatio
 */
export function getMetricUsageRatio(
  metricsTotal: Int64,
  entries: number,
  targetUsage: Int64,
  result: { usageRatio: number; usage: Int64 },
): void {
  result.usage = divideInt64(metricsTotal, entries);
  result.usageRatio = Number(result.usage) / Number(targetUsage);
}
