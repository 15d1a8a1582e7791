/** The host with the real core: what the worker answers, without the worker. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkLimits, explain, newScenario, readManifest, reviewManifest, simulate } from '../core/index.ts';
import type { Request } from './protocol.ts';
import { createHost, type HostCore } from './simulationHost.ts';

const CORE: HostCore = { readManifest, reviewManifest, checkLimits, simulate, explain, now: () => 0 };
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

describe('simulation host', () => {
  test('a run gives its trace, and each sync its explanation', () => {
    const host = createHost(CORE);
    const ran = host.handle(runOf(1));
    if (ran.type !== 'ran' || ran.trace === undefined) throw new Error('it did not run');
    expect(ran.trace.syncs.atSeconds.length).toBe(ran.trace.summary.syncs);
    const explained = host.handle(askFor(2, 1, 30));
    if (explained.type !== 'explained') throw new Error('it was not explained');
    expect(explained).toMatchObject({ revision: 2, run: 1, step: { index: 30 } });
    expect(explained.explanation.headline).not.toBe('');
  });

  test('what is answered can be cloned', () => {
    const host = createHost(CORE);
    expect(() => structuredClone(host.handle(runOf(1)))).not.toThrow();
    expect(() => structuredClone(host.handle(askFor(2, 1, 5)))).not.toThrow();
  });

  test('a text that does not run gives its problems, and the last good run can still be asked about', () => {
    const host = createHost(CORE);
    host.handle(runOf(1));
    const broken = host.handle(runOf(2, { manifest: 'kind: Service' }));
    if (broken.type !== 'ran') throw new Error('no answer to the run');
    expect(broken.trace).toBeUndefined();
    expect(broken.manifest.problems.length).toBeGreaterThan(0);
    expect(host.handle(askFor(3, 1, 0)).type).toBe('explained');
  });

  test('a run beyond the limits names the limit', () => {
    const host = createHost(CORE);
    const controller = { ...scenario.controller, syncPeriodSeconds: 1 };
    const answer = host.handle(runOf(1, { durationSeconds: 31 * 86_400, controller }));
    expect(answer).toMatchObject({ type: 'failed', request: 'run', revision: 1 });
    expect(answer.type === 'failed' && answer.message).toMatch(/syncs; .* are possible/);
  });

  test('a question about a run that is gone, or about a sync that is not there, is answered as a failure', () => {
    const host = createHost(CORE);
    host.handle(runOf(1));
    host.handle(runOf(2));
    expect(host.handle(askFor(3, 1, 0))).toMatchObject({ type: 'failed', request: 'explain', revision: 3 });
    expect(host.handle(askFor(4, 2, 1_000_000))).toMatchObject({ type: 'failed', revision: 4 });
  });
});
