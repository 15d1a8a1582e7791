/** The course and what else is taught with, from the files of `lessons`. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readScenario, type Scenario, simulate, type Trace } from '../core/index.ts';
import { type DocumentKind, readDocument } from '../core/lesson/files.ts';
import type { TextRuns } from '../core/lesson/placeholders.ts';
import type { Contest, Lesson, Pattern, PlaybookEntry } from '../core/lesson/types.ts';

const FOLDER = 'lessons';
/** Folders that hold no chapter of the course. */
const OTHERS = ['playbook', 'patterns', 'contest'] as const;

export interface CourseFile<T> {
  /** from the project's root, with slashes */
  readonly path: string;
  readonly content: T;
}

function yamlFiles(folder: string): readonly string[] {
  return readdirSync(join(FOLDER, folder))
    .filter((name) => name.endsWith('.yaml'))
    .toSorted()
    .map((name) => `${FOLDER}/${folder}/${name}`);
}

function read<T>(kind: DocumentKind, path: string): CourseFile<T> {
  const document = readDocument(kind, readFileSync(path, 'utf8'));
  if (!document.ok) throw new Error(`${path}: ${document.message}`);
  return { path, content: document.value as T };
}

/** In the order of the course. */
export function readLessons(): readonly CourseFile<Lesson>[] {
  const folders = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const chapters = folders.map(({ name }) => name).filter((name) => !OTHERS.some((other) => other === name));
  return chapters
    .toSorted()
    .flatMap((chapter) => yamlFiles(chapter).map((path) => read<Lesson>('HPAPlaygroundLesson', path)));
}

export function readPlaybook(): readonly CourseFile<PlaybookEntry>[] {
  return yamlFiles('playbook').map((path) => read('HPAPlaygroundPlaybookEntry', path));
}

export function readPatterns(): readonly CourseFile<Pattern>[] {
  return yamlFiles('patterns').map((path) => read('HPAPlaygroundPattern', path));
}

export function readContests(): readonly CourseFile<Contest>[] {
  return yamlFiles('contest').map((path) => read('HPAPlaygroundContest', path));
}

/** Runs a scenario that is known to run. */
export function runScenario(scenario: Scenario): Trace {
  const { manifest, problems } = readScenario(scenario);
  if (manifest === undefined) throw new Error(problems.map(({ message }) => message).join('; '));
  return simulate(scenario, manifest).trace;
}

/** The scenarios of a lesson by the names that its texts call their runs. */
export function scenariosOf({ start, solution, variants }: Lesson): readonly (readonly [string, Scenario])[] {
  return [
    ['run', start],
    ...(solution === undefined ? [] : [['solution', solution] as const]),
    ...variants.map(({ id, scenario }) => [id, scenario] as const),
  ];
}

/** Every scenario that something is taught with, by a name of its own. */
export function taughtScenarios(): readonly (readonly [string, Scenario])[] {
  const lessons = readLessons().flatMap(({ content }) =>
    scenariosOf(content).map(([run, scenario]) => [`lesson-${content.id}-${run}`, scenario] as const),
  );
  const causes = readPlaybook().flatMap(({ content }) => content.questions.map(({ cause }) => cause));
  const playbook = causes.flatMap(({ id, scenario, cure }) => [
    [`playbook-${id}`, scenario] as const,
    ...(cure === undefined ? [] : [[`playbook-${id}-cured`, cure.scenario] as const]),
  ]);
  const patterns = readPatterns().flatMap(({ content: { id, scenario, fallback } }) => [
    [`pattern-${id}`, scenario] as const,
    [`pattern-${id}-default`, fallback] as const,
  ]);
  return [...lessons, ...playbook, ...patterns];
}

export function textRunsOf(lesson: Lesson): TextRuns {
  const runs = Object.fromEntries(
    scenariosOf(lesson).map(([name, scenario]) => [name, runScenario(scenario)]),
  );
  return { runs, ...(lesson.moment === undefined ? {} : { moment: lesson.moment }) };
}
