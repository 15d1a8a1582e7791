import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { newScenario, readScenario, simulate } from '../core/index.ts';
import { triggerSignals } from './signals.ts';

const KAFKA = readFileSync(new URL('../../examples/10-keda-kafka.yaml', import.meta.url), 'utf8');

test('what a trigger reads is named by the key that the run looks up', () => {
  const scenario = newScenario(KAFKA, { durationSeconds: 600 });
  const { manifest } = readScenario(scenario);
  if (manifest?.keda === undefined) throw new Error('the example does not run');
  const [signal, ...others] = triggerSignals(manifest.keda.plan);
  expect(others).toEqual([]);
  expect(signal).toMatchObject({ title: 'kafka: s0-kafka-orders', isKafka: true });
  const bound = {
    ...scenario,
    loads: [
      ...scenario.loads,
      {
        id: 'lag',
        unit: 'messages',
        interpolation: 'step' as const,
        points: [{ atSeconds: 0, value: 5000 }],
      },
    ],
    signals: [
      { metric: signal?.key ?? '', source: 'curve' as const, curve: 'lag', factor: 1, partitions: 6 },
    ],
  };
  const { trace } = simulate(bound, manifest);
  // As many consumers as partitions, although the lag asks for fifty.
  expect(Math.max(...trace.syncs.desiredReplicas)).toBe(6);
});
