import type { MetricColumns } from '../core/index.ts';
import { TARGET_LOOK } from './looks.ts';
import { formatValue } from './units.ts';

/** "target 70 % ± 10 %"; of the last sync that asked for it, as a run may change it, or end at zero replicas. */
export function targetText({ target, toleranceUp, toleranceDown, unit }: MetricColumns): string {
  const sync = toleranceUp.findLastIndex(Number.isFinite);
  const [last, up, down] = [target[sync], toleranceUp[sync], toleranceDown[sync]];
  if (last === undefined || up === undefined || down === undefined) return TARGET_LOOK.label;
  const value = Number.isNaN(last) ? '' : ` ${formatValue(last, unit)}`;
  const percent = (share: number) => formatValue(share * 100, 'percent');
  return `target${value} ${up === down ? `± ${percent(up)}` : `+ ${percent(up)} − ${percent(down)}`}`;
}
