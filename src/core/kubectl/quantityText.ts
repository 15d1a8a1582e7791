/** Quantities inside API objects, printed. */
import { parseQuantity, quantityString } from '../apimachinery/quantity.ts';
import type { QuantityText } from '../autoscaling/types.ts';

/**
 * The canonical form, `<nil>` for a pointer that is nil: kubectl prints that where a status says less than its spec.
 * Text that is no quantity cannot be in an object that the API server stored; it is shown as it is.
 *
 * @upstream staging/src/k8s.io/apimachinery/pkg/api/resource/quantity.go Quantity.String
 */
export function quantityText(text: QuantityText | undefined): string {
  if (text === undefined) return '<nil>';
  const parsed = parseQuantity(text);
  return parsed.ok ? quantityString(parsed.value) : text;
}
