/** Order statistics of a few measured times. */

/** The value below which this share of the sorted values lies; nearest rank. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1));
  const value = sorted[rank];
  if (value === undefined) throw new Error('no values were measured');
  return value;
}

export interface Figure {
  readonly name: string;
  readonly median: number;
  readonly p95: number;
  readonly unit: 'ms' | 'kB';
  readonly samples: number;
}

export function figure(name: string, values: readonly number[], unit: Figure['unit'] = 'ms'): Figure {
  return { name, median: quantile(values, 0.5), p95: quantile(values, 0.95), unit, samples: values.length };
}
