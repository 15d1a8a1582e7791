/**
 * The lesson and the workshop of this tab, which survive a reload, beside the scenario that they lay over. Read back as
 * anything from outside: other pages of the same host may write there.
 */
import * as v from 'valibot';
import { type PredictionAnswer, parseScenario } from '../core/index.ts';
import { readDocument, workshopFile } from '../core/lesson/files.ts';
import type { AppStore } from '../store/appStore.ts';
import { type HeldWorkshop, SPOTLIGHTS } from '../store/lessonSlice.ts';
import { sameScenario } from '../store/sameScenario.ts';
import type { AppState } from '../store/state.ts';
import { readJson, type Storage } from '../store/storage.ts';
import { keptSheet, sheetAgain } from './taught.ts';

const KEY = 'taught';
const SAVE_PAUSE_MS = 400;
/** Characters of JSON; browsers allow about five million for everything. */
const MAX_LENGTH = 2_000_000;

const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1000));
const answer: v.GenericSchema<unknown, PredictionAnswer> = v.variant('kind', [
  v.object({ kind: v.literal('choose'), option: count }),
  v.object({ kind: v.literal('number'), value: v.pipe(v.number(), v.finite()) }),
  v.object({
    kind: v.literal('draw'),
    points: v.pipe(
      v.array(
        v.object({
          atSeconds: v.pipe(v.number(), v.finite(), v.minValue(0)),
          value: v.pipe(v.number(), v.finite(), v.minValue(0)),
        }),
      ),
      v.minLength(1),
      v.maxLength(1000),
      v.check((points) => points.every(({ atSeconds }, at) => atSeconds >= (points[at - 1]?.atSeconds ?? 0))),
    ),
  }),
]);

const remembered = v.object({
  present: v.unknown(),
  attempt: v.optional(
    v.object({
      sheet: v.object({
        kind: v.picklist(['lesson', 'cause', 'pattern', 'contest', 'scenario']),
        id: v.string(),
        file: v.optional(v.string()),
      }),
      draft: v.optional(answer),
      answer: v.optional(answer),
      isRevealed: v.boolean(),
      hints: count,
    }),
  ),
  held: v.optional(
    v.object({
      workshop: v.string(),
      at: count,
      role: v.picklist(['presenter', 'learner']),
      hidesSolutions: v.boolean(),
      spotlight: v.picklist(SPOTLIGHTS),
    }),
  ),
});
type Remembered = v.InferOutput<typeof remembered>;

interface TaughtMemory {
  flush(): void;
  stop(): void;
}

/**
 * Takes the lesson and the workshop up again where the present scenario is the one that they lay over, and goes on
 * saving them.
 */
export async function startTaughtMemory(store: AppStore, session: Storage): Promise<TaughtMemory> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  await takeUp(store, session);
  const sheet = memoOf(keptSheet);
  const file = memoOf(workshopFile);

  function save(): void {
    timer = undefined;
    const { attempt, held, scenario: present } = store.getState();
    const text =
      attempt === undefined && held === undefined
        ? undefined
        : JSON.stringify({
            present,
            attempt: attempt && {
              sheet: sheet(attempt.sheet),
              draft: attempt.draft,
              answer: attempt.answer,
              isRevealed: attempt.isRevealed,
              hints: attempt.hints,
            },
            held: held && { ...held, workshop: file(held.workshop) },
          } satisfies Remembered);
    if (text === undefined || text.length > MAX_LENGTH || !session.write(KEY, text)) session.remove(KEY);
  }

  const unsubscribe = store.subscribe((state, before) => {
    const isSame = state.attempt === before.attempt && state.held === before.held;
    if (isSame && (state.scenario === before.scenario || isIdle(state))) return;
    clearTimeout(timer);
    timer = setTimeout(save, SAVE_PAUSE_MS);
  });
  if (!isIdle(store.getState())) save();

  function flush(): void {
    if (timer === undefined) return;
    clearTimeout(timer);
    save();
  }
  return {
    flush,
    stop() {
      flush();
      unsubscribe();
    },
  };
}

function isIdle({ attempt, held }: AppState): boolean {
  return attempt === undefined && held === undefined;
}

/** Of the last one: a lesson stays the same while its load is dragged. */
function memoOf<A, B>(make: (of: A) => B): (of: A) => B {
  let last: { readonly of: A; readonly made: B } | undefined;
  return (of) => {
    if (last?.of !== of) last = { of, made: make(of) };
    return last.made;
  };
}

async function takeUp(store: AppStore, session: Storage): Promise<void> {
  const kept = read(session);
  if (kept === undefined) return;
  const { attempt, held } = kept;
  const sheet = attempt === undefined ? undefined : await sheetAgain(attempt.sheet).catch(() => undefined);
  const state = store.getState();
  const present = parseScenario(kept.present);
  // A link or something else has come first.
  if (!isIdle(state) || !present.ok || !sameScenario(present.scenario, state.scenario)) return;
  const workshop = held === undefined ? undefined : heldAgain(held);
  if (workshop !== undefined) state.holdWorkshop(workshop);
  if (attempt !== undefined && sheet !== undefined) {
    const { draft, answer: said, isRevealed, hints } = attempt;
    const isShown = isRevealed || sheet.prediction === undefined;
    state.resumeSheet({ sheet, draft, answer: said, isRevealed: isShown, hints });
  }
}

function heldAgain({
  workshop: file,
  at,
  ...rest
}: NonNullable<Remembered['held']>): HeldWorkshop | undefined {
  const document = readDocument('HPAPlaygroundWorkshop', file);
  if (!document.ok || at >= document.value.steps.length) return undefined;
  return { ...rest, at, workshop: document.value };
}

function read(session: Storage): Remembered | undefined {
  const result = v.safeParse(remembered, readJson(session, KEY));
  return result.success ? result.output : undefined;
}
