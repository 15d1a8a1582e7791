/** The host with the real core: what the worker answers, without the worker. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkLimits, newScenario, readManifest, startSimulation } from '../core/index.ts';
import type { ProgressMessage, Request } from './protocol.ts';
import { createHost, type HostCore } from './simulationHost.ts';

const CORE: HostCore = {
  readManifest,
  checkLimits,
  startSimulation,
  commentary: () => import('./commentary.ts'),
  now: () => 0,
  breathe: () => Promise.resolve(),
  report: () => undefined,
};

/** A host whose clock goes on by 30 ms whenever it is looked at, and that does something at each breath. */
function slowHost(onBreath: (breath: number) => void = () => undefined) {
  const reports: ProgressMessage[] = [];
  let nowMs = 0;
  let breaths = 0;
  const host = createHost({
    ...CORE,
    now: () => {
      nowMs += 30;
      return nowMs;
    },
    breathe: async () => onBreath(++breaths),
    report: (message) => reports.push(message),
  });
  return { host, reports, breathsSoFar: () => breaths };
}
const LONG = { durationSeconds: 86_400 };
const text = readFileSync(new URL('../../examples/01-web-cpu.yaml', import.meta.url), 'utf8');
const scenario = newScenario(text);
const runOf = (revision: number, change: Partial<typeof scenario> = {}): Request => ({
  type: 'run',
  revision,
  scenario: { ...scenario, ...change },
});
const askFor = (revision: number, run: number, sync: number): Request => ({
  type: 'explain',
  revision,
  run,
  sync,
});
const askAdvice = (revision: number, run: number): Request => ({ type: 'advise', revision, run });
/** equal bounds: the HPA never scales, and advice says so */
const PINNED = text.replace(/maxReplicas: \d+/, 'maxReplicas: 1');

describe('simulation host', () => {
  test('a run gives its trace, and each sync its explanation', async () => {
    const host = createHost(CORE);
    const ran = await host.handle(runOf(1));
    if (ran.type !== 'ran' || ran.trace === undefined) throw new Error('it did not run');
    expect(ran.trace.syncs.atSeconds.length).toBe(ran.trace.summary.syncs);
    const explained = await host.handle(askFor(2, 1, 30));
    if (explained.type !== 'explained') throw new Error('it was not explained');
    expect(explained).toMatchObject({ revision: 2, run: 1, step: { index: 30 } });
    expect(explained.explanation.headline).not.toBe('');
  });

  test('what is answered can be cloned', async () => {
    const host = createHost(CORE);
    for (const request of [runOf(1), askFor(2, 1, 5), askAdvice(3, 1)]) {
      const answer = await host.handle(request);
      expect(answer.type).not.toBe('failed');
      expect(() => structuredClone(answer)).not.toThrow();
    }
  });

  test('a text that does not run gives its problems, and the last good run can still be asked about', async () => {
    const host = createHost(CORE);
    host.handle(runOf(1));
    const broken = await host.handle(runOf(2, { manifest: 'kind: Service' }));
    if (broken.type !== 'ran') throw new Error('no answer to the run');
    expect(broken.trace).toBeUndefined();
    expect(broken.manifest.problems.length).toBeGreaterThan(0);
    expect(await host.handle(askFor(3, 1, 0))).toMatchObject({ type: 'explained' });
  });

  test('a run beyond the limits names the limit', async () => {
    const host = createHost(CORE);
    const controller = { ...scenario.controller, syncPeriodSeconds: 1 };
    const answer = await host.handle(runOf(1, { durationSeconds: 31 * 86_400, controller }));
    expect(answer).toMatchObject({ type: 'failed', request: 'run', revision: 1 });
    expect(answer.type === 'failed' && answer.message).toMatch(/syncs; .* are possible/);
  });

  test('a question about a run that is gone, or about a sync that is not there, is answered as a failure', async () => {
    const host = createHost(CORE);
    host.handle(runOf(1));
    host.handle(runOf(2));
    expect(await host.handle(askFor(3, 1, 0))).toMatchObject({
      type: 'failed',
      request: 'explain',
      revision: 3,
    });
    expect(await host.handle(askFor(4, 2, 1_000_000))).toMatchObject({ type: 'failed', revision: 4 });
  });

  test('advice is about the newest run, with and without a trace', async () => {
    const host = createHost(CORE);
    host.handle(runOf(1, { manifest: PINNED }));
    const advised = await host.handle(askAdvice(2, 1));
    if (advised.type !== 'advised') throw new Error('no advice');
    expect(advised).toMatchObject({ revision: 2, run: 1 });
    expect(advised.advice.length).toBeGreaterThan(0);
    host.handle(runOf(3, { manifest: 'kind: Service' }));
    expect(await host.handle(askAdvice(4, 3))).toMatchObject({ type: 'advised', run: 3, advice: [] });
    expect(await host.handle(askAdvice(5, 1))).toMatchObject({ type: 'failed', request: 'advise' });
  });

  test('a watch shows the lines up to a sync, and those of the newest run', async () => {
    const host = createHost(CORE);
    host.handle(runOf(1));
    const watchOf = async (revision: number, run: number, sync: number) =>
      host.handle({ type: 'watch', revision, run, sync });
    const early = await watchOf(2, 1, 3);
    const late = await watchOf(3, 1, 100);
    if (early.type !== 'watched' || late.type !== 'watched') throw new Error('nothing was watched');
    expect(early.view.header).toMatch(/^NAME +REFERENCE /);
    expect(early.view.lines[0]?.text).toMatch(/^web +Deployment\/web +cpu: <unknown>\/50% +1 +10 +0 +\d+s$/);
    expect(late.view.lines.slice(0, early.view.lines.length)).toEqual(early.view.lines);
    expect(late.view.lines.length).toBeGreaterThan(early.view.lines.length);
    host.handle(runOf(4));
    expect(await watchOf(5, 1, 3)).toMatchObject({ type: 'failed', request: 'watch' });
    expect(() => structuredClone(late)).not.toThrow();
  });

  test('a commentary that cannot be loaded fails the question and not the run', async () => {
    const commentary = (): Promise<never> => Promise.reject(new Error('not there'));
    const host = createHost({ ...CORE, commentary });
    expect(await host.handle(runOf(1))).toMatchObject({ type: 'ran' });
    expect(await host.handle(askFor(2, 1, 0))).toMatchObject({ type: 'failed', message: 'not there' });
  });
});

describe('a run that takes long', () => {
  test('looks up now and then, says how far it is, and ends like any other', async () => {
    const { host, reports, breathsSoFar } = slowHost();
    const ran = await host.handle(runOf(7, LONG));
    if (ran.type !== 'ran' || ran.trace === undefined) throw new Error('it did not run');
    const quick = await createHost(CORE).handle(runOf(7, LONG));
    expect(ran.trace).toEqual(quick.type === 'ran' && quick.trace);
    expect(breathsSoFar()).toBeGreaterThan(10);
    expect(reports.length).toBeGreaterThan(3);
    expect(reports.every(({ revision }) => revision === 7)).toBe(true);
    const shares = reports.map(({ share }) => share);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares[0]).toBeGreaterThan(0);
    expect(shares.at(-1)).toBeLessThan(1);
    // A breath every 60 ms or more of this clock, a report every 100.
    expect(reports.length).toBeLessThan(breathsSoFar());
  });

  test('is given up at its next breath; the last good run can still be asked about', async () => {
    const { host, breathsSoFar } = slowHost((breath) => breath === 5 && host.cancel(2));
    await host.handle(runOf(1, { durationSeconds: 600 }));
    expect(await host.handle(runOf(2, LONG))).toEqual({ type: 'cancelled', revision: 2 });
    expect(breathsSoFar()).toBe(5);
    expect(await host.handle(askFor(3, 1, 0))).toMatchObject({ type: 'explained', run: 1 });
    expect(await host.handle(runOf(4, LONG))).toMatchObject({ type: 'ran', revision: 4 });
  });

  test('a question about it waits for it, and so does the next run', async () => {
    const { host } = slowHost();
    const [ran, explained] = await Promise.all([
      host.handle(runOf(1, LONG)),
      host.handle(askFor(2, 1, 4000)),
    ]);
    expect(ran).toMatchObject({ type: 'ran', revision: 1 });
    expect(explained).toMatchObject({ type: 'explained', run: 1, step: { index: 4000 } });
    const order: number[] = [];
    const noteOf = async (revision: number, change: typeof LONG) => {
      const answer = await host.handle(runOf(revision, change));
      order.push(answer.revision);
    };
    await Promise.all([noteOf(3, LONG), noteOf(4, { durationSeconds: 600 })]);
    expect(order).toEqual([3, 4]);
    expect(await host.handle(askFor(5, 4, 0))).toMatchObject({ type: 'explained', run: 4 });
  });

  test('a failure on its way is an answer, too', async () => {
    const startSimulation = () => ({
      atSeconds: 0,
      goOn: (): undefined => {
        if (breaths > 1) throw new Error('a bug');
      },
    });
    let breaths = 0;
    let nowMs = 0;
    const host = createHost({
      ...CORE,
      startSimulation,
      now: () => {
        nowMs += 60;
        return nowMs;
      },
      breathe: async () => {
        breaths += 1;
      },
    });
    expect(await host.handle(runOf(1))).toMatchObject({ type: 'failed', request: 'run', message: 'a bug' });
  });
});
