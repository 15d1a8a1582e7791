/** What the page opens with: the link in the address, else the work of last time, else the first example. */
import type { ScenarioResult } from '../core/index.ts';
import type { AppStart } from './appStore.ts';
import type { Saved } from './autosave.ts';
import { sameScenario } from './sameScenario.ts';
import { putAside, type ScenarioSource, type Work } from './scenarioSlice.ts';
import { brokenLink } from './urlSync.ts';

export interface Opening {
  readonly start: AppStart;
  /** said to the visitor once the page is there */
  readonly notice: string | undefined;
  /** work was put aside for the link */
  readonly hasPutAside: boolean;
  readonly linkIsBroken: boolean;
}

/** `link` is undefined when the address holds none. */
export async function openingOf(
  link: ScenarioResult | undefined,
  saved: Saved,
  fallback: () => Promise<Work>,
): Promise<Opening> {
  const { work, earlier, preferences } = saved;
  if (link === undefined) {
    return {
      start: { ...(work ?? (await fallback())), earlier, preferences },
      ...QUIET,
    };
  }
  if (!link.ok) {
    return {
      start: { ...(await fallback()), earlier: withWork(work, earlier), preferences },
      notice: brokenLink(link.message),
      hasPutAside: false,
      linkIsBroken: true,
    };
  }
  if (work !== undefined && sameScenario(work.scenario, link.scenario)) {
    return { start: { ...work, earlier, preferences }, ...QUIET };
  }
  const source: ScenarioSource = { kind: 'link' };
  const opened: Work = { scenario: link.scenario, source, edited: false };
  return {
    start: { ...opened, earlier: withWork(work, earlier), preferences },
    ...QUIET,
    hasPutAside: work?.edited === true,
  };
}

const QUIET = { notice: undefined, hasPutAside: false, linkIsBroken: false } as const;

function withWork(work: Work | undefined, earlier: readonly Work[]): readonly Work[] {
  return work === undefined ? earlier : putAside(work, earlier);
}
