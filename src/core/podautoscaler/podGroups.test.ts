import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Pod, PodMetricsInfo, PodTemplate } from './interfaces.ts';
import { GROUP_REASONS, PodGroups } from './podGroups.ts';

const TEMPLATE: PodTemplate = { labels: {}, containers: [] };
const NOW = 10_000_000;
const PERIODS = { cpuInitializationPeriodMs: 300_000, delayOfInitialReadinessStatusMs: 30_000 };

function pod(name: string, fields: Partial<Pod> = {}): Pod {
  return {
    name,
    template: TEMPLATE,
    phase: 'Running',
    startTimeMs: NOW - 3_600_000,
    ready: 'True',
    readyTransitionMs: NOW - 3_590_000,
    deleted: false,
    ...fields,
  };
}

function samples(names: readonly string[], timestampMs = NOW, windowMs = 15_000): PodMetricsInfo {
  return {
    names,
    values: names.map(() => 1),
    timestampsMs: names.map(() => timestampMs),
    windowsMs: names.map(() => windowMs),
  };
}

function reasonOf(fields: Partial<Pod>, isCpu = true, info = samples(['a'])): string {
  const groups = new PodGroups();
  groups.group([pod('a', fields)], info, isCpu, NOW, PERIODS);
  return GROUP_REASONS[groups.codes[0] ?? 0] ?? 'ready';
}

describe('a pod', () => {
  const young = NOW - 200_000;
  it.each<[string, Partial<Pod>]>([
    ['deleted', { deleted: true, phase: 'Pending' }],
    ['failed', { phase: 'Failed' }],
    ['pending', { phase: 'Pending' }],
    ['noReadyCondition', { ready: undefined }],
    ['noReadyCondition', { startTimeMs: undefined }],
    ['ready', { ready: 'Unknown' }],
    ['ready', { phase: 'Succeeded' }],
    ['notReadyInInitialization', { startTimeMs: young, ready: 'False' }],
    ['sampleBeforeReady', { startTimeMs: young, readyTransitionMs: NOW - 14_999 }],
    ['ready', { startTimeMs: young, readyTransitionMs: NOW - 15_000 }],
    ['neverReady', { ready: 'False', readyTransitionMs: NOW - 3_571_000 }],
    ['ready', { ready: 'False', readyTransitionMs: NOW - 3_570_000 }],
  ])('is %s', (reason, fields) => {
    expect(reasonOf(fields)).toBe(reason);
  });

  it('has left its initialization period exactly at its end', () => {
    expect(reasonOf({ startTimeMs: NOW - 300_000, ready: 'False', readyTransitionMs: NOW })).toBe('ready');
    expect(reasonOf({ startTimeMs: NOW - 299_999, ready: 'False', readyTransitionMs: NOW })).toBe(
      'notReadyInInitialization',
    );
  });

  it('is asked for its readiness for cpu only', () => {
    expect(reasonOf({ ready: undefined }, false)).toBe('ready');
    expect(reasonOf({}, false, samples([]))).toBe('noMetrics');
  });
});

describe('pairing samples with pods', () => {
  it('gives the same pairs in any order of either list', () => {
    const names = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'));
    fc.assert(
      fc.property(names, names, (podNames, sampleNames) => {
        const groups = new PodGroups();
        groups.group(
          podNames.map((name) => pod(name)),
          samples(sampleNames),
          false,
          NOW,
          PERIODS,
        );
        const paired = podNames.map((_name, index) => sampleNames[groups.sampleOf[index] ?? -1]);
        expect(paired).toEqual(podNames.map((name) => (sampleNames.includes(name) ? name : undefined)));
        expect(groups.unknownSamples).toBe(sampleNames.filter((name) => !podNames.includes(name)).length);
        expect(groups.ready + groups.missing).toBe(podNames.length);
      }),
    );
  });

  it('grows with the list of pods', () => {
    const groups = new PodGroups();
    const pods = Array.from({ length: 500 }, (_, index) => pod(`web-${String(index).padStart(3, '0')}`));
    groups.group(pods, samples(pods.map(({ name }) => name)), true, NOW, PERIODS);
    expect(groups.ready).toBe(500);
  });

  it('does not count samples of pods that are ignored or unready', () => {
    const groups = new PodGroups();
    const pods = [pod('a', { deleted: true }), pod('b', { phase: 'Pending' }), pod('c'), pod('d')];
    groups.group(pods, samples(['a', 'b', 'c', 'x']), true, NOW, PERIODS);
    expect(groups).toMatchObject({
      ready: 1,
      missing: 1,
      unready: 1,
      ignored: 1,
      remainingSamples: 2,
      unknownSamples: 1,
    });
  });
});

describe('groups that stand', () => {
  const names = ['a', 'b', 'c', 'd'];
  const spanMs = fc.integer({ min: 0, max: 400_000 });
  const states = fc.record({
    deleted: fc.boolean(),
    phase: fc.constantFrom('Running' as const, 'Running' as const, 'Pending' as const, 'Failed' as const),
    startTimeMs: fc.option(
      spanMs.map((ms) => NOW - ms),
      { nil: undefined },
    ),
    ready: fc.constantFrom('True' as const, 'True' as const, 'False' as const, undefined),
    readyTransitionMs: fc.option(
      spanMs.map((ms) => NOW - ms),
      { nil: undefined },
    ),
  });
  const questions = fc.record({
    /** pods that change before this question */
    changes: fc.array(fc.tuple(fc.nat(3), states), { maxLength: 1 }),
    sampled: fc.option(fc.subarray(names), { nil: undefined, freq: 3 }),
    afterMs: fc.constantFrom(0, 1, 15_000, 15_000, 60_000, -30_000),
    sampleAgeMs: fc.integer({ min: 0, max: 90_000 }),
    isCpu: fc.constantFrom(true, true, true, false),
  });

  it('are those that a first look gives', () => {
    fc.assert(
      fc.property(fc.tuple(states, states, states, states), fc.array(questions), (first, asked) => {
        const kept = new PodGroups();
        const pods = first.map((state, i) => pod(names[i] as string, state));
        const sampled = [...names];
        let podsRevision = 0;
        let namesRevision = 0;
        let now = NOW;
        for (const question of asked) {
          for (const [index, state] of question.changes) {
            pods[index] = pod(names[index] as string, state);
            podsRevision += 1;
          }
          if (question.sampled !== undefined) {
            sampled.splice(0, sampled.length, ...question.sampled);
            namesRevision += 1;
          }
          now += question.afterMs;
          const columns = samples(sampled, now - question.sampleAgeMs);
          const info = { ...columns, names: sampled, namesRevision };
          const fresh = new PodGroups();
          kept.group(pods, info, question.isCpu, now, PERIODS, podsRevision);
          fresh.group(pods, info, question.isCpu, now, PERIODS);
          expect(toPlain(kept)).toEqual(toPlain(fresh));
        }
      }),
      { numRuns: 500 },
    );
  });

  function toPlain(groups: PodGroups): object {
    const { ready, unready, missing, ignored, remainingSamples, unknownSamples, template } = groups;
    return {
      codes: [...groups.codes.subarray(0, groups.pods.length)],
      sampleOf: [...groups.sampleOf.subarray(0, groups.pods.length)],
      readySamples: [...groups.readySamples.subarray(0, ready)],
      counts: { ready, unready, missing, ignored, remainingSamples, unknownSamples },
      template,
    };
  }

  it('are not made again while nothing changes', () => {
    const groups = new PodGroups();
    const pods = [pod('a'), pod('b')];
    const info = { ...samples(['a', 'b']), namesRevision: 1 };
    groups.group(pods, info, true, NOW, PERIODS, 7);
    // a change that nobody counts stays unseen
    pods.reverse();
    pods[0] = pod('b', { deleted: true });
    groups.group(pods, info, true, NOW + 15_000, PERIODS, 7);
    expect(groups.ready).toBe(2);
    groups.group(pods, info, true, NOW + 15_000, PERIODS, 8);
    expect(groups).toMatchObject({ ready: 1, ignored: 1 });
  });
});
