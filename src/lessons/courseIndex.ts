/** What can be learned from: the files of `lessons`, each fetched when it is opened. */
import type { Contest, Lesson, Pattern, PlaybookEntry } from '../core/index.ts';

interface Heading {
  readonly id: string;
  readonly title: string;
  readonly chapter: string;
}

export interface CourseLesson extends Heading {
  /** 1 for the first of its chapter */
  readonly number: number;
  open(): Promise<Lesson>;
}

export interface Chapter {
  readonly id: string;
  readonly title: string;
  readonly lessons: readonly CourseLesson[];
}

const HEADINGS = import.meta.glob<Heading>('../../lessons/[0-9]*/*.yaml', {
  query: '?heading',
  import: 'default',
  eager: true,
});
const LESSONS = import.meta.glob<Lesson>('../../lessons/[0-9]*/*.yaml', {
  query: '?document',
  import: 'default',
});
const PLAYBOOK = import.meta.glob<PlaybookEntry>('../../lessons/playbook/*.yaml', {
  query: '?document',
  import: 'default',
});
const PATTERNS = import.meta.glob<Pattern>('../../lessons/patterns/*.yaml', {
  query: '?document',
  import: 'default',
});
const CONTESTS = import.meta.glob<Contest>('../../lessons/contest/*.yaml', {
  query: '?document',
  import: 'default',
});

/** `zero-and-keda` as a heading. */
export function chapterTitle(id: string): string {
  const words = id.replaceAll('-', ' ').replace(/\bkeda\b/g, 'KEDA');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function chaptersOf(): readonly Chapter[] {
  const chapters = new Map<string, CourseLesson[]>();
  for (const [path, heading] of Object.entries(HEADINGS).toSorted(([a], [b]) => a.localeCompare(b, 'en'))) {
    const lessons = chapters.get(heading.chapter) ?? [];
    chapters.set(heading.chapter, lessons);
    lessons.push({
      ...heading,
      number: lessons.length + 1,
      async open() {
        const lesson = await LESSONS[path]?.();
        if (lesson === undefined) throw new Error(`${path} is missing`);
        return lesson;
      },
    });
  }
  return [...chapters].map(([id, lessons]) => ({ id, title: chapterTitle(id), lessons }));
}

export const CHAPTERS: readonly Chapter[] = chaptersOf();

/** In the order of the course. */
export const COURSE: readonly CourseLesson[] = CHAPTERS.flatMap(({ lessons }) => lessons);

async function all<T>(files: Readonly<Record<string, () => Promise<T>>>): Promise<readonly T[]> {
  const inOrder = Object.entries(files).toSorted(([a], [b]) => a.localeCompare(b, 'en'));
  return Promise.all(inOrder.map(([, open]) => open()));
}

export const loadPlaybook = (): Promise<readonly PlaybookEntry[]> => all(PLAYBOOK);
export const loadPatterns = (): Promise<readonly Pattern[]> => all(PATTERNS);
export const loadContests = (): Promise<readonly Contest[]> => all(CONTESTS);
