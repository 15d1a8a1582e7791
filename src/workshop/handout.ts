/** A workshop on paper: put beside the page for as long as the browser prints, and shown nowhere else. */
import { createElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { Workshop } from '../core/index.ts';
import { runsNeeded } from '../core/lesson/sheet.ts';
import { runOf } from '../lessons/runs.ts';
import { Handout, type HandoutStep } from './Handout.tsx';
import { sheetOf } from './hold.ts';
import './spotlight.css';

async function stepsOf({ steps }: Workshop): Promise<readonly HandoutStep[]> {
  const made: HandoutStep[] = [];
  for (const step of steps) {
    const sheet = await sheetOf(step);
    const names = runsNeeded({ ...sheet, reveal: '' });
    const runs = await Promise.all(
      names.map(async (name) => [name, await runOf(sheet.runs[name] ?? sheet.start)] as const),
    );
    made.push({ sheet, runs: Object.fromEntries(runs), start: await runOf(sheet.start) });
  }
  return made;
}

/** @param link that learners open */
export async function printHandout(workshop: Workshop, link: string): Promise<void> {
  const steps = await stepsOf(workshop);
  const place = document.createElement('div');
  place.dataset.handout = '';
  document.body.append(place);
  const root = createRoot(place);
  flushSync(() => root.render(createElement(Handout, { workshop, link, steps })));
  window.print();
  root.unmount();
  place.remove();
}
