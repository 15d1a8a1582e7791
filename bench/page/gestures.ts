/** Gestures on the built page, each movement only after the one before was painted. */
import type { Browser, Page } from '@playwright/test';
import {
  middleOf,
  newPage,
  openCounters,
  openSettled,
  type Point,
  takeLongTasks,
  type WithStopwatch,
} from './session.ts';
import { type Figure, figure } from './statistics.ts';

const MOVES = 40;
const WARM_UP = 5;

const LOAD_POINT = '[role="slider"][aria-label^="Load point"]';
const RIBBON = '[role="slider"][aria-label="Sync"]';
const REPLICAS = '[aria-label="Replicas"] svg';

/** What has to change so that a movement counts as painted. */
interface Watched {
  readonly selector: string;
  /** an attribute below it; empty for texts and elements */
  readonly attribute: string;
}

function redrawn(page: Page, watched: Watched): Promise<number> {
  return page.evaluate(
    ({ selector, attribute }) =>
      (window as unknown as WithStopwatch).stopwatch.untilRedrawn(selector, attribute),
    watched,
  );
}

/** Presses at a point and moves from there; each step is a distance from it. Answers what each took. */
async function drag(
  page: Page,
  from: Point,
  steps: readonly Point[],
  painted: (page: Page) => Promise<number>,
  onWarm: () => Promise<void> = async () => {},
): Promise<number[]> {
  const times: number[] = [];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (const [index, by] of steps.entries()) {
    if (index === WARM_UP) await onWarm();
    const time = painted(page);
    await page.mouse.move(from.x + by.x, from.y + by.y);
    times.push(await time);
  }
  await page.mouse.up();
  return times;
}

function stepsOf(count: number, step: (index: number) => Point): readonly Point[] {
  return Array.from({ length: count }, (_, index) => step(index + 1));
}

/** Up and down by turns, never to where it was last time. */
function upAndDown(index: number): Point {
  return { x: 0, y: index % 2 === 0 ? -12 - (index % 7) : 12 + (index % 7) };
}

/** @param what how long the run of that address is, and of what, for the names of the figures */
export async function measureGestures(browser: Browser, address: string, what: string): Promise<Figure[]> {
  const page = await newPage(browser);
  await openSettled(page, address);
  const figures = [
    ...(await measureDrag(page, what)),
    await measureScrub(page, what),
    await measureKeystrokes(page, what),
  ];
  await page.context().close();
  return figures;
}

async function measureDrag(page: Page, what: string): Promise<Figure[]> {
  const counters = await openCounters(page);
  const point = await middleOf(page, LOAD_POINT, 1);
  const watched = { selector: REPLICAS, attribute: 'd' };
  let before = await counters.read();
  const startCounting = async (): Promise<void> => {
    await takeLongTasks(page);
    before = await counters.read();
  };
  const steps = stepsOf(WARM_UP + MOVES, upAndDown);
  const times = await drag(page, point, steps, (of) => redrawn(of, watched), startCounting);
  const after = await counters.read();
  const longest = Math.max(0, ...(await takeLongTasks(page)));
  return [
    figure(`drag to painted charts, ${what}`, times.slice(WARM_UP)),
    figure(`drag: main thread's processor time a move, ${what}`, [(after.taskMs - before.taskMs) / MOVES]),
    figure(`drag: longest task over 50 ms, ${what}`, [longest]),
  ];
}

async function measureScrub(page: Page, what: string): Promise<Figure> {
  const ribbon = await middleOf(page, RIBBON);
  const left = { x: ribbon.x - ribbon.width / 2 + 4, y: ribbon.y };
  const stride = (ribbon.width - 8) / (MOVES + WARM_UP);
  const watched = { selector: RIBBON, attribute: 'aria-valuetext' };
  const steps = stepsOf(MOVES + WARM_UP, (index) => ({ x: index * stride, y: 0 }));
  const times = await drag(page, left, steps, (of) => redrawn(of, watched));
  return figure(`scrub to painted cursor, ${what}`, times.slice(WARM_UP));
}

const KEYSTROKES = 10;
/** Not the whole list: how long a run took is told there too, and comes later than what was typed meanwhile. */
const PROBLEM_COUNT = '[aria-label="Problems"] h2';

/** A character that breaks the text and one that mends it, by turns; the page waits 100 ms for the next key. */
async function measureKeystrokes(page: Page, what: string): Promise<Figure> {
  const times: number[] = [];
  await page.getByRole('textbox', { name: /^Manifest/ }).focus();
  await page.keyboard.press('ControlOrMeta+Home');
  for (let stroke = 0; stroke < KEYSTROKES; stroke++) {
    const time = redrawn(page, { selector: PROBLEM_COUNT, attribute: '' });
    await page.keyboard.press(stroke % 2 === 0 ? '{' : 'Backspace');
    times.push(await time);
  }
  return figure(`keystroke to painted problems, ${what}`, times);
}

/** The least that a movement can take here: from the pointer to a frame in which nothing was to be drawn. */
export async function measureFrame(browser: Browser, address: string): Promise<Figure> {
  const page = await newPage(browser);
  await openSettled(page, address);
  const times: number[] = [];
  for (let index = 0; index < MOVES; index++) {
    const frame = page.evaluate(() => (window as unknown as WithStopwatch).stopwatch.untilFrame());
    await page.mouse.move(300 + index, 20);
    times.push(await frame);
  }
  await page.context().close();
  return figure('pointer to painted, nothing to do', times);
}

const DRAGS = 200;

/** Heap after many drags over heap after a few, garbage collected. */
export async function measureMemory(browser: Browser, address: string): Promise<Figure[]> {
  const page = await newPage(browser);
  await openSettled(page, address);
  const counters = await openCounters(page);
  const heap = async (): Promise<number> => {
    await page.waitForTimeout(500);
    await counters.tidy();
    return (await counters.read()).heapKb;
  };
  const dragOnce = async (): Promise<void> => {
    const point = await middleOf(page, LOAD_POINT, 1);
    await drag(
      page,
      point,
      [
        { x: 0, y: -20 },
        { x: 0, y: 0 },
      ],
      async () => 0,
    );
  };
  for (let index = 0; index < 20; index++) await dragOnce();
  const early = await heap();
  for (let index = 0; index < DRAGS; index++) await dragOnce();
  const late = await heap();
  await page.context().close();
  return [
    figure('heap of the page after 20 drags', [early], 'kB'),
    figure(`heap after ${DRAGS} more`, [late], 'kB'),
  ];
}
