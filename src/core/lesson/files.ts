/** Lessons and workshops as files: YAML for people, JSON too. Each says what it is in `kind`. */
import { isWellFormed, toYaml } from '../scenario/yamlText.ts';
import { yamlToJson } from '../yaml/toJson.ts';
import {
  type Document,
  parseContest,
  parseLesson,
  parsePattern,
  parsePlaybookEntry,
  parseWorkshop,
} from './document.ts';
import { LESSON_LIMITS } from './limits.ts';
import type { Lesson, Workshop } from './types.ts';
import { writtenLesson, writtenWorkshop } from './written.ts';

export const LESSON_KIND = 'HPAPlaygroundLesson';
export const WORKSHOP_KIND = 'HPAPlaygroundWorkshop';

/** One parser a kind. */
const PARSERS = {
  [LESSON_KIND]: parseLesson,
  [WORKSHOP_KIND]: parseWorkshop,
  HPAPlaygroundPlaybookEntry: parsePlaybookEntry,
  HPAPlaygroundPattern: parsePattern,
  HPAPlaygroundContest: parseContest,
} as const;
export type DocumentKind = keyof typeof PARSERS;

type ValueOf<K extends DocumentKind> = Extract<ReturnType<(typeof PARSERS)[K]>, { ok: true }>['value'];

/** JSON can hold half of a surrogate pair, which YAML cannot. */
function fromJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

function parsedText(text: string): Document<unknown> {
  if (text.length > LESSON_LIMITS.fileLength) {
    const most = LESSON_LIMITS.fileLength / 1e6;
    return { ok: false, message: `Such a file has at most ${most} million characters.` };
  }
  const json = /^\s*\{/.test(text) ? fromJson(text) : undefined;
  if (json !== undefined) return { ok: true, value: json.value };
  const read = yamlToJson(text);
  return read.ok ? read : { ok: false, message: `This is neither YAML nor JSON: ${read.error}.` };
}

/**
 * Reads a file of the kind that is wanted, YAML or JSON.
 *
 * @rule LS5
 */
export function readDocument<K extends DocumentKind>(kind: K, text: string): Document<ValueOf<K>> {
  const parsed = parsedText(text);
  if (!parsed.ok) return parsed;
  const { value } = parsed;
  if (typeof value !== 'object' || value === null || (value as { kind?: unknown }).kind !== kind) {
    return { ok: false, message: `This is not a file of the kind ${kind}.` };
  }
  const { kind: _, ...document } = value as Record<string, unknown>;
  return PARSERS[kind](document) as Document<ValueOf<K>>;
}

/** What a file says it is, by its first lines; undefined when it is nothing of ours. */
export function kindOf(text: string): DocumentKind | undefined {
  const [, kind] = /^\s*(?:\{\s*)?["']?kind["']?:\s*["']?(HPAPlayground\w+)/m.exec(text.slice(0, 2000)) ?? [];
  return (Object.keys(PARSERS) as DocumentKind[]).find((known) => known === kind);
}

function isText(value: unknown): boolean {
  if (typeof value === 'string') return isWellFormed(value);
  return typeof value !== 'object' || value === null || Object.values(value).every(isText);
}

/** YAML, or JSON where something in it cannot be written as YAML. */
function fileText(kind: DocumentKind, written: object): string {
  const document = { kind, ...written };
  return isText(document) ? toYaml(document) : `${JSON.stringify(document, null, 2)}\n`;
}

/** As `readDocument` reads it. @rule LS5 */
export function lessonFile(lesson: Lesson): string {
  return fileText(LESSON_KIND, writtenLesson(lesson));
}

/** As `readDocument` reads it. @rule LS5 LS7 */
export function workshopFile(workshop: Workshop): string {
  return fileText(WORKSHOP_KIND, writtenWorkshop(workshop));
}
