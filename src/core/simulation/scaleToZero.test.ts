import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { clusterSettings, steps } from '../cluster/testing.ts';
import { readManifest } from '../manifest/read.ts';
import type { FeatureGates, Minor } from '../releases/types.ts';
import type { Scenario } from '../scenario/types.ts';
import type { Trace } from '../trace/types.ts';
import { simulate } from './simulate.ts';
import { scenarioOf } from './testing.ts';

const EXAMPLE = readFileSync(new URL('../../../examples/13-scale-to-zero.yaml', import.meta.url), 'utf8');

interface Choice {
  readonly text?: string;
  readonly kubernetes?: Minor;
  readonly featureGates?: FeatureGates;
  readonly events?: Scenario['events'];
}

/** Jobs that stop after five minutes and come back after twenty. */
function run({ text = EXAMPLE, kubernetes = '1.37', featureGates = {}, events = [] }: Choice = {}): Trace {
  const { manifest, problems } = readManifest(text, kubernetes, featureGates);
  if (manifest === undefined) throw new Error(JSON.stringify(problems));
  const cluster = clusterSettings({ workload: { model: 'queue', capacityPerPod: 10 } });
  const load = steps([0, 20], [300, 0], [1200, 20]);
  const scenario = scenarioOf({ kubernetes, featureGates, cluster, load, events, durationSeconds: 1800 });
  return simulate(scenario, manifest).trace;
}

function changes({ scalings }: Trace): readonly string[] {
  return scalings.map(({ by, from, to, atSeconds }) => `${by} ${from}>${to} at ${atSeconds}`);
}

/** Reasons of a condition at an instant. */
function reason({ conditions, syncs }: Trace, type: string, atSeconds: number): string | undefined {
  const column = conditions.find((one) => one.type === type);
  const sync = syncs.atSeconds.indexOf(atSeconds);
  return column?.reasons[column.reason[sync] as number];
}

/** The same with a policy that doubles, and no other. */
const PERCENT_ONLY = readFileSync(
  new URL('../../../examples/16-percent-from-zero.yaml', import.meta.url),
  'utf8',
);

describe('the HPA’s own way to zero', () => {
  it('goes to zero when the window has passed, and wakes by itself when jobs wait', () => {
    const trace = run();
    expect(changes(trace).slice(0, 3)).toEqual(['hpa 2>0 at 315', 'hpa 0>4 at 1215', 'hpa 4>8 at 1230']);
    expect(reason(trace, 'ScalingActive', 600)).toBe('ValidMetricFound');
    expect(reason(trace, 'ScaledToZero', 600)).toBeDefined();
  });

  it('measures how long the first job waited', () => {
    const [cold] = run().coldStarts;
    expect(cold?.fromSeconds).toBe(1200);
    expect(cold?.firstResponseSeconds).toBeGreaterThan(15);
  });

  it('the trap: a percentage of zero is zero, so with Percent policies alone it never wakes', () => {
    const trace = run({ text: PERCENT_ONLY });
    expect(changes(trace)).toEqual(['hpa 2>0 at 300']);
    expect(trace.summary.requestsWaiting).toBe(20 * 600);
    expect(reason(trace, 'ScalingLimited', 1500)).toBe('ScaleUpLimit');
    expect(trace.coldStarts).toEqual([
      { fromSeconds: 1200, servedSeconds: Number.NaN, firstResponseSeconds: Number.NaN },
    ]);
  });

  it('who scales to zero by hand turns the HPA off, until somebody scales up by hand', () => {
    const byHand = { id: 'down', atSeconds: 100, kind: 'scale', replicas: 0 } as const;
    const off = run({ events: [byHand] });
    expect(changes(off)).toEqual(['person 2>0 at 100']);
    expect(reason(off, 'ScalingActive', 1500)).toBe('ScalingDisabled');
    const again = { id: 'up', atSeconds: 1500, kind: 'scale', replicas: 1 } as const;
    const on = changes(run({ events: [byHand, again] }));
    expect(on[1]).toBe('person 0>1 at 1500');
    expect(on[2]).toMatch(/^hpa 1>/);
  });

  it('before the gate was on by default the API server refuses a minimum of 0', () => {
    const { manifest } = readManifest(EXAMPLE, '1.35', {});
    expect(manifest).toBeUndefined();
  });

  it('with the gate, minors before 1.36 cannot tell who went to zero, and wake in either case', () => {
    const byHand = { id: 'down', atSeconds: 100, kind: 'scale', replicas: 0 } as const;
    const trace = run({ kubernetes: '1.35', featureGates: { HPAScaleToZero: true }, events: [byHand] });
    expect(changes(trace)[0]).toBe('person 2>0 at 100');
    expect(changes(trace)[1]).toMatch(/^hpa 0>/);
  });
});
