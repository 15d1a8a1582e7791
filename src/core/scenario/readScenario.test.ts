import { expect, test } from 'vitest';
import { newScenario } from './newScenario.ts';
import { readScenario } from './readScenario.ts';

function hpa(name: string, maxReplicas: number): string {
  return `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: ${name}}
spec:
  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: ${name}}
  maxReplicas: ${maxReplicas}
`;
}

const TWO = `${hpa('a', 5)}---\n${hpa('b', 50)}`;

test('[SC5] of several HPAs the one that the scenario names is read, and its load is made for it', () => {
  const [first, second] = readScenario(newScenario(TWO)).hpas;
  expect(readScenario(newScenario(TWO)).manifest?.hpa.spec.maxReplicas).toBe(5);
  const scenario = newScenario(TWO, { hpa: second?.key ?? '' });
  expect(readScenario(scenario)).toMatchObject({
    outcome: 'accept',
    chosenHpa: second?.key,
    manifest: { hpa: { spec: { maxReplicas: 50 } } },
  });
  const peak = (load: typeof scenario) =>
    Math.max(...(load.loads[0]?.points.map(({ value }) => value) ?? []));
  expect(peak(scenario)).toBeGreaterThan(peak(newScenario(TWO, { hpa: first?.key ?? '' })));
});

test('[SC5] a key that the text does not hold counts as none', () => {
  expect(readScenario(newScenario(TWO, { hpa: 'default/gone' }))).toMatchObject({ outcome: 'choose' });
});
