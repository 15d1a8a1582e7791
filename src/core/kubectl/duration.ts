/** Ages as kubectl prints them: two or three significant figures. */
import type { Ms } from '../podautoscaler/interfaces.ts';

const SECOND: Ms = 1000;
const MINUTE: Ms = 60 * SECOND;
const HOUR: Ms = 60 * MINUTE;
const HOURS_A_DAY = 24;
const DAYS_A_YEAR = 365;

/**
 * `5m30s`, `3h`, `2d4h`. Up to two seconds in the future count as now, because clocks differ.
 *
 * @param elapsed milliseconds; negative: in the future
 * @upstream staging/src/k8s.io/apimachinery/pkg/util/duration/duration.go HumanDuration
 */
export function humanDuration(elapsed: Ms): string {
  const seconds = Math.trunc(elapsed / SECOND);
  if (seconds < -1) return '<invalid>';
  if (seconds < 0) return '0s';
  if (seconds < 2 * 60) return `${seconds}s`;
  const minutes = Math.trunc(elapsed / MINUTE);
  if (minutes < 10) return withRest(minutes, 'm', seconds % 60, 's');
  if (minutes < 3 * 60) return `${minutes}m`;
  const hours = Math.trunc(elapsed / HOUR);
  if (hours < 8) return withRest(hours, 'h', minutes % 60, 'm');
  if (hours < 2 * HOURS_A_DAY) return `${hours}h`;
  return daysAndYears(hours);
}

function daysAndYears(hours: number): string {
  const days = Math.trunc(hours / HOURS_A_DAY);
  if (days < 8) return withRest(days, 'd', hours % HOURS_A_DAY, 'h');
  if (days < 2 * DAYS_A_YEAR) return `${days}d`;
  const years = Math.trunc(days / DAYS_A_YEAR);
  return days < 8 * DAYS_A_YEAR ? withRest(years, 'y', days % DAYS_A_YEAR, 'd') : `${years}y`;
}

/** The smaller unit is left out when there is nothing of it. */
function withRest(whole: number, unit: string, rest: number, restUnit: string): string {
  return rest === 0 ? `${whole}${unit}` : `${whole}${unit}${rest}${restUnit}`;
}

/**
 * The same in one unit, rounded down.
 *
 * @param elapsed milliseconds; negative: in the future
 * @upstream staging/src/k8s.io/apimachinery/pkg/util/duration/duration.go ShortHumanDuration
 */
export function shortHumanDuration(elapsed: Ms): string {
  const seconds = Math.trunc(elapsed / SECOND);
  if (seconds < -1) return '<invalid>';
  if (seconds < 0) return '0s';
  if (seconds < 60) return `${seconds}s`;
  const minutes = Math.trunc(elapsed / MINUTE);
  if (minutes < 60) return `${minutes}m`;
  const hours = Math.trunc(elapsed / HOUR);
  if (hours < HOURS_A_DAY) return `${hours}h`;
  const days = Math.trunc(hours / HOURS_A_DAY);
  return days < DAYS_A_YEAR ? `${days}d` : `${Math.trunc(days / DAYS_A_YEAR)}y`;
}

/**
 * Age of an instant.
 *
 * @param since undefined where the API object has no such time
 * @upstream pkg/printers/internalversion/printers.go translateTimestampSince
 */
export function translateTimestampSince(since: Ms | undefined, now: Ms): string {
  return since === undefined ? '<unknown>' : humanDuration(now - since);
}
