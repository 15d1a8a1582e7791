import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MODE, type Mode } from './servingClass.ts';
import type { SimulatedPod } from './simulatedPod.ts';
import { clusterSettings, lines, podOf, steps } from './testing.ts';
import type { WorkloadSettings } from './types.ts';
import { Workload } from './workload.ts';

const SETTINGS: Partial<WorkloadSettings> = {
  cpuMillisecondsPerRequest: 10,
  idleCpuMilli: 20,
  startupCpuMilli: 300,
  baseMemoryMi: 64,
  memoryMiPerRequestRate: 0.5,
};

interface Choice {
  readonly load?: ReturnType<typeof steps>;
  readonly limitMilli?: number;
  readonly settings?: Partial<WorkloadSettings>;
}

/** Adds a pod that does something. */
function addPod(workload: Workload, mode: Mode, shares = false, limitMilli = 200): SimulatedPod {
  const uid = workload.classes.reduce((sum, each) => sum + each.sharing, 0);
  const pod = podOf(`web-${uid}`, uid);
  const limits = { cpuLimitMilli: limitMilli, memoryLimitBytes: Number.POSITIVE_INFINITY };
  pod.servingClass = workload.classFor(limits, uid);
  pod.isRunning = mode !== MODE.off;
  workload.enter(pod);
  workload.account(pod);
  workload.setMode(pod, mode, shares);
  return pod;
}

/** Ready pods that serve, from the start. */
function workloadWith(pods: number, { load = steps([0, 100]), limitMilli = 200, settings }: Choice = {}) {
  const workload = new Workload({ ...clusterSettings().workload, ...SETTINGS, ...settings }, load, 0);
  const served = Array.from({ length: pods }, () => addPod(workload, MODE.serving, true, limitMilli));
  return { workload, served, first: served[0] as SimulatedPod };
}

/** What came in is what became of it. */
function expectNothingLost(workload: Workload): void {
  const { requestsOffered, requestsServed, requestsDropped, waiting } = workload;
  expect(requestsServed + requestsDropped + waiting).toBeCloseTo(requestsOffered, 6);
}

describe('Workload', () => {
  it('[WL2] shares the requests evenly', () => {
    const { workload, first } = workloadWith(10);
    expect(workload.rateOf(first)).toBe(10);
    expect(workload.servedRate).toBe(100);
  });

  it('[WL12] holds the requests of this instant, whoever asks first', () => {
    const load = lines([0, 10], [100, 110]);
    const { workload } = workloadWith(10, { load });
    workload.advanceTo(50);
    const first = workload.inFlight;
    expect(workload.servedRate).toBe(60);
    expect(workload.inFlight).toBe(first);
    // 60 requests/s at 50 ms; pods that have 180m for them, and so can serve 18/s, are a third full
    expect(first).toBeCloseTo((60 * 0.05) / (1 - 1 / 3), 9);
  });

  it('[WL2] shares them unevenly in five steps, and loses none', () => {
    const { workload, served } = workloadWith(5, { settings: { skew: 1 }, limitMilli: 1000 });
    const rates = served.map((pod) => Math.round(workload.rateOf(pod) * 1000) / 1000);
    expect(rates).toEqual([4, 12, 20, 28, 36]);
    workload.advanceTo(10);
    expect(workload.requestsServed).toBeCloseTo(1000, 9);
    expect(workload.cpuUsed(served[4] as SimulatedPod)).toBeCloseTo((20 + 36 * 10) * 10, 6);
  });

  it('[WL3] [WL6] a pod uses its idle CPU and the cost of what it serves', () => {
    const { workload, first } = workloadWith(10);
    workload.advanceTo(15);
    expect(workload.cpuUsed(first)).toBeCloseTo((20 + 10 * 10) * 15, 9);
    expect(workload.cpuMilli).toBeCloseTo(1200, 9);
  });

  it('[WL4] [WL5] at its limit a pod serves what fits, and the rest is dropped', () => {
    const { workload, first } = workloadWith(4);
    workload.advanceTo(10);
    expect(workload.rateOf(first)).toBe(18);
    expect(workload.droppedRate).toBe(100 - 4 * 18);
    expect(workload.cpuUsed(first)).toBeCloseTo(200 * 10, 9);
    expect(workload.requestsOffered).toBe(1000);
    expect(workload.requestsServed).toBeCloseTo(4 * 18 * 10, 9);
    expectNothingLost(workload);
  });

  it('[WL4] without a limit nothing is dropped', () => {
    const { workload } = workloadWith(1, { limitMilli: Number.POSITIVE_INFINITY });
    workload.advanceTo(10);
    expect(workload.requestsServed).toBe(1000);
  });

  it('[WL13] a pod can serve no more than its capacity, whatever its CPU limit', () => {
    const { workload } = workloadWith(4, { settings: { capacityPerPod: 5 }, limitMilli: 1000 });
    expect(workload.servedRate).toBe(20);
  });

  it('[WL5] without ready pods everything is dropped', () => {
    const { workload } = workloadWith(0);
    workload.advanceTo(10);
    expect([workload.servedRate, workload.requestsServed, workload.requestsDropped]).toEqual([0, 0, 1000]);
    expect(workload.droppedRate).toBe(100);
  });

  it('[WL5] the share of a ready pod whose application is not up is dropped', () => {
    const { workload } = workloadWith(5);
    for (let i = 0; i < 5; i++) addPod(workload, MODE.idle, true);
    workload.advanceTo(10);
    expect(workload.requestsServed).toBeCloseTo(500, 9);
    expect(workload.droppedRate).toBe(50);
    expectNothingLost(workload);
  });

  it('[WL7] starting costs CPU on top, up to the limit', () => {
    const starting = (limitMilli: number) => {
      const { workload } = workloadWith(0, { load: steps([0, 0]) });
      return addPod(workload, MODE.starting, false, limitMilli).ownCpuMilli;
    };
    expect(starting(1000)).toBe(320);
    expect(starting(200)).toBe(200);
    expect(workloadWith(1).first.ownCpuMilli).toBe(20);
  });

  it('[WL7] a pod that serves while it still pays for its start-up stays below its limit', () => {
    const { workload } = workloadWith(0, { load: lines([0, 0], [100, 100]) });
    const warm = addPod(workload, MODE.warm, true, 1000);
    workload.advanceTo(100);
    // 320 on its own, 10 for each request/s up to 68, and all requests are served
    expect(workload.cpuUsed(warm)).toBeCloseTo(((320 + 1000) / 2) * 68 + 1000 * 32, 4);
    expect(workload.requestsServed).toBeCloseTo((98 * 98) / 2 + 98 * 2, 4);
  });

  it('[WL8] memory grows with the requests that a pod serves, in whole KiB', () => {
    const { workload, first } = workloadWith(10);
    const idle = addPod(workload, MODE.idle);
    expect(workload.memoryBytes(idle)).toBe(64 * 1024 * 1024);
    expect(workload.memoryBytes(first)).toBe(69 * 1024 * 1024);
    expect(workload.memoryUsageBytes([])).toBe((64 + 10 * 69) * 1024 * 1024);
    const third = workloadWith(3, { load: steps([0, 1]) });
    expect(third.workload.memoryBytes(third.first) % 1024).toBe(0);
  });

  it('[WL14] memory grows with the requests in flight, and with what leaks', () => {
    const settings = { memoryMiPerInFlight: 2, memoryLeakMiPerHour: 36, memoryMiPerRequestRate: 0 };
    const { workload, first } = workloadWith(10, { settings, limitMilli: Number.POSITIVE_INFINITY });
    first.containerStartedAt = 0;
    // 10 requests/s of 50 ms are half a request in flight
    expect(workload.memoryBytes(first)).toBe(65 * 1024 * 1024);
    workload.advanceTo(300);
    expect(workload.memoryBytes(first)).toBe(68 * 1024 * 1024);
  });

  it('[WL10] what is not served waits, and is served later', () => {
    const load = steps([0, 100], [10, 20]);
    const { workload } = workloadWith(4, { load, settings: { backlogSeconds: 10 } });
    workload.advanceTo(10);
    expect(workload.waiting).toBeCloseTo(280, 6);
    expect(workload.servedRate).toBeCloseTo(72, 9);
    workload.advanceTo(15);
    expect(workload.waiting).toBeCloseTo(280 - 5 * 52, 6);
    workload.advanceTo(100);
    expect(workload.waiting).toBe(0);
    expect(workload.requestsServed).toBeCloseTo(1000 + 90 * 20, 6);
    expect(workload.requestsDropped).toBeCloseTo(0, 6);
  });

  it('[WL10] waits no longer than it may: what would is refused', () => {
    const { workload } = workloadWith(4, { settings: { backlogSeconds: 10 } });
    workload.advanceTo(60);
    expect(workload.waiting).toBeCloseTo(720, 6);
    expect(workload.droppedRate).toBeCloseTo(28, 9);
    expectNothingLost(workload);
  });

  it('[WL10] with fewer pods there is less room', () => {
    const { workload, served } = workloadWith(4, { settings: { backlogSeconds: 10 } });
    workload.advanceTo(60);
    for (const pod of served.slice(1)) {
      workload.account(pod);
      workload.setMode(pod, MODE.idle, false);
    }
    expect(workload.waiting).toBeCloseTo(180, 6);
    expectNothingLost(workload);
  });

  it('[WL11] a queue keeps what comes in, and all pods drain it', () => {
    const load = steps([0, 100], [60, 0]);
    const { workload } = workloadWith(4, { load, settings: { model: 'queue', skew: 1 } });
    workload.advanceTo(60);
    expect(workload.waiting).toBeCloseTo(60 * 28, 6);
    expect(workload.latencySeconds).toBeCloseTo((60 * 28) / 72 + 0.05, 6);
    workload.advanceTo(60 + (60 * 28) / 72 - 1);
    expect(workload.waiting).toBeCloseTo(72, 6);
    workload.advanceTo(200);
    expect([workload.waiting, workload.servedRate, workload.droppedRate]).toEqual([0, 0, 0]);
    expect(workload.requestsServed).toBeCloseTo(6000, 6);
  });

  it('[WL11] a queue without workers grows', () => {
    const { workload } = workloadWith(0, { settings: { model: 'queue' } });
    workload.advanceTo(30);
    expect([workload.waiting, workload.requestsServed, workload.latencySeconds]).toEqual([3000, 0, 0]);
  });

  it('[WL12] a request takes longer the busier its pod, and as long as it waits', () => {
    const busy = (rate: number, backlogSeconds = 0) =>
      workloadWith(1, { load: steps([0, rate]), settings: { backlogSeconds } }).workload;
    expect(busy(9).latencySeconds).toBeCloseTo(0.05 / (1 - 0.5), 9);
    expect(busy(100).latencySeconds).toBeCloseTo(0.05 * 20, 9);
    const waiting = busy(36, 30);
    waiting.advanceTo(10);
    expect(waiting.latencySeconds).toBeCloseTo(10 + 0.05 * 20, 9);
  });

  it('settings can change while it goes on, and what was used stays used', () => {
    const { workload, served, first } = workloadWith(10);
    workload.advanceTo(10);
    workload.changeSettings({ ...workload.settings, cpuMillisecondsPerRequest: 5, skew: 0.5 }, served);
    workload.advanceTo(20);
    const after = workload.cpuUsed(first) - (20 + 10 * 10) * 10;
    expect(after).toBeCloseTo((20 + 10 * 0.6 * 5) * 10, 6);
    expectNothingLost(workload);
  });

  it('[LD3] [WL1] what arrives is the area under the curve, wherever the span is cut', () => {
    const load = lines([0, 0], [100, 100], [200, 0]);
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 300, noNaN: true })), (cuts) => {
        const { workload } = workloadWith(1, { load, limitMilli: 520 });
        for (const cut of cuts.sort((a, b) => a - b)) workload.advanceTo(cut);
        workload.advanceTo(300);
        expect(workload.requestsOffered).toBeCloseTo(10_000, 6);
        // 50 requests/s fit: the middle of the triangle is cut off at half of its height
        expect(workload.requestsServed).toBeCloseTo(7_500, 6);
      }),
    );
  });
});
