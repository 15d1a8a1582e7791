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
