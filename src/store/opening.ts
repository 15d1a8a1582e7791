/** What the page opens with: the link in the address, else the work of last time, else the first example. */
import type { Scenario, ScenarioResult } from '../core/index.ts';
import type { AppStart } from './appStore.ts';
import type { Saved } from './autosave.ts';
import { putAside, type ScenarioSource, type Work } from './scenarioSlice.ts';
import { brokenLink } from './urlSync.ts';

export interface Opening {
  readonly start: AppStart;
  /** said to the visitor once the page is there */
  readonly notice: string | undefined;
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
      notice: undefined,
      linkIsBroken: false,
    };
  }
  if (!link.ok) {
    return {
      start: { ...(await fallback()), earlier: withWork(work, earlier), preferences },
      notice: brokenLink(link.message),
      linkIsBroken: true,
    };
  }
  if (work !== undefined && sameScenario(work.scenario, link.scenario)) {
    return { start: { ...work, earlier, preferences }, notice: undefined, linkIsBroken: false };
  }
  const source: ScenarioSource = { kind: 'link' };
  const opened: Work = { scenario: link.scenario, source, edited: false };
  return {
    start: { ...opened, earlier: withWork(work, earlier), preferences },
    notice: undefined,
    linkIsBroken: false,
  };
}

function withWork(work: Work | undefined, earlier: readonly Work[]): readonly Work[] {
  return work === undefined ? earlier : putAside(work, earlier);
}

/** Both come through the same door, so that equal scenarios have equal text. */
function sameScenario(one: Scenario, other: Scenario): boolean {
  return canonical(one) === canonical(other);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
