/**
 * What each tab is working on, in the storage that all tabs share: one draft a tab, so that no tab writes over what
 * another holds. A tab that is gone leaves its draft behind; the next one takes it over.
 */
import { isRecord, toWork } from './savedWork.ts';
import type { Work } from './scenarioSlice.ts';
import { readJson, type Storage } from './storage.ts';

const DRAFT = 'draft.';
const TAB = 'tab';
/** Where no tab can be asked whether it is still there, a draft this old is nobody's. */
const ABANDONED_MS = 12 * 3_600_000;

/** The name of this tab, which survives a reload. A tab that was duplicated has the name of its twin: see `claimTab`. */
export function tabName(session: Storage, newName: () => string): string {
  const known = session.read(TAB);
  if (known !== undefined && /^[\w-]{1,60}$/.test(known)) return known;
  return renameTab(session, newName());
}

export function renameTab(session: Storage, name: string): string {
  session.write(TAB, name);
  return name;
}

/** @returns false: there is no room for it */
export function writeDraft(storage: Storage, tab: string, text: string): boolean {
  return storage.write(DRAFT + tab, text);
}

/** `at`: milliseconds since 1970 */
export function draftText({ scenario, source, edited }: Work, at: number): string {
  return JSON.stringify({ scenario, source, edited, at });
}

/** What this tab was at before a reload, or else the newest that any tab was at. */
export function readDraft(storage: Storage, tab: string): Work | undefined {
  const own = toWork(readJson(storage, DRAFT + tab));
  if (own !== undefined) return own;
  const newest = draftKeys(storage)
    .map((key) => readJson(storage, key))
    .sort((a, b) => atOf(b) - atOf(a));
  for (const draft of newest) {
    const work = toWork(draft);
    if (work !== undefined) return work;
  }
  return undefined;
}

export interface AbandonedDraft {
  readonly key: string;
  readonly work: Work;
}

/**
 * The drafts of tabs that are gone, newest first. One that cannot be read is left where it is: a newer version of this
 * page may have written it.
 *
 * @param alive names of the tabs that are there; undefined: they cannot be asked
 * @param now   milliseconds since 1970
 */
export function abandonedDrafts(
  storage: Storage,
  tab: string,
  alive: ReadonlySet<string> | undefined,
  now: number,
): readonly AbandonedDraft[] {
  return draftKeys(storage)
    .filter((key) => key !== DRAFT + tab && alive?.has(key.slice(DRAFT.length)) !== true)
    .map((key) => ({ key, draft: readJson(storage, key) }))
    .filter(({ draft }) => alive !== undefined || now - atOf(draft) > ABANDONED_MS)
    .sort((a, b) => atOf(b.draft) - atOf(a.draft))
    .flatMap(({ key, draft }) => {
      const work = toWork(draft);
      return work === undefined ? [] : [{ key, work }];
    });
}

function draftKeys(storage: Storage): readonly string[] {
  return storage.keys().filter((key) => key.startsWith(DRAFT));
}

function atOf(draft: unknown): number {
  const at = isRecord(draft) ? draft.at : undefined;
  return typeof at === 'number' && Number.isFinite(at) ? at : 0;
}
