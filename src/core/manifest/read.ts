/** From a visitor's text to something that can be simulated, or to the reasons why not. */
import { type FeatureGates, type Minor, type Release, resolveRelease } from '../releases/index.ts';
import { addDuplicateKeys, addStrayDocuments } from './documentProblems.ts';
import { type SplitResult, splitDocuments } from './documents.ts';
import { foreignText } from './foreign.ts';
import { addFragmentProblems } from './fragmentProblems.ts';
import { findFragment } from './fragments.ts';
import { type Candidate, findAutoscalers } from './hpaDocument.ts';
import { addKedaRemarks } from './kedaRemarks.ts';
import { MAX_MANIFEST_LENGTH } from './limits.ts';
import { addTrailingCommas } from './lookalikes.ts';
import { addNoHpa } from './noHpa.ts';
import { addOverlaps, rivalsOf } from './overlap.ts';
import { ProblemList } from './problems.ts';
import { type ReadHpa, readHpa } from './readHpa.ts';
import { readScaledObject } from './readScaledObject.ts';
import { addSyntaxProblem } from './syntaxProblems.ts';
import { templateProblems } from './templates.ts';
import type { ManifestResult, Outcome, ReadOptions } from './types.ts';

interface Reading {
  readonly split: SplitResult;
  readonly release: Release;
  /** of the text as a whole; those of its HPAs stand with them */
  readonly problems: ProblemList;
}

function addSeveral(running: ReadHpa, candidates: readonly Candidate[], problems: ProblemList): void {
  const others = candidates.filter(({ choice }) => choice !== running.choice);
  const isMixed = candidates.some(({ choice }) => choice.kind !== undefined);
  const what = isMixed ? 'autoscalers' : 'HorizontalPodAutoscalers';
  const message = `There are ${candidates.length} ${what} in this text; ${running.choice.key} is simulated until one is chosen.`;
  const hint = 'Choose the one that you mean, or remove the others.';
  const finding = { severity: 'info', rule: 'several-hpas', message, hint } as const;
  for (const { document } of others.slice(0, 1)) problems.addField(finding, document, ['kind']);
}

/** The HPAs that are read: the chosen one, or all of them while none is. */
function readChosen(
  reading: Reading,
  candidates: readonly Candidate[],
  chosen: string | undefined,
): readonly ReadHpa[] {
  const { split, release, problems } = reading;
  const only = candidates.filter(({ choice }) => choice.key === chosen);
  const wanted = only.length > 0 ? only : candidates;
  return wanted.map((candidate) => {
    const read = candidate.choice.kind === undefined ? readHpa : readScaledObject;
    return read(candidate, split.documents, release, problems.text);
  });
}

/** Of a ScaledObject that is refused there is no HPA that could be in the way. */
function isApplied({ choice, problems }: ReadHpa): boolean {
  return choice.kind === undefined || !problems.hasErrors;
}

function outcomeOf(reads: readonly ReadHpa[], problems: ProblemList): Outcome {
  if (problems.hasErrors) return 'error';
  if (reads.length > 1) return 'choose';
  return reads[0]?.isOldVersion === true ? 'convert' : 'accept';
}

function readHpas(
  reading: Reading,
  candidates: readonly Candidate[],
  chosen: string | undefined,
): ManifestResult {
  const { split, problems } = reading;
  const reads = readChosen(reading, candidates, chosen);
  // A document that cannot be parsed may be the workload: what runs without it would be something else.
  const running = problems.hasErrors ? undefined : reads.find(({ manifest }) => manifest !== undefined);
  for (const read of reads) problems.addAll(read.problems);
  addStrayDocuments(split, problems);
  addKedaRemarks(split, problems);
  addDuplicateKeys(split.documents, problems);
  addTrailingCommas(split.documents, reading.release, problems);
  if (reads.length > 1 && running !== undefined) addSeveral(running, candidates, problems);
  const all = reads.length === candidates.length ? reads : readChosen(reading, candidates, undefined);
  const others = new ProblemList(problems.text);
  const applied = all.filter(isApplied);
  addOverlaps(applied, others);
  problems.addAll(others);
  const hpas = candidates.map(({ choice }) => choice);
  const documents = reads.map(({ document }) => document);
  const placeholders = templateProblems(split, documents, problems);
  if (placeholders !== undefined) return { outcome: 'template', problems: placeholders.sorted(), hpas };
  const outcome = outcomeOf(reads, problems);
  const told = { outcome, problems: problems.sorted(), hpas };
  if (running?.manifest === undefined) return told;
  // Where one is chosen, all were read once more: the same HPA is another object there.
  const own = applied.find(({ choice }) => choice.key === running.choice.key) ?? running;
  const rivals = rivalsOf(own, applied);
  const manifest = rivals.length === 0 ? running.manifest : { ...running.manifest, rivals };
  return { ...told, manifest, chosenHpa: running.choice.key };
}

/** A text of another kind is named as such, not by what a YAML parser makes of it. */
function foreignResult({ documents }: SplitResult, text: string): ManifestResult | undefined {
  const foreign = documents.some(({ value }) => typeof value.kind === 'string')
    ? undefined
    : foreignText(text);
  if (foreign === undefined) return undefined;
  const problems = new ProblemList(text);
  problems.addAt(foreign.finding, foreign.start, foreign.end);
  return { outcome: 'error', problems: problems.sorted(), hpas: [] };
}

function readWithoutHpa({ split, release, problems }: Reading): ManifestResult {
  const fragment = findFragment(split);
  const foreign = fragment === undefined ? foreignResult(split, problems.text) : undefined;
  if (foreign !== undefined) return foreign;
  if (fragment !== undefined) addFragmentProblems(fragment, split.documents, release, problems);
  // A document that could not be read may well be the HPA: then the syntax is what has to be told.
  else if (split.faults.length === 0) addNoHpa(split, problems);
  addDuplicateKeys(split.documents, problems);
  const documents = fragment === undefined ? [] : [fragment.document];
  const placeholders = templateProblems(split, documents, problems);
  if (placeholders !== undefined) return { outcome: 'template', problems: placeholders.sorted(), hpas: [] };
  const isFragment = fragment !== undefined && split.faults.length === 0;
  return { outcome: isFragment ? 'fragment' : 'error', problems: problems.sorted(), hpas: [] };
}

function tooLong(problems: ProblemList): ManifestResult {
  const message = `The text is longer than ${MAX_MANIFEST_LENGTH / 1024} KiB, the most that is read.`;
  const hint = 'Keep the HorizontalPodAutoscaler and the workload that it scales.';
  problems.addAt({ severity: 'error', rule: 'too-long', message, hint }, 0, 0);
  return { outcome: 'error', problems: problems.sorted(), hpas: [] };
}

/**
 * Reads a text with a HorizontalPodAutoscaler and, if it is there, the workload that it scales. Never throws; every
 * problem has its place.
 *
 * @param minor the Kubernetes minor whose API server is asked
 * @param featureGates gates that differ from the minor's defaults
 * @rule MF9
 */
export function readManifest(
  text: string,
  minor: Minor,
  featureGates: FeatureGates = {},
  options: ReadOptions = {},
): ManifestResult {
  const problems = new ProblemList(text);
  if (text.length > MAX_MANIFEST_LENGTH) return tooLong(problems);
  const split = splitDocuments(text);
  for (const fault of split.faults) addSyntaxProblem(problems, split.prepared, fault);
  const reading = { split, release: resolveRelease(minor, featureGates), problems };
  const candidates = findAutoscalers(split, text);
  return candidates.length === 0 ? readWithoutHpa(reading) : readHpas(reading, candidates, options.hpa);
}
