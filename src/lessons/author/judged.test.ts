import { describe, expect, it } from 'vitest';
import { newScenario, readScenario, type Scenario, simulate, type Trace } from '../../core/index.ts';
import { type LessonDraft, newDraft } from '../../core/lesson/draft.ts';
import { type DraftRuns, statementOf, verdictsOn } from './judged.ts';

const MANIFEST = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - { name: app, resources: { requests: { cpu: 200m } } }
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
  minReplicas: 2
  maxReplicas: 6
  metrics:
    - { type: Resource, resource: { name: cpu, target: { type: Utilization, averageUtilization: 50 } } }
`;

function scenarioOf(maxReplicas: number): Scenario {
  const points = [
    { atSeconds: 0, value: 10 },
    { atSeconds: 120, value: 200 },
  ];
  return newScenario(MANIFEST.replace('maxReplicas: 6', `maxReplicas: ${maxReplicas}`), {
    durationSeconds: 900,
    loads: [{ id: 'requests', unit: 'requests/s', interpolation: 'step', points }],
  });
}

function run(scenario: Scenario): Trace {
  const { manifest } = readScenario(scenario);
  if (manifest === undefined) throw new Error('the manifest cannot be read');
  return simulate(scenario, manifest).trace;
}

const [six, four] = [scenarioOf(6), scenarioOf(4)];
const runs: DraftRuns = { start: run(six), present: run(six), solution: run(four) };
const draft: LessonDraft = { ...newDraft(six), solution: four };

function said(texts: readonly string[], of = draft, known = runs): string[] {
  const statements = texts.map((text) => statementOf(text, known));
  return verdictsOn(of, statements).map(({ isRight, text }) => `${isRight ? 'right' : 'wrong'}: ${text}`);
}

describe('the goal of a draft', () => {
  it('is held against the start, the present run and the solution', () => {
    const statement = statementOf('max replicas <= 4', runs);
    if (statement.fault !== undefined) throw new Error(statement.fault.message);
    expect(Object.entries(statement.answers).map(([name, { isMet }]) => [name, isMet])).toEqual([
      ['start', false],
      ['present', false],
      ['solution', true],
    ]);
  });

  it('says where it cannot be read', () => {
    expect(statementOf('max replicas <= many', runs).fault).toMatchObject({ start: 16, end: 20 });
    expect(said(['max replicas'])).toEqual(['wrong: A statement cannot be read yet.']);
  });

  it('is right when the start misses it and the solution meets it', () => {
    expect(said(['max replicas <= 4', 'min replicas >= 2'])).toEqual([
      'right: The start misses the goal, as it should.',
      'right: The solution meets the goal.',
    ]);
  });

  it('is not right when the start meets it or the solution misses it', () => {
    expect(said(['max replicas == 6'])).toEqual([
      'wrong: The start meets the goal already: nothing would be left to do.',
      'wrong: The solution meets 0 of 1 statements.',
    ]);
  });

  it('needs a goal, a solution, and runs', () => {
    expect(said([]).join()).toContain('There is no goal yet');
    expect(said(['max replicas <= 4'], newDraft(six), { start: runs.start }).join()).toContain(
      'no solution yet',
    );
    expect(said(['max replicas <= 4'], draft, {})).toEqual([
      'wrong: The start has no run that can be judged yet.',
      'wrong: The solution has no run that can be judged yet.',
    ]);
  });

  it('is not met by what is locked', () => {
    const locked = { ...draft, locked: ['load', 'manifest:spec.maxReplicas'] };
    expect(said(['max replicas <= 4'], locked).at(-1)).toBe(
      'wrong: The solution changes what is locked: manifest:spec.maxReplicas.',
    );
  });
});
