/**
 * Lessons, workshops and what else is made of scenarios to teach with: documents as plain data. Whatever their figures
 * are about is run; none is written by hand.
 */
import type { Expectation, Measure, MomentSelector, RunSpan } from '../expectations/types.ts';
import type { Scenario } from '../scenario/types.ts';

export const LESSON_VERSION = 1;

/** Parts of a scenario that the learner is not to touch. `manifest:spec.maxReplicas`: a field of the HPA and what is in it. */
export const LOCKABLE_PARTS = [
  'manifest',
  'workload',
  'load',
  'cluster',
  'controller',
  'kubernetes',
  'featureGates',
  'events',
  'signals',
  'durationSeconds',
] as const;
export type LockablePart = (typeof LOCKABLE_PARTS)[number];

export type Lock =
  | { readonly part: LockablePart }
  | { readonly part: 'field'; readonly path: readonly string[] };

/** What the learner says before the run; the right answer comes from the run alone. */
export type Prediction =
  | {
      readonly kind: 'choose';
      readonly question: string;
      /** exactly one of them holds of the run: that is the right one */
      readonly options: readonly { readonly label: string; readonly when: Expectation }[];
    }
  | {
      readonly kind: 'number';
      readonly question: string;
      readonly measure: Measure;
      readonly span?: RunSpan;
    }
  /** draw the replicas over the whole run */
  | { readonly kind: 'draw'; readonly question: string };

export interface Goal {
  readonly expectation: Expectation;
  /** in words; undefined: the expectation’s own text */
  readonly text?: string;
}

/** Another run that is looked at beside the first one, to compare: the same with some things changed. */
export interface Variant {
  /** by which texts name it: `{{old: max replicas}}` */
  readonly id: string;
  readonly title: string;
  readonly scenario: Scenario;
}

export interface Source {
  readonly title: string;
  /** https alone */
  readonly url: string;
}

/** Something that is often said, and what is true. */
export interface Belief {
  readonly said: string;
  readonly so: string;
}

export interface Lesson {
  readonly version: typeof LESSON_VERSION;
  /** `first-climb`: stays for ever, progress is kept under it */
  readonly id: string;
  readonly chapter: string;
  readonly title: string;
  /** before the run: Markdown without HTML, with placeholders (`placeholders.ts`) */
  readonly text: string;
  /** after the run: what happened, and why */
  readonly reveal: string;
  readonly start: Scenario;
  readonly locked: readonly Lock[];
  readonly prediction?: Prediction;
  /** on the learner’s run; empty: there is nothing to reach */
  readonly goal: readonly Goal[];
  /** one at a time, the last one says nearly all */
  readonly hints: readonly string[];
  /** what meets the goal; absent from what learners get */
  readonly solution?: Scenario;
  /** where to look after the run */
  readonly moment?: MomentSelector;
  readonly variants: readonly Variant[];
  readonly sources: readonly Source[];
  readonly beliefs: readonly Belief[];
  /** figures in its texts that neither a run nor the scenario has: `1.33`, with where they are from */
  readonly given: readonly { readonly figure: string; readonly because: string }[];
}

export const WORKSHOP_VERSION = 1;

/** A step of a workshop. */
export type WorkshopStep =
  /** a lesson of the course, by its id */
  | { readonly kind: 'course'; readonly lesson: string; readonly note?: string }
  /** a lesson of its own */
  | { readonly kind: 'lesson'; readonly lesson: Lesson; readonly note?: string }
  | {
      readonly kind: 'scenario';
      readonly title: string;
      readonly text: string;
      readonly scenario: Scenario;
      readonly note?: string;
    };

export interface Workshop {
  readonly version: typeof WORKSHOP_VERSION;
  readonly title: string;
  /** what learners see first; Markdown */
  readonly text: string;
  /** for whoever presents */
  readonly notes?: string;
  /** false: solutions and notes were left out; also those of the course are not offered then */
  readonly hasSolutions: boolean;
  readonly steps: readonly WorkshopStep[];
}

/** A way from a symptom to its cause. */
export interface PlaybookEntry {
  readonly id: string;
  /** as people say it: `TARGETS says <unknown>` */
  readonly symptom: string;
  readonly questions: readonly PlaybookQuestion[];
}

export interface PlaybookQuestion {
  /** what to look at; yes means that this is the cause */
  readonly ask: string;
  /** a command, or a place on the page, that answers it */
  readonly look: string;
  readonly cause: PlaybookCause;
}

export interface PlaybookCause {
  readonly id: string;
  readonly title: string;
  /** Markdown with placeholders over the run `run` and, with a cure, `cured` */
  readonly text: string;
  /** shows it */
  readonly scenario: Scenario;
  /** what the run does that shows it */
  readonly shows: readonly Expectation[];
  readonly moment?: MomentSelector;
  /** what mends it, and what the mended run does */
  readonly cure?: { readonly scenario: Scenario; readonly shows: readonly Expectation[] };
}

/** A kind of service, and the behaviour that suits it, against the defaults. */
export interface Pattern {
  readonly id: string;
  readonly title: string;
  /** Markdown with placeholders over the runs `pattern` and `default` */
  readonly text: string;
  readonly scenario: Scenario;
  /** what it is compared with: the same without its behavior */
  readonly fallback: Scenario;
  /** the figures of the trade-off, to be shown for both runs */
  readonly figures: readonly { readonly title: string; readonly measure: Measure; readonly span?: RunSpan }[];
  /** what the pattern's run does */
  readonly shows: readonly Expectation[];
}

/** A scenario with a score: fewer points are better. */
export interface Contest {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly start: Scenario;
  readonly locked: readonly Lock[];
  /** what every entry has to do */
  readonly rules: readonly Goal[];
  /** points = the sum of each measure times its weight */
  readonly score: readonly { readonly measure: Measure; readonly weight: number }[];
  /** the best that is known */
  readonly best: Scenario;
}
