import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SimulatedPod } from './simulatedPod.ts';
import { clusterSettings, lines, steps } from './testing.ts';
import type { WorkloadSettings } from './types.ts';
import { meanBelowCap, Workload } from './workload.ts';

const SETTINGS: WorkloadSettings = {
  ...clusterSettings().workload,
  cpuMillisecondsPerRequest: 10,
  idleCpuMilli: 20,
  startupCpuMilli: 300,
  baseMemoryMi: 64,
  memoryMiPerRequestRate: 0.5,
};

/** Ready pods that serve, from the start. */
function workloadWith(pods: number, load = steps([0, 100]), limitMilli = 200): Workload {
  const workload = new Workload(SETTINGS, load, limitMilli, 0);
  workload.sharing = pods;
  workload.serving = pods;
  return workload;
}

function servingPod(): SimulatedPod {
  const pod = new SimulatedPod('web-a', 1, { labels: {}, containers: [] }, 0);
  pod.isServing = true;
  pod.ownCpuMilli = SETTINGS.idleCpuMilli;
  return pod;
}

describe('Workload', () => {
  it('[WL2] shares the requests evenly', () => {
    const workload = workloadWith(10);
    expect(workload.ratePerPod).toBe(10);
    expect(workload.servedRate).toBe(100);
  });

  it('[WL3] [WL6] a pod uses its idle CPU and the cost of what it serves', () => {
    const workload = workloadWith(10);
    workload.advanceTo(15);
    expect(workload.cpuUsed(servingPod())).toBeCloseTo((20 + 10 * 10) * 15, 9);
  });

  it('[WL4] [WL5] at its limit a pod serves what fits, and the rest is dropped', () => {
    const workload = workloadWith(4);
    workload.advanceTo(10);
    expect(workload.ratePerPod).toBe(18);
    expect(workload.cpuUsed(servingPod())).toBeCloseTo(200 * 10, 9);
    expect(workload.requestsOffered).toBe(1000);
    expect(workload.requestsServed).toBeCloseTo(4 * 18 * 10, 9);
  });

  it('[WL4] without a limit nothing is dropped', () => {
    const workload = workloadWith(1, steps([0, 100]), Number.POSITIVE_INFINITY);
    workload.advanceTo(10);
    expect(workload.requestsServed).toBe(1000);
  });

  it('[WL5] without ready pods everything is dropped', () => {
    const workload = workloadWith(0);
    workload.advanceTo(10);
    expect([workload.servedRate, workload.requestsOffered, workload.requestsServed]).toEqual([0, 1000, 0]);
  });

  it('[WL5] the share of a ready pod whose application is not up is dropped', () => {
    const workload = workloadWith(10);
    workload.serving = 5;
    workload.advanceTo(10);
    expect(workload.requestsServed).toBeCloseTo(500, 9);
  });

  it('[WL7] starting costs CPU on top, up to the limit', () => {
    expect(workloadWith(1, steps([0, 0]), 1000).ownCpuMilli(true)).toBe(320);
    expect(workloadWith(1).ownCpuMilli(true)).toBe(200);
    expect(workloadWith(1).ownCpuMilli(false)).toBe(20);
  });

  it('[WL8] memory grows with the requests that a pod serves, in whole KiB', () => {
    const workload = workloadWith(10);
    expect(workload.memoryBytes(false)).toBe(64 * 1024 * 1024);
    expect(workload.memoryBytes(true)).toBe(69 * 1024 * 1024);
    expect(workloadWith(3, steps([0, 1])).memoryBytes(true) % 1024).toBe(0);
  });

  it('[LD3] [WL1] what arrives is the area under the curve, wherever the span is cut', () => {
    const load = lines([0, 0], [100, 100], [200, 0]);
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 300, noNaN: true })), (cuts) => {
        const workload = workloadWith(1, load, 520);
        for (const cut of cuts.sort((a, b) => a - b)) workload.advanceTo(cut);
        workload.advanceTo(300);
        expect(workload.requestsOffered).toBeCloseTo(10_000, 6);
        // 50 requests/s fit: the middle of the triangle is cut off at half of its height
        expect(workload.requestsServed).toBeCloseTo(7_500, 6);
      }),
    );
  });
});

describe('meanBelowCap', () => {
  it('[WL4] is exact where the line crosses the cap', () => {
    expect(meanBelowCap(0, 10, 5)).toBe(3.75);
    expect(meanBelowCap(10, 0, 5)).toBe(3.75);
    expect(meanBelowCap(0, 4, 5)).toBe(2);
    expect(meanBelowCap(6, 9, 5)).toBe(5);
    expect(meanBelowCap(7, 7, Number.POSITIVE_INFINITY)).toBe(7);
  });

  it('[WL4] agrees with small steps', () => {
    const values = fc.double({ min: 0, max: 1000, noNaN: true });
    fc.assert(
      fc.property(values, values, values, (from, to, cap) => {
        let sum = 0;
        for (let i = 0; i < 1000; i++) sum += Math.min(cap, from + ((to - from) * (i + 0.5)) / 1000);
        expect(Math.abs(meanBelowCap(from, to, cap) - sum / 1000)).toBeLessThan(0.01);
      }),
    );
  });
});
