/**
 * Figures in texts, taken from runs: `{{run: max replicas}}`, `{{solution: pod-hours}}`, `{{run: replicas at 10m}}`.
 * So no figure of a run is written by hand.
 */

import { amountText, clockText, spanText } from '../expectations/figures.ts';
import { measureRun } from '../expectations/measures/measure.ts';
import { countSeries, findMetric } from '../expectations/measures/series.ts';
import { findMoment } from '../expectations/moments.ts';
import { parseMeasure, parseMoment } from '../expectations/parse.ts';
import type { Measure, MomentSelector } from '../expectations/types.ts';
import { unitOf } from '../expectations/words.ts';
import type { Trace } from '../trace/types.ts';

/** What a text can speak of. */
export interface TextRuns {
  /** by name: `run`, `solution`, a variant's id */
  readonly runs: Readonly<Record<string, Trace>>;
  /** what `{{run: moment}}` means */
  readonly moment?: MomentSelector;
}

/** A text with its figures, and what of it could not be resolved. */
export interface ResolvedText {
  readonly text: string;
  readonly problems: readonly string[];
}

const PLACEHOLDER = /\{\{\s*([a-z0-9-]+)\s*:\s*([^{}]+?)\s*\}\}/g;
/** Steps of a path that are told; further ones are three dots. */
const MOST_STEPS = 14;

function unitText(measure: Measure, trace: Trace): 'percent' | undefined {
  if (!('metric' in measure) || measure.kind === 'timeBeyond') return undefined;
  return findMetric(trace, measure.metric)?.unit === 'percent' ? 'percent' : undefined;
}

function measuredText(expression: string, trace: Trace): string | undefined {
  const parsed = parseMeasure(expression);
  if (!parsed.ok) return undefined;
  const { measure, span } = parsed.value;
  const measured = measureRun(measure, trace, span);
  if (measured === undefined) return undefined;
  const unit = unitOf(measure);
  return unit === 'seconds'
    ? spanText(measured.value)
    : amountText(measured.value, unitText(measure, trace) ?? unit);
}

/** The replicas one after another: `1 → 4 → 5`. */
function pathText(trace: Trace): string {
  const values = countSeries(trace, 'replicas').map(({ value }) => value);
  const steps = values.slice(0, MOST_STEPS).join(' → ');
  return values.length > MOST_STEPS ? `${steps} …` : steps;
}

function whenText(selector: MomentSelector | undefined, trace: Trace): string | undefined {
  const moment = selector && findMoment(selector, trace);
  return moment && clockText(moment.atSeconds);
}

/** The text of the first event with a reason. */
function eventText(reason: string, { events }: Trace): string | undefined {
  return events.find((event) => event.reason === reason)?.message;
}

function figure(expression: string, trace: Trace, moment: MomentSelector | undefined): string | undefined {
  const [first = '', ...rest] = expression.split(/\s+/);
  const argument = rest.join(' ');
  switch (first) {
    case 'path':
      return argument === '' ? pathText(trace) : undefined;
    case 'moment':
      return argument === '' ? whenText(moment, trace) : undefined;
    case 'when': {
      const parsed = parseMoment(argument);
      return parsed.ok ? whenText(parsed.value, trace) : undefined;
    }
    case 'event':
      return eventText(argument, trace);
    default:
      return measuredText(expression, trace);
  }
}

/**
 * Puts figures of the runs in place of the placeholders. One that cannot be resolved stays as it is written.
 *
 * @rule LS6
 */
export function resolveText(text: string, { runs, moment }: TextRuns): ResolvedText {
  const problems: string[] = [];
  const resolved = text.replace(PLACEHOLDER, (written: string, name: string, expression: string) => {
    const trace = Object.hasOwn(runs, name) ? runs[name] : undefined;
    const found = trace && figure(expression, trace, moment);
    if (found !== undefined) return found;
    problems.push(
      trace === undefined ? `${written}: there is no run “${name}”` : `${written} cannot be resolved`,
    );
    return written;
  });
  return { text: resolved, problems };
}

/** The runs that a text speaks of, by their names. */
export function runsNamedIn(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(PLACEHOLDER)].map(([, name = '']) => name));
}

/** The text without its placeholders: what is written by hand. */
export function withoutPlaceholders(text: string): string {
  return text.replace(PLACEHOLDER, '');
}
