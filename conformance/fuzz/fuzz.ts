/** Mutated manifests through the reader: nothing may crash, hang, or be said without its place. */
import { readdirSync, readFileSync } from 'node:fs';
import { MINORS, type QuickFix, readManifest } from '../../src/core/index.ts';
import { unsoundness, unsoundnessOf } from '../../src/core/manifest/testing.ts';
import { applyFix } from '../applyFix.ts';
import { mutated } from './mutate.ts';
import { type Random, randomOf } from './random.ts';

export interface FuzzFailure {
  readonly seed: number;
  readonly text: string;
  readonly what: string;
}

export interface FuzzResult {
  readonly cases: number;
  readonly failures: readonly FuzzFailure[];
  /** the longest that one text took, milliseconds */
  readonly slowestMs: number;
  readonly outcomes: Readonly<Record<string, number>>;
  /** fixes that were made, and their results read */
  readonly fixes: number;
}

/** One text may take this long; a usual one takes a thousandth of it. */
const MOST_MS = 3000;

/** What is mutated, from the project's root. */
const FOLDERS = ['conformance/manifests/', 'examples/', 'examples/neighbours/'];

function corpus(): readonly [string, ...string[]] {
  const texts = FOLDERS.flatMap((folder) =>
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.json'))
      .map(({ name }) => readFileSync(folder + name, 'utf8')),
  );
  const [first, ...others] = texts;
  if (first === undefined) throw new Error('there is nothing to mutate');
  return [first, ...others];
}

function errorText(error: unknown): string {
  return error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error);
}

interface Outcome {
  readonly wrong: readonly string[];
  readonly outcome: string;
  readonly hasFix: boolean;
}

/** Reads a text, and once more what a fix makes of it. */
function tried(text: string, random: Random): Outcome {
  const minor = random.pick(MINORS);
  try {
    const result = readManifest(text, minor);
    const { outcome, problems } = result;
    const fixes: readonly QuickFix[] = problems.flatMap((problem) => problem.fixes ?? []);
    const fix = fixes[random.below(fixes.length)];
    const wrong = [...unsoundnessOf(text, result)];
    if (fix !== undefined) wrong.push(...unsoundness(applyFix(text, fix), minor));
    return { wrong, outcome, hasFix: fix !== undefined };
  } catch (error) {
    return { wrong: [errorText(error)], outcome: 'crash', hasFix: false };
  }
}

/** Runs `count` cases, each from its own seed, so that any of them can be run alone. */
export function fuzz(firstSeed: number, count: number, progress?: (done: number) => void): FuzzResult {
  const texts = corpus();
  const failures: FuzzFailure[] = [];
  const outcomes: Record<string, number> = {};
  let slowestMs = 0;
  let fixes = 0;
  for (let seed = firstSeed; seed < firstSeed + count; seed++) {
    const random = randomOf(seed);
    const text = mutated(random.pick(texts), random, random.pick(texts));
    const start = performance.now();
    const { wrong, outcome, hasFix } = tried(text, random);
    const took = performance.now() - start;
    slowestMs = Math.max(slowestMs, took);
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    if (hasFix) fixes++;
    if (took > MOST_MS) failures.push({ seed, text, what: `took ${Math.round(took)} ms` });
    for (const what of wrong.slice(0, 1)) failures.push({ seed, text, what });
    if ((seed - firstSeed + 1) % 10_000 === 0) progress?.(seed - firstSeed + 1);
  }
  return { cases: count, failures, slowestMs, outcomes, fixes };
}
