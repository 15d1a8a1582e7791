/** What becomes of a text from outside. Fetched when one comes. */
import { newScenario, type Scenario, type Workshop } from '../core/index.ts';
import { lessonSheet } from '../core/lesson/sheet.ts';
import { LONGEST_IMPORT, type Recognised, recognise, refusalBySize } from '../imports/index.ts';
import { openSheet } from '../lessons/openSheet.ts';
import { decodeScenario } from '../share/index.ts';
import { decodeWorkshop } from '../share/workshops.ts';
import type { AppStore } from '../store/appStore.ts';
import { offerEarlier } from '../store/offerEarlier.ts';
import { isWorkshopFragment } from '../store/urlSync.ts';

/** Opens what is a whole scenario or a lesson at once; anything else is shown first. */
export async function importFile(store: AppStore, file: File): Promise<void> {
  const refusal = refusalBySize(file.size);
  const text = refusal === undefined ? await textOf(file) : undefined;
  if (text === undefined) {
    store.getState().notify('warning', `${nameOf(file)}: ${refusal ?? 'This file cannot be read.'}`);
    return;
  }
  await importText(store, text, nameOf(file));
}

async function textOf(file: File): Promise<string | undefined> {
  try {
    return (await file.text()).slice(0, LONGEST_IMPORT + 1);
  } catch {
    // A folder, or a file that has gone.
    return undefined;
  }
}

const LONGEST_NAME = 60;

function nameOf({ name }: File): string {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name;
}

export async function importText(store: AppStore, text: string, name: string | undefined): Promise<void> {
  const found = recognise(text);
  if (found.kind === 'scenario' || found.kind === 'link' || found.kind === 'lesson') {
    const failure = await openWhole(store, found, name);
    if (failure !== undefined) store.getState().notify('warning', failure);
  } else if (found.kind === 'refused' && name !== undefined) {
    store.getState().notify('warning', `${name}: ${found.message}`);
  } else {
    store.getState().offerText({ text, name });
  }
}

type Whole = Extract<Recognised, { kind: 'scenario' | 'link' | 'lesson' }>;

/** @returns why it could not be opened */
export async function openWhole(
  store: AppStore,
  found: Whole,
  name: string | undefined,
): Promise<string | undefined> {
  const from = name === undefined ? 'Opened.' : `Opened ${name}.`;
  if (found.kind === 'scenario') {
    open(store, found.scenario, from);
    return undefined;
  }
  if (found.kind === 'lesson') {
    openSheet(store, lessonSheet(found.lesson));
    return undefined;
  }
  if (isWorkshopFragment(found.fragment)) return openWorkshopLink(store, found.fragment);
  const decoded = await decodeScenario(found.fragment);
  if (!decoded.ok) return decoded.message;
  open(store, decoded.scenario, from);
  return undefined;
}

/** @returns why it could not be opened */
async function openWorkshopLink(store: AppStore, fragment: string): Promise<string | undefined> {
  const decoded = await decodeWorkshop(fragment);
  if (!decoded.ok) return decoded.message;
  await holdWorkshop(store, decoded.workshop, 'learner');
  return undefined;
}

export async function holdWorkshop(
  store: AppStore,
  workshop: Workshop,
  role: 'presenter' | 'learner',
): Promise<void> {
  (await import('../workshop/hold.ts')).hold(store, workshop, role);
}

/** A manifest becomes a scenario with a load that gives it something to do; the Kubernetes minor stays. */
export function openManifest(store: AppStore, text: string, name: string | undefined): void {
  const { kubernetes, featureGates } = store.getState().scenario;
  const scenario = newScenario(text, { kubernetes, featureGates });
  open(store, scenario, name === undefined ? 'Opened.' : `Opened ${name}.`);
}

/** Puts the text in the place of the present one: load and cluster stay, and undo takes it back. */
export function replaceManifest(store: AppStore, text: string): void {
  const { scenario, replaceScenario } = store.getState();
  const { hpa: _, ...others } = scenario;
  replaceScenario({ ...others, manifest: text });
}

/** What was worked on is put aside, and is one click away. */
function open(store: AppStore, scenario: Scenario, said: string): void {
  const { edited, openScenario, notify } = store.getState();
  openScenario(scenario, { kind: 'own' }, true);
  if (edited) offerEarlier(store, said);
  else notify('info', said);
}
