import type { Trace } from '../core/index.ts';

/** A trace as JSON: columns as lists, `null` where a number is not known, whole numbers beyond doubles as text. */
export function traceJson(trace: Trace): string {
  return `${JSON.stringify(trace, plainValue)}\n`;
}

function plainValue(_key: string, value: unknown): unknown {
  if (ArrayBuffer.isView(value)) return Array.from(value as unknown as Iterable<number>);
  return typeof value === 'bigint' ? String(value) : value;
}
