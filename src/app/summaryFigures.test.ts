import { describe, expect, test } from 'vitest';
import type { Trace, TraceSummary } from '../core/index.ts';
import { termOf } from '../glossary/terms.ts';
import { type SummaryGroup, summaryGroups } from './summaryFigures.ts';

const SUMMARY: TraceSummary = {
  syncs: 240,
  scaleUps: 3,
  scaleDowns: 1,
  reversals: 0,
  podHours: 4.567,
  maxReplicas: 8,
  requestsOffered: 100_000,
  requestsServed: 99_990,
  requestsDropped: 10,
  requestsWaiting: 0,
  p95LatencySeconds: 0.0512,
  nodeHours: 0,
  secondsAboveTarget: 90,
};

function groupsOf(summary: Partial<TraceSummary>, price: number): readonly SummaryGroup[] {
  const trace = {
    durationSeconds: 3600,
    coldStarts: [{ fromSeconds: 600, servedSeconds: 630, firstResponseSeconds: 32.5 }],
    cluster: {
      atSeconds: Float64Array.of(0, 600),
      offered: Float64Array.of(0, 10),
      droppedRate: Float64Array.of(0, 1),
    },
    summary: { ...SUMMARY, ...summary },
    syncs: {
      atSeconds: Float64Array.of(0, 15, 30),
      desiredReplicas: Int32Array.of(4, 8, 4),
      maxReplicas: Int32Array.of(8, 8, 8),
    },
  } as unknown as Trace;
  return summaryGroups(trace, price);
}

function said(label: string, summary: Partial<TraceSummary> = {}, price = 0.5): string {
  const figure = groupsOf(summary, price)
    .flatMap(({ figures }) => figures)
    .find((other) => other.label === label);
  return `${figure?.value} ${figure?.unit}`;
}

describe('the figures of a run', () => {
  test('each has its sentence and its term', () => {
    const figures = groupsOf({}, 1).flatMap(({ figures }) => figures);
    expect(figures.length).toBeGreaterThan(12);
    for (const { help, label, term } of figures) {
      expect(help, label).toMatch(/^\S+ .{12,}\.$/s);
      expect(termOf(term).text, label).toMatch(/\.$/);
    }
  });

  test.each([
    ['Above target', '1 min 30 s 2.5 % of the run'],
    ['Started from zero', '1 time'],
    ['First response', '32.5 s, the slowest'],
    ['Came in at zero', '300 had to wait for a pod'],
    ['Lost at zero', '30 10 % of those'],
    ['p95 latency', '51 ms'],
    ['Requests offered', '100,000 requests'],
    ['Requests served', '99,990 >99.9 % of offered'],
    ['Dropped requests', '10 <0.1 % of offered'],
    ['Still waiting', '0 at the end'],
    ['Scaled up', '3 times'],
    ['Scaled down', '1 time'],
    ['Turned round', '0 times'],
    ['Most replicas', '8 pods'],
    ['Time at max', '15 s 0.4 % of the run'],
    ['Syncs', '240 decisions'],
    ['Pod time', '4.57 pod-hours'],
    ['Cost', '2.28 at this price'],
    ['Node time', '– room has no end'],
  ])('%s: %s', (label, text) => {
    expect(said(label)).toBe(text);
  });

  test('all has its unit, also where there is nothing', () => {
    expect(said('p95 latency', { requestsServed: 0, p95LatencySeconds: 0 })).toBe('– nothing was served');
    expect(said('p95 latency', { p95LatencySeconds: 2.5 })).toBe('2.50 s');
    expect(said('Requests served', { requestsOffered: 0, requestsServed: 0 })).toBe('0 0 % of offered');
    expect(said('Dropped requests', { requestsDropped: 0.2 })).toBe('0 0 % of offered');
    expect(said('Above target', { secondsAboveTarget: 0 })).toBe('0 s 0 % of the run');
    expect(said('Node time', { nodeHours: 3 })).toBe('3.00 node-hours');
    expect(said('Cost', {}, 0)).toBe('0.00 at this price');
  });
});
