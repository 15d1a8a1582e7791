import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { newScenario, readScenario, simulate, type Trace } from '../core/index.ts';
import { COOLDOWN_RULE } from '../explanations/twoClocksView.ts';
import { twoClocksAt } from './twoClocks.ts';

const KAFKA = readFileSync(new URL('../../examples/10-keda-kafka.yaml', import.meta.url), 'utf8');

function run(text: string): Trace {
  const points = [
    { atSeconds: 0, value: 20 },
    { atSeconds: 240, value: 20 },
    { atSeconds: 300, value: 0 },
    { atSeconds: 1500, value: 0 },
    { atSeconds: 1530, value: 400 },
  ];
  const loads = [{ id: 'requests', unit: 'messages/s', interpolation: 'linear' as const, points }];
  const scenario = newScenario(text, { loads, durationSeconds: 1800 });
  const { manifest, problems } = readScenario(scenario);
  if (manifest === undefined) throw new Error(problems.map(({ message }) => message).join());
  return simulate(scenario, manifest).trace;
}

const trace = run(KAFKA);
const syncAfter = (seconds: number) => trace.syncs.atSeconds.findIndex((at) => at >= seconds);
const step = (to: number) => trace.scalings.find((change) => change.by === 'keda' && change.to === to);
const viewAfterStep = (to: number) => twoClocksAt(trace, syncAfter(step(to)?.atSeconds ?? Number.NaN));

describe('two clocks', () => {
  it('while it cools down: how much is over, when a trigger was last active, and that the HPA is not held by it', () => {
    const down = step(0)?.atSeconds ?? Number.NaN;
    const view = twoClocksAt(trace, syncAfter(down - 60));
    expect(view?.explanation.cooldown?.totalSeconds).toBe(300);
    expect(view?.lastActive).toMatch(/^Last active at 00:\d\d:\d\d, \d min( \d+ s)? before this sync\.$/);
    expect(view?.polled).toMatch(/^Polled at 00:\d\d:\d\d, next at 00:\d\d:\d\d$/);
    expect(view?.atZero).toBeUndefined();
    expect(COOLDOWN_RULE).toContain('only the last step to zero');
  });

  it('at zero: KEDA made the step, and the HPA is off in order', () => {
    const view = viewAfterStep(0);
    expect(view?.explanation.decision).toBe('deactivated');
    expect(view?.changed).toMatch(/^Changed by KEDA, \d+ → 0 at \d/);
    expect(view?.atZero).toContain('ScalingDisabled');
    const later = twoClocksAt(trace, syncAfter((step(0)?.atSeconds ?? 0) + 100));
    expect(later?.changed).toMatch(/^Last changed by KEDA, \d+ → 0 at \d/);
  });

  it('at the first message: KEDA made one pod, by the trigger that the table shows as active', () => {
    const view = viewAfterStep(1);
    expect(view?.changed).toMatch(
      /^Changed by KEDA, 0 → 1 at [\d:]+, then by the HPA, 1 → \d at this sync\.$/,
    );
    const [row, ...others] = view?.triggers ?? [];
    expect(row).toMatchObject({ name: 's0-kafka-orders', activation: '> 0', active: 'yes', target: '100' });
    expect(row?.text).toContain('s0-kafka-orders is at');
    expect(others).toEqual([]);
  });

  it('then the HPA goes on', () => {
    const last = trace.scalings.findLast(({ by }) => by === 'hpa');
    const view = twoClocksAt(trace, trace.syncs.atSeconds.indexOf(last?.atSeconds ?? -1));
    expect(view?.changed).toMatch(/^Changed by the HPA, \d+ → \d+ at this sync\.$/);
  });

  it('before the first poll, and without KEDA, there is nothing to tell', () => {
    expect(twoClocksAt(trace, 0)).toBeUndefined();
    const { keda: _, ...without } = trace;
    expect(twoClocksAt(without, 5)).toBeUndefined();
  });

  it('a cpu trigger is the HPA’s alone', () => {
    const cpu = `${KAFKA}    - type: cpu\n      metricType: Utilization\n      metadata:\n        value: "60"\n`;
    const rows = twoClocksAt(run(cpu), 10)?.triggers ?? [];
    expect(rows.map(({ name, active, target }) => `${name}: ${active}, ${target}`)).toContain(
      'cpu: by the HPA alone, 60\u202f%',
    );
  });
});
