/** Reads vectors. They may come from anywhere: names and sizes are checked before anything is opened. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Trace, TraceIndex } from './traceFormat.ts';

const LARGEST_FILE = 64 * 1024 * 1024;
const PLAIN_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

function readJson(path: string): unknown {
  const { size } = statSync(path);
  if (size > LARGEST_FILE) throw new Error(`larger than ${LARGEST_FILE} bytes`);
  return JSON.parse(readFileSync(path, 'utf8'));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `index.json` of a minor's folder. */
export function readIndex(root: string, folder: string): TraceIndex {
  const index = readJson(join(root, folder, 'index.json'));
  if (!isObject(index) || typeof index.kubernetes !== 'string' || !isObject(index.scenarios)) {
    throw new Error('an index needs "kubernetes" and "scenarios"');
  }
  for (const [name, holder] of Object.entries(index.scenarios)) {
    if (!PLAIN_NAME.test(name) || typeof holder !== 'string' || !PLAIN_NAME.test(holder)) {
      throw new Error(`not a plain name: ${name} in ${String(holder)}`);
    }
  }
  return index as unknown as TraceIndex;
}

/** One trace; what the replay relies on without looking is checked here. */
export function readTrace(root: string, folder: string, name: string): Trace {
  const trace = readJson(join(root, folder, `${name}.json`));
  if (!isObject(trace)) throw new Error('not an object');
  for (const field of ['controllerManager', 'hpa', 'podTemplates']) {
    if (!isObject(trace[field])) throw new Error(`"${field}" is missing`);
  }
  const { hpa, start, steps } = trace;
  if (!isObject(hpa) || !isObject(hpa.metadata) || !isObject(hpa.spec))
    throw new Error('"hpa" is incomplete');
  if (typeof start !== 'string' || Number.isNaN(Date.parse(start))) throw new Error('"start" is no instant');
  if (!Array.isArray(steps)) throw new Error('"steps" is missing');
  steps.forEach((step: unknown, index) => {
    if (!isObject(step) || typeof step.t !== 'number' || !isObject(step.out)) {
      throw new Error(`step ${index} needs "t" and "out"`);
    }
  });
  return { featureGates: {}, ...trace } as unknown as Trace;
}

/** A file of API cases: `{suite, kubernetes, cases}`; undefined for any other file. */
export interface CaseFile {
  readonly suite: string;
  readonly kubernetes: string;
  readonly cases: readonly Readonly<Record<string, unknown>>[];
  readonly extra?: unknown;
}

/** @returns undefined where the file is JSON but no file of cases */
export function readCaseFile(path: string): CaseFile | undefined {
  const file = readJson(path);
  if (!isObject(file) || typeof file.suite !== 'string' || !Array.isArray(file.cases)) return undefined;
  const kubernetes = typeof file.kubernetes === 'string' ? file.kubernetes : '';
  return { ...(file as unknown as CaseFile), kubernetes };
}

export interface Found {
  /** folders of minors: root and name */
  readonly minors: readonly { readonly root: string; readonly folder: string }[];
  /** paths of files that may hold API cases */
  readonly caseFiles: readonly string[];
}

const DEEPEST = 4;

/**
 * Looks through a folder for minors' folders (they hold `index.json`) and for files of cases.
 *
 * @param dir a folder that holds minors' folders, a minor's folder itself, or anything above
 */
export function findVectors(dir: string): Found {
  const minors: { root: string; folder: string }[] = [];
  const caseFiles: string[] = [];
  const look = (path: string, root: string, folder: string, depth: number): void => {
    const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) => compareNames(a.name, b.name));
    if (entries.some((entry) => entry.isFile() && entry.name === 'index.json')) {
      minors.push({ root, folder });
      return;
    }
    for (const entry of entries) {
      if (entry.isFile() && entry.name.endsWith('.json')) caseFiles.push(join(path, entry.name));
      else if (entry.isDirectory() && depth < DEEPEST)
        look(join(path, entry.name), path, entry.name, depth + 1);
    }
  };
  look(dir, join(dir, '..'), dir.split(/[\\/]/).filter(Boolean).at(-1) ?? dir, 0);
  return { minors, caseFiles };
}

/** Newest minor first: 1.37 before 1.9. */
function compareNames(a: string, b: string): number {
  return b.localeCompare(a, 'en', { numeric: true });
}
