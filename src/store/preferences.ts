/** What a visitor would miss after a reload, as it lies in the browser's storage: read back with suspicion. */
import { type HiddenLines, SPEEDS, THEMES, type ViewPreferences } from './viewSlice.ts';

export function preferencesOf({ theme, speed, loops, hiddenLines }: ViewPreferences): ViewPreferences {
  return { theme, speed, loops, hiddenLines };
}

export function hasOtherPreferences(view: ViewPreferences, before: ViewPreferences): boolean {
  const [now, then] = [preferencesOf(view), preferencesOf(before)];
  return (Object.keys(now) as (keyof ViewPreferences)[]).some((key) => now[key] !== then[key]);
}

/** Whatever of it is known and well-formed. */
export function toPreferences(value: unknown): Partial<ViewPreferences> {
  if (!isRecord(value)) return {};
  const speed = SPEEDS.find((known) => known === value.speed);
  const theme = THEMES.find((known) => known === value.theme);
  return {
    ...(speed === undefined ? {} : { speed }),
    ...(theme === undefined ? {} : { theme }),
    ...(typeof value.loops === 'boolean' ? { loops: value.loops } : {}),
    hiddenLines: toHiddenLines(value.hiddenLines),
  };
}

/** Charts whose switched-off lines are remembered; the ones that were touched last. */
export const MAX_CHARTS = 30;
/** A chart has fewer lines, and their names are shorter. */
const MAX_LINES = 12;
const MAX_NAME = 300;

function toHiddenLines(value: unknown): HiddenLines {
  if (!isRecord(value)) return {};
  const charts = Object.entries(value).filter(([name]) => isName(name));
  return Object.fromEntries(
    charts
      .slice(-MAX_CHARTS)
      .map(([name, lines]) => [name, Array.isArray(lines) ? lines.filter(isName).slice(0, MAX_LINES) : []]),
  );
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value.length <= MAX_NAME;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
