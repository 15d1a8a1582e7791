/** Saving, opening and ordering kept scenarios, and what is said where that fails. */
import { parseScenario, type Scenario } from '../core/index.ts';
import {
  type Occasion,
  planDelete,
  planEmptyBin,
  planKeep,
  planOpen,
  planRename,
  planRestore,
  planSave,
} from './changes.ts';
import type { Change, Shelf } from './shelf.ts';
import {
  LIBRARY_LIMITS,
  type LibraryChange,
  type LibraryEntry,
  type LibraryFailure,
  type LibraryRef,
  type OpenedEntry,
  type Outcome,
  type SavedEntry,
} from './types.ts';

export interface Library {
  /** false: gone when the tab closes */
  readonly isDurable: boolean;
  /** those in the bin too, in no order */
  list(): Promise<Outcome<readonly LibraryEntry[]>>;
  /** under a new name */
  keep(name: string, scenario: Scenario): Promise<Outcome<LibraryEntry>>;
  /** under the name that it has */
  save(ref: LibraryRef, scenario: Scenario): Promise<Outcome<SavedEntry>>;
  open(id: string): Promise<Outcome<OpenedEntry>>;
  rename(id: string, name: string): Promise<Outcome<LibraryEntry>>;
  duplicate(entry: LibraryEntry): Promise<Outcome<LibraryEntry>>;
  /** into the bin */
  delete(id: string): Promise<Outcome<LibraryEntry>>;
  restore(id: string): Promise<Outcome<LibraryEntry>>;
  emptyBin(): Promise<Outcome<number>>;
  /** @returns stops listening */
  onChange(listener: (change: LibraryChange) => void): () => void;
}

/** Other tabs with the same library. */
export interface Neighbours {
  tell(id: string): void;
  onTold(listener: (id: string) => void): void;
}

export interface LibraryWorld {
  /** milliseconds since 1970 */
  now(): number;
  newId(): string;
  readonly neighbours: Neighbours;
}

const MESSAGES: Readonly<Record<LibraryFailure, string>> = {
  full: 'This browser has no room left for the library. Nothing on the page is lost: export it as a file, or empty the bin.',
  limit: `The library holds ${LIBRARY_LIMITS.entries} scenarios, as many as it can. Delete some and empty the bin.`,
  gone: 'It is not in the library any more.',
  damaged: 'What the library holds of it is damaged and cannot be opened.',
  unavailable: 'The library cannot be reached in this browser at the moment.',
};

export function createLibrary(shelf: Shelf, world: LibraryWorld): Library {
  const listeners = new Set<(change: LibraryChange) => void>();
  const emit = (change: LibraryChange): void => {
    for (const listener of listeners) listener(change);
  };
  world.neighbours.onTold((id) => emit({ id, here: false }));

  const occasion = (): Occasion => ({ now: world.now(), newId: world.newId() });

  /** A change, and word of it to everybody. */
  async function update<T>(
    plan: (entries: readonly LibraryEntry[]) => Change<T | LibraryFailure>,
    idOf: (result: T) => string,
  ): Promise<Outcome<T>> {
    const outcome = await attempt(() => shelf.update(plan));
    if (outcome.ok) {
      const id = idOf(outcome.value);
      emit({ id, here: true });
      world.neighbours.tell(id);
    }
    return outcome;
  }
  const changeOf = (plan: (entries: readonly LibraryEntry[]) => Change<LibraryEntry | LibraryFailure>) =>
    update<LibraryEntry>(plan, ({ id }) => id);

  async function scenarioOf(id: string): Promise<Outcome<Scenario>> {
    const read = await attempt<string | undefined>(() => shelf.text(id));
    if (!read.ok) return read;
    if (read.value === undefined) return failed('gone');
    const scenario = fromText(read.value);
    return scenario === undefined ? failed('damaged') : { ok: true, value: scenario };
  }

  return {
    isDurable: shelf.isDurable,
    list: () => attempt(() => shelf.entries()),
    keep: (name, scenario) =>
      changeOf((entries) => planKeep(entries, name, JSON.stringify(scenario), occasion())),
    save: (ref, scenario) =>
      update<SavedEntry>(
        (entries) => planSave(entries, ref, JSON.stringify(scenario), occasion()),
        ({ entry }) => entry.id,
      ),
    async open(id) {
      const scenario = await scenarioOf(id);
      if (!scenario.ok) return scenario;
      const opened = await changeOf((entries) => planOpen(entries, id, world.now()));
      return opened.ok ? { ok: true, value: { entry: opened.value, scenario: scenario.value } } : opened;
    },
    rename: (id, name) => changeOf((entries) => planRename(entries, id, name)),
    async duplicate({ id, name }) {
      const scenario = await scenarioOf(id);
      if (!scenario.ok) return scenario;
      const text = JSON.stringify(scenario.value);
      return changeOf((entries) => planKeep(entries, name, text, occasion()));
    },
    delete: (id) => changeOf((entries) => planDelete(entries, id, world.now())),
    restore: (id) => changeOf((entries) => planRestore(entries, id)),
    emptyBin: () => update<number>(planEmptyBin, () => ''),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Through the scenario's own door, like anything from outside. */
function fromText(text: string): Scenario | undefined {
  try {
    const parsed = parseScenario(JSON.parse(text));
    return parsed.ok ? parsed.scenario : undefined;
  } catch {
    return undefined;
  }
}

/** Runs what a browser may refuse. */
async function attempt<T>(run: () => Promise<T | LibraryFailure>): Promise<Outcome<T>> {
  try {
    const result = await run();
    return isFailure(result) ? failed(result) : { ok: true, value: result };
  } catch (error) {
    return failed(isQuota(error) ? 'full' : 'unavailable');
  }
}

function isFailure(result: unknown): result is LibraryFailure {
  return typeof result === 'string' && Object.hasOwn(MESSAGES, result);
}

function failed(reason: LibraryFailure): { ok: false; reason: LibraryFailure; message: string } {
  return { ok: false, reason, message: MESSAGES[reason] };
}

function isQuota(error: unknown): boolean {
  return error instanceof Error && error.name === 'QuotaExceededError';
}
