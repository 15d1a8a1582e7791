/**
 * How each limiter looks and what it is called: the one table behind the ribbon, its legend and *Why this step?*.
 *
 * Colour alone never tells two limiters apart: where a colour is shared by relatives (the two windows, the three rate
 * limits), the pattern differs, and every limiter has a letter of its own for cells wide enough to carry one.
 */
import type { LimiterKind } from '../core/index.ts';
import type { TermId } from '../glossary/terms.ts';

export type LimiterPattern =
  | 'solid'
  | 'risingLines'
  | 'fallingLines'
  | 'horizontalLines'
  | 'verticalLines'
  | 'dots'
  | 'cross';

/** A custom property of `ui/tokens.css`; use it as `var(${colorToken})`. */
export type ColorToken = `--limiter-${string}` | `--series-${string}`;

export interface LimiterLook {
  /** one to three words, lower case: legend, tooltip, badge */
  readonly label: string;
  readonly colorToken: ColorToken;
  readonly pattern: LimiterPattern;
  /** one character, different for each limiter */
  readonly letter: string;
  /** one sentence: what it means when this decided the sync */
  readonly help: string;
  /** the word of the glossary behind it */
  readonly term: TermId;
}

export const LIMITERS: Readonly<Record<LimiterKind, LimiterLook>> = {
  none: {
    label: 'nothing to change',
    colorToken: '--limiter-none',
    pattern: 'solid',
    letter: '–',
    help: 'The metrics ask for exactly the replicas that are there.',
    term: 'limiter',
  },
  metric: {
    label: 'metric alone',
    colorToken: '--series-metric',
    pattern: 'solid',
    letter: 'M',
    help: 'The largest proposal of the metrics was applied as it was; no window, policy or bound changed it.',
    term: 'largestMetric',
  },
  tolerance: {
    label: 'tolerance',
    colorToken: '--limiter-tolerance',
    pattern: 'solid',
    letter: 'T',
    help: 'The usage is so close to its target that the controller leaves the count alone.',
    term: 'tolerance',
  },
  stabilizationUp: {
    label: 'scale-up window',
    colorToken: '--limiter-window',
    pattern: 'risingLines',
    letter: 'U',
    help: 'A lower recommendation is still inside the scale-up stabilization window, and the lowest one counts.',
    term: 'scaleUpWindow',
  },
  stabilizationDown: {
    label: 'scale-down window',
    colorToken: '--limiter-window',
    pattern: 'fallingLines',
    letter: 'D',
    help: 'A higher recommendation is still inside the scale-down stabilization window, and the highest one counts.',
    term: 'scaleDownWindow',
  },
  policy: {
    label: 'policy',
    colorToken: '--limiter-policy',
    pattern: 'solid',
    letter: 'P',
    help: 'A scaling policy of behavior allows only part of the step in its period.',
    term: 'scalingPolicy',
  },
  disabled: {
    label: 'direction disabled',
    colorToken: '--limiter-policy',
    pattern: 'cross',
    letter: 'X',
    help: 'selectPolicy is Disabled for this direction, so the count stays.',
    term: 'disabledDirection',
  },
  rateLimit: {
    label: 'scale-up limit',
    colorToken: '--limiter-policy',
    pattern: 'verticalLines',
    letter: 'R',
    help: 'Without behavior, one sync can at most double the count, or bring it to 4 where that is more.',
    term: 'scaleUpLimit',
  },
  min: {
    label: 'min',
    colorToken: '--limiter-min',
    pattern: 'solid',
    letter: 'L',
    help: 'minReplicas is the lowest count allowed: it cut the step, or brought a lower count back.',
    term: 'minReplicas',
  },
  max: {
    label: 'max',
    colorToken: '--limiter-max',
    pattern: 'solid',
    letter: 'H',
    help: 'maxReplicas is the highest count allowed: it cut the step, or brought a higher count back.',
    term: 'maxReplicas',
  },
  missingMetrics: {
    label: 'missing or unready pods',
    colorToken: '--limiter-pods',
    pattern: 'dots',
    letter: '?',
    help: 'Pods without metrics or not yet ready were filled in cautiously, and that held or changed the count.',
    term: 'missingMetrics',
  },
  partialMetrics: {
    label: 'failing metric',
    colorToken: '--limiter-error',
    pattern: 'horizontalLines',
    letter: 'B',
    help: 'A metric failed; the others ask for less, and the controller does not scale down on partial knowledge.',
    term: 'failingMetric',
  },
  scalingDisabled: {
    label: 'off at zero',
    colorToken: '--limiter-none',
    pattern: 'cross',
    letter: '0',
    help: 'The target stands at zero replicas: autoscaling is off until somebody scales it up.',
    term: 'scaleToZero',
  },
  error: {
    label: 'error',
    colorToken: '--limiter-error',
    pattern: 'solid',
    letter: '!',
    help: 'No metric could be read, or the scale could not be read or written, so the count stays.',
    term: 'scalingActive',
  },
};
