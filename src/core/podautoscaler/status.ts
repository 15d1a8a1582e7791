/**
 * Comparing statuses as the controller does before it writes one: times by instant, quantities by value, lists that
 * are absent equal to empty ones.
 *
 * @upstream staging/src/k8s.io/apimachinery/pkg/api/equality/semantic.go Semantic
 */
import { compareQuantities, parseQuantity } from '../apimachinery/quantity.ts';
import type { MetricStatus } from '../autoscaling/types.ts';

const NO_METRICS: readonly MetricStatus[] = [];

/**
 * Whether two lists of metric statuses say the same.
 *
 * @upstream staging/src/k8s.io/apimachinery/pkg/api/equality/semantic.go Semantic
 */
export function equalMetricStatuses(
  a: readonly MetricStatus[] | null | undefined,
  b: readonly MetricStatus[] | null | undefined,
): boolean {
  if (a === b) return true;
  const left = a ?? NO_METRICS;
  const right = b ?? NO_METRICS;
  if (left.length !== right.length) return false;
  for (let i = 0; i < left.length; i += 1) if (!equalSemantically(left[i], right[i], '')) return false;
  return true;
}

/** Fields of a metric status that hold quantities. */
const QUANTITY_FIELDS: ReadonlySet<string> = new Set(['value', 'averageValue']);

function equalSemantically(a: unknown, b: unknown, field: string): boolean {
  if (a === b) return true;
  if (isEmpty(a) && isEmpty(b)) return true;
  if (typeof a === 'string' && typeof b === 'string') {
    return QUANTITY_FIELDS.has(field) && equalQuantities(a, b);
  }
  if (Array.isArray(a) || Array.isArray(b)) {
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((item, index) => equalSemantically(item, b[index], field))
    );
  }
  return isRecord(a) && isRecord(b) && equalFields(a, b);
}

function equalFields(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean {
  for (const name of new Set([...Object.keys(a), ...Object.keys(b)])) {
    if (!equalSemantically(a[name], b[name], name)) return false;
  }
  return true;
}

/** What JSON leaves out: nothing, an empty text, an empty list. An empty selector is not nothing. */
function isEmpty(value: unknown): boolean {
  return (
    value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function equalQuantities(a: string, b: string): boolean {
  const left = parseQuantity(a);
  const right = parseQuantity(b);
  return left.ok && right.ok && compareQuantities(left.value, right.value) === 0;
}
