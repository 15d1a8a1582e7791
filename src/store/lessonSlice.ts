/** What is being taught: the lesson that lies over the present scenario, and what the learner has said and seen of it. */
import type { Lock, LockablePart, PredictionAnswer, Scenario, TaughtSheet, Workshop } from '../core/index.ts';
import type { Slice } from './scenarioSlice.ts';
import type { AppState } from './state.ts';

export interface Attempt {
  readonly sheet: TaughtSheet;
  /** the document it lies over, by `ScenarioSlice.opened` */
  readonly opened: number;
  /** drawn or chosen, and not yet said */
  readonly draft: PredictionAnswer | undefined;
  /** what was said before the run was shown */
  readonly answer: PredictionAnswer | undefined;
  /** the run is shown: at once where nothing is to be predicted */
  readonly isRevealed: boolean;
  /** how many were asked for */
  readonly hints: number;
}

export const SPOTLIGHTS = ['all', 'charts', 'reason', 'input'] as const;
/** Part of the page that a presenter shows alone. */
export type Spotlight = (typeof SPOTLIGHTS)[number];

/** A workshop that is under way on this page. */
export interface HeldWorkshop {
  readonly workshop: Workshop;
  /** the step that is open, from 0 */
  readonly at: number;
  readonly role: 'presenter' | 'learner';
  readonly hidesSolutions: boolean;
  readonly spotlight: Spotlight;
}

export interface LessonSlice {
  readonly attempt: Attempt | undefined;
  readonly held: HeldWorkshop | undefined;
  /** the draft of a lesson is open; a lesson that is tried lies over it */
  readonly isAuthoring: boolean;
  author(isAuthoring: boolean): void;
  holdWorkshop(held: HeldWorkshop): void;
  /** where it stands and what of it is shown */
  changeHeld(part: Partial<Omit<HeldWorkshop, 'workshop'>>): void;
  leaveWorkshop(): void;
  /** Puts the sheet's start on the page. Work that was edited is put aside. */
  openSheet(sheet: TaughtSheet): void;
  /** Goes on with a sheet whose scenario is on the page already, as after a reload. */
  resumeSheet(attempt: Omit<Attempt, 'opened'>): void;
  closeSheet(): void;
  draftPrediction(draft: PredictionAnswer): void;
  /** the run is shown, with what was said before it or without */
  reveal(answer: PredictionAnswer | undefined): void;
  nextHint(): void;
}

export const lessonSlice: Slice<LessonSlice> = (set, get) => {
  function change(part: Partial<Attempt>): void {
    const { attempt } = get();
    if (attempt !== undefined) set({ attempt: { ...attempt, ...part } });
  }
  return {
    attempt: undefined,
    held: undefined,
    isAuthoring: false,
    author: (isAuthoring) =>
      set(
        isAuthoring
          ? { isAuthoring, attempt: undefined, phoneTab: 'lesson', overlay: undefined }
          : { isAuthoring },
      ),
    holdWorkshop: (held) => set({ held }),
    changeHeld(part) {
      const { held } = get();
      if (held !== undefined) set({ held: { ...held, ...part } });
    },
    leaveWorkshop: () => set({ held: undefined }),
    openSheet(sheet) {
      get().openScenario(sheet.start, { kind: 'own' });
      set({
        attempt: {
          sheet,
          opened: get().opened,
          draft: undefined,
          answer: undefined,
          isRevealed: sheet.prediction === undefined,
          hints: 0,
        },
        phoneTab: 'lesson',
        leftTab: 'manifest',
        overlay: undefined,
      });
    },
    resumeSheet: (attempt) => set({ attempt: { ...attempt, opened: get().opened } }),
    closeSheet: () => set({ attempt: undefined }),
    draftPrediction: (draft) => change({ draft }),
    reveal: (answer) => change({ answer, isRevealed: true }),
    nextHint: () => change({ hints: (get().attempt?.hints ?? 0) + 1 }),
  };
};

/** A lesson, or the draft of one, stands beside the charts. */
export function selectHasLesson({ attempt, isAuthoring }: AppState): boolean {
  return attempt !== undefined || isAuthoring;
}

/** What comes of the run is not shown yet: the learner is to say it first. */
export function selectIsCovered({ attempt }: AppState): boolean {
  return attempt !== undefined && !attempt.isRevealed;
}

export function selectHidesSolutions({ held }: AppState): boolean {
  return held?.hidesSolutions ?? false;
}

/** Whether a part of the scenario is not to be touched, because the lesson says so. */
export function isLocked({ attempt }: AppState, part: LockablePart): boolean {
  return attempt?.sheet.locked.some((lock) => lock.part === part) ?? false;
}

/** Parts that live outside of the manifest's text: what a change of one is taken back by. */
const SETTINGS = {
  load: 'loads',
  cluster: 'cluster',
  controller: 'controller',
  kubernetes: 'kubernetes',
  featureGates: 'featureGates',
  events: 'events',
  signals: 'signals',
  durationSeconds: 'durationSeconds',
  manifest: 'manifest',
} as const satisfies Partial<Record<LockablePart, keyof Scenario>>;

function settingOf({ part }: Lock): keyof Scenario | undefined {
  return part in SETTINGS ? SETTINGS[part as keyof typeof SETTINGS] : undefined;
}

/** By content: a solution brings parts of its own that say the same. */
function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

/** The scenario with what is locked as it was at the start; the same object where nothing was touched. */
export function withLocked(locked: readonly Lock[], start: Scenario, now: Scenario): Scenario {
  const touched = locked.map(settingOf).filter((key) => key !== undefined && !isSame(now[key], start[key]));
  if (touched.length === 0) return now;
  const kept = Object.fromEntries(touched.map((key) => [key, start[key as keyof Scenario]]));
  return { ...now, ...kept };
}
