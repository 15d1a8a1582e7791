/**
 * What a text is, whoever it comes from: told by what it holds, never by the name of its file. Bounded first; never
 * throws; and what cannot be used is refused with what to do instead.
 */
import { type Lesson, readScenarioFile, type Scenario, type Workshop } from '../core/index.ts';
import { kindOf, LESSON_KIND, readDocument, WORKSHOP_KIND } from '../core/lesson/files.ts';
import { RESULTS_FIRST_HEADERS, RESULTS_KIND } from '../exports/results.ts';
import { type ClusterText, readClusterText } from './cluster.ts';
import { LOAD_TEXT_LIMITS } from './limits.ts';
import { readLoadText } from './readLoadText.ts';
import type { LoadTextRead } from './types.ts';

export type Recognised =
  | { readonly kind: 'scenario'; readonly scenario: Scenario; readonly from: 'file' | 'results' }
  | { readonly kind: 'lesson'; readonly lesson: Lesson }
  | { readonly kind: 'workshop'; readonly workshop: Workshop }
  /** what stands behind the `#` of a link to a scenario or to a workshop, alone or somewhere in the text */
  | { readonly kind: 'link'; readonly fragment: string }
  /** what kubectl printed of a real cluster */
  | { readonly kind: 'cluster'; readonly taken: ClusterText }
  /** Kubernetes objects, or what is meant to be some */
  | { readonly kind: 'manifest'; readonly text: string }
  | { readonly kind: 'load'; readonly text: string; readonly load: LoadTextRead }
  | { readonly kind: 'refused'; readonly message: string };

/** UTF-16 code units of a text, bytes of a file: room for every scenario, every load, and the results of a day. */
export const LONGEST_IMPORT = LOAD_TEXT_LIMITS.length;

const TOO_LONG = `This is longer than ${LONGEST_IMPORT / 1024 / 1024} MB, the most that is read.`;

function refused(message: string): Recognised {
  return { kind: 'refused', message };
}

/** @param size of a file in bytes, before it is read; undefined when it may be read */
export function refusalBySize(size: number): string | undefined {
  if (size === 0) return 'This file is empty.';
  return size > LONGEST_IMPORT ? TOO_LONG : undefined;
}

export function recognise(text: string): Recognised {
  if (text.length > LONGEST_IMPORT) return refused(TOO_LONG);
  const plain = text.replace(/^\uFEFF/, '');
  if (plain.trim() === '') return refused('There is nothing in it.');
  if (isBinary(plain)) {
    return refused('This is no text. Scenarios, manifests and loads are text: YAML, JSON or CSV.');
  }
  return (
    asScenario(plain) ??
    asTaught(plain) ??
    asOurOwn(plain) ??
    (isReport(plain) ? asLink(plain) : undefined) ??
    asCluster(plain) ??
    (isManifest(plain) ? { kind: 'manifest', text: plain } : (asLink(plain) ?? asLoad(plain)))
  );
}

/** Characters at the start that tell text from pictures and archives. */
const HEAD = 4096;

function isBinary(text: string): boolean {
  const head = text.slice(0, HEAD);
  const strange = [...head.matchAll(/[\p{Cc}\ufffd]/gu)].filter(([char]) => !/\s/.test(char));
  return head.includes('\0') || strange.length > head.length / 20;
}

function asScenario(text: string): Recognised | undefined {
  const read = readScenarioFile(text);
  if (read === undefined) return undefined;
  return read.ok
    ? { kind: 'scenario', scenario: read.scenario, from: 'file' }
    : refused(`This scenario cannot be opened. ${read.message}`);
}

function asTaught(text: string): Recognised | undefined {
  const kind = kindOf(text);
  switch (kind) {
    case undefined:
      return undefined;
    case LESSON_KIND: {
      const read = readDocument(kind, text);
      return read.ok
        ? { kind: 'lesson', lesson: read.value }
        : refused(`This lesson cannot be opened. ${read.message}`);
    }
    case WORKSHOP_KIND: {
      const read = readDocument(kind, text);
      return read.ok
        ? { kind: 'workshop', workshop: read.value }
        : refused(`This workshop cannot be opened. ${read.message}`);
    }
    default:
      return refused('This is a page of the course itself, not something to open: find it under “Learn”.');
  }
}

function asCluster(text: string): Recognised | undefined {
  const taken = readClusterText(text);
  return taken === undefined ? undefined : { kind: 'cluster', taken };
}

/** What the page has written itself and does not read back as it is. */
function asOurOwn(text: string): Recognised | undefined {
  if (text.includes(RESULTS_FIRST_HEADERS) && text.indexOf(RESULTS_FIRST_HEADERS) < 3) {
    return refused(
      'These are results of a run, not what it was made from. Open its scenario or its link; the load of a run can be exported by itself.',
    );
  }
  if (/^LAST SEEN\s+TYPE\s+REASON\s+OBJECT\s+MESSAGE/.test(text)) {
    return refused('This is a list of events. They come out of a run; nothing can be run from them.');
  }
  return text.slice(0, 200).includes(`"${RESULTS_KIND}"`) ? asResults(text) : undefined;
}

/** Results hold the scenario that they came from. */
function asResults(text: string): Recognised {
  const message = 'These results are not whole: their scenario cannot be read. Export them once more.';
  try {
    const value = JSON.parse(text) as { readonly kind?: unknown; readonly scenario?: unknown } | null;
    if (value?.kind !== RESULTS_KIND) return refused(message);
    const read = readScenarioFile(JSON.stringify(value.scenario ?? null));
    return read?.ok ? { kind: 'scenario', scenario: read.scenario, from: 'results' } : refused(message);
  } catch {
    return refused(message);
  }
}

/** An object of Kubernetes names its kind: at the start of a line of YAML, or in JSON. */
function isManifest(text: string): boolean {
  if (/^\s*[{[]/.test(text)) return /"kind"\s*:\s*"[A-Z]\w*"/.test(text) && /"apiVersion"\s*:/.test(text);
  return /^(?:- |\s{0,8})?["']?(?:kind|apiVersion)["']?\s*:\s*\S/m.test(text);
}

/** A summary in Markdown holds the manifest as well as the link. */
function isReport(text: string): boolean {
  return /^## HPA `/.test(text);
}

/** A link of ours stands in what the page writes for reports and into its pictures. */
function asLink(text: string): Recognised | undefined {
  const whole = /^#?((?:w\.)?\d{1,4}\.[A-Za-z0-9_-]{8,})$/.exec(text.trim())?.[1];
  const fragment = whole ?? /https?:\/\/[^\s<>"#]*#((?:w\.)?\d{1,4}\.[A-Za-z0-9_-]{8,})/.exec(text)?.[1];
  return fragment === undefined ? undefined : { kind: 'link', fragment };
}

const EXPECTED =
  'A scenario (YAML or JSON), a manifest, a lesson or a workshop, a link, or a load (CSV, or the answer of Prometheus to query_range) can be opened here.';

function asLoad(text: string): Recognised {
  if (/^\s*</.test(text)) return refused(`This is markup, and no scenario is linked in it. ${EXPECTED}`);
  const load = readLoadText(text);
  if (load.ok) return { kind: 'load', text, load };
  return refused(`This was not recognised. ${EXPECTED} Read as a load: ${load.message}`);
}
