/** How far somebody is in the course: kept in this browser, and taken elsewhere as a file. */
import * as v from 'valibot';
import { createStore } from 'zustand/vanilla';
import { readJson, type Storage } from '../store/storage.ts';

const KEY = 'lessons';
const KIND = 'HPAPlaygroundProgress';
/** of lessons, and of the characters of a file */
const MOST = { lessons: 500, characters: 200_000 };

const lessonProgress = v.object({
  /** the goal was reached; where there is none, the run was looked at */
  done: v.boolean(),
  /** how right the prediction was, 0 to 1 */
  predicted: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
  hints: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1000)),
  /** was the solution looked at before the goal was reached? */
  sawSolution: v.boolean(),
});
export type LessonProgress = v.InferOutput<typeof lessonProgress>;

const lessons = v.pipe(
  v.record(v.pipe(v.string(), v.maxLength(100)), lessonProgress),
  v.check((record) => Object.keys(record).length <= MOST.lessons),
);
export type Progress = Readonly<Record<string, LessonProgress>>;

const file = v.object({ kind: v.literal(KIND), version: v.literal(1), lessons });

/** The id of a draft that is tried, which no lesson of the course has: nothing is kept of it. */
export const TRIED = 'draft-on-trial';

export const NOT_BEGUN: LessonProgress = { done: false, hints: 0, sawSolution: false };

/** What was reached once stays reached. */
export function mergedProgress(one: Progress, other: Progress): Progress {
  const merged: Record<string, LessonProgress> = { ...one };
  for (const [id, theirs] of Object.entries(other)) {
    const ours = merged[id] ?? NOT_BEGUN;
    const predicted = ours.predicted ?? theirs.predicted;
    merged[id] = {
      done: ours.done || theirs.done,
      ...(predicted === undefined ? {} : { predicted }),
      hints: Math.max(ours.hints, theirs.hints),
      sawSolution: ours.done ? ours.sawSolution : ours.sawSolution || theirs.sawSolution,
    };
  }
  return merged;
}

export function progressFile(progress: Progress): string {
  return `${JSON.stringify({ kind: KIND, version: 1, lessons: progress }, null, 2)}\n`;
}

/** @returns undefined for what is no such file */
export function readProgressFile(text: string): Progress | undefined {
  if (text.length > MOST.characters) return undefined;
  try {
    const read = v.safeParse(file, JSON.parse(text));
    return read.success ? read.output.lessons : undefined;
  } catch {
    return undefined;
  }
}

function stored(storage: Pick<Storage, 'read'>): Progress {
  const read = v.safeParse(lessons, readJson(storage, KEY));
  return read.success ? read.output : {};
}

export interface ProgressStore {
  readonly progress: Progress;
  /** Adds to what is known of a lesson. */
  note(id: string, change: Partial<LessonProgress>): void;
  add(others: Progress): void;
}

export function createProgress(storage: Storage) {
  const store = createStore<ProgressStore>()((set, get) => {
    function keep(progress: Progress): void {
      set({ progress });
      storage.write(KEY, JSON.stringify(progress));
    }
    return {
      progress: stored(storage),
      note(id, change) {
        if (id === TRIED) return;
        const before = get().progress[id] ?? NOT_BEGUN;
        const next = { ...before, ...change };
        if (JSON.stringify(next) !== JSON.stringify(get().progress[id]))
          keep({ ...get().progress, [id]: next });
      },
      add: (others) => keep(mergedProgress(get().progress, others)),
    };
  });
  // Another tab learns too.
  storage.onChange((key) => {
    if (key === KEY) store.setState({ progress: mergedProgress(store.getState().progress, stored(storage)) });
  });
  return store;
}
