/**
 * The doors by which something from outside gets into the page, each as one function. What comes through is checked
 * once more, independently of the door; what does not has a reason that a person can read.
 */
import {
  checkLimits,
  parseScenario,
  readScenario,
  SCENARIO_LIMITS,
  type Scenario,
} from '../../src/core/index.ts';
import { readCommand } from '../../src/embed/messages.ts';
import { LONGEST_IMPORT, recognise } from '../../src/imports/index.ts';
import { createLibrary } from '../../src/library/library.ts';
import { memoryShelf } from '../../src/library/shelf.ts';
import { decodeScenario } from '../../src/share/index.ts';
import { decodeWorkshop } from '../../src/share/workshops.ts';
import { readSaved } from '../../src/store/autosave.ts';
import type { Storage } from '../../src/store/storage.ts';
import { isWorkshopFragment } from '../../src/store/urlSync.ts';

export type Passage =
  | { readonly kind: 'scenario'; readonly scenario: Scenario }
  /** something else that the page can use: a load, a manifest */
  | { readonly kind: 'value' }
  | { readonly kind: 'reason'; readonly message: string }
  /** left aside without a word: what lies in the storage was not written by whoever looks at the page */
  | { readonly kind: 'nothing' };

/** Behind the `#` of the address. */
export async function throughLink(text: string): Promise<Passage> {
  if (isWorkshopFragment(text)) {
    const opened = await decodeWorkshop(text);
    return opened.ok ? { kind: 'value' } : { kind: 'reason', message: opened.message };
  }
  const decoded = await decodeScenario(text);
  return decoded.ok
    ? { kind: 'scenario', scenario: decoded.scenario }
    : { kind: 'reason', message: decoded.message };
}

/** Chosen, dropped or pasted into the dialog. */
export async function throughFile(text: string): Promise<Passage> {
  const found = recognise(text.slice(0, LONGEST_IMPORT + 1));
  switch (found.kind) {
    case 'refused':
      return { kind: 'reason', message: found.message };
    case 'scenario':
      return { kind: 'scenario', scenario: found.scenario };
    case 'link':
      return throughLink(found.fragment);
    case 'lesson':
      return { kind: 'scenario', scenario: found.lesson.start };
    case 'workshop':
      return { kind: 'value' };
    case 'manifest':
      return throughEditor(found.text);
    case 'cluster':
      return throughEditor(found.taken.manifest);
    case 'load':
      return { kind: 'value' };
  }
}

/** Pasted or typed over the manifest. */
export async function throughEditor(text: string): Promise<Passage> {
  const { manifest, problems } = readScenario({ manifest: text, kubernetes: '1.37', featureGates: {} });
  if (manifest !== undefined) return { kind: 'value' };
  const [problem] = problems;
  return problem === undefined ? { kind: 'nothing' } : { kind: 'reason', message: problem.message };
}

/** In the storage of the browser, where other pages of the same host may write. */
export async function throughStorage(text: string): Promise<Passage> {
  const storage: Storage = {
    read: () => text,
    write: () => true,
    remove: () => undefined,
    keys: () => ['draft.stranger', 'earlier', 'view'],
    onChange: () => () => undefined,
  };
  const { work, earlier } = readSaved({ storage, tab: () => 'mine', now: () => 0 });
  const scenario = work?.scenario ?? earlier[0]?.scenario;
  return scenario === undefined ? { kind: 'nothing' } : { kind: 'scenario', scenario };
}

/** In the database of the library. */
export async function throughLibrary(text: string): Promise<Passage> {
  const shelf = memoryShelf();
  const entry = { id: 'a', name: 'a', revision: 1, savedAt: 1, openedAt: 1, size: 1 };
  await shelf.update(() => ({ put: [{ entry, text }], result: undefined }));
  const neighbours = { tell: () => undefined, onTold: () => undefined };
  const library = createLibrary(shelf, { now: () => 1, newId: () => 'b', neighbours });
  const opened = await library.open('a');
  return opened.ok
    ? { kind: 'scenario', scenario: opened.value.scenario }
    : { kind: 'reason', message: opened.message };
}

/** Sent to the embedded view by the page around it. */
export async function throughMessage(text: string): Promise<Passage> {
  const command = readCommand(parsed(text)) ?? readCommand({ type: 'hpa-playground:open', link: text });
  if (command === undefined) return { kind: 'nothing' };
  return command.type === 'hpa-playground:open' ? throughLink(command.link) : { kind: 'value' };
}

/** Milliseconds for one text through one door; a machine with other work takes ten times as long as an idle one. */
export const PATIENCE_MS = 8_000;

export const DOORS = {
  link: throughLink,
  file: throughFile,
  editor: throughEditor,
  storage: throughStorage,
  library: throughLibrary,
  message: throughMessage,
} as const;

/** What is wrong with what came of it; undefined where nothing is. */
export function faultOf(passage: Passage): string | undefined {
  if (({} as { polluted?: unknown }).polluted !== undefined) return 'the prototype of objects is polluted';
  switch (passage.kind) {
    case 'reason':
      return isReadable(passage.message) ? undefined : `not a reason: ${passage.message.slice(0, 200)}`;
    case 'scenario':
      return scenarioFault(passage.scenario);
    case 'value':
    case 'nothing':
      return undefined;
  }
}

const LONGEST_REASON = 2_000;

function isReadable(message: string): boolean {
  return message.length >= 10 && message.length <= LONGEST_REASON;
}

/** A scenario that came through is valid, and its run is bounded or refused by the name of a limit. */
function scenarioFault(scenario: Scenario): string | undefined {
  if (!parseScenario(scenario).ok) return 'a scenario came through that is none';
  if (scenario.manifest.length > SCENARIO_LIMITS.manifestLength)
    return 'a manifest came through that is too long';
  const { manifest } = readScenario(scenario);
  const exceeded = manifest === undefined ? undefined : checkLimits(scenario, manifest);
  return exceeded === undefined || /\d/.test(exceeded.message) ? undefined : 'a limit without its name';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
