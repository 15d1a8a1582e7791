/** A load curve as a table that can be imported again. */
import type { LoadCurve } from '../core/index.ts';
import { csvLine } from './csv.ts';

/** A line a point: seconds since the start, and the value with the curve's unit in its header. */
export function loadCsv({ id, unit, points }: LoadCurve): string {
  const header = csvLine(['seconds', `${id} (${unit})`]);
  return header + points.map(({ atSeconds, value }) => csvLine([atSeconds, value])).join('');
}
