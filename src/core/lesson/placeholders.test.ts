import { describe, expect, it } from 'vitest';
import { parseMoment } from '../expectations/parse.ts';
import { newScenario } from '../scenario/newScenario.ts';
import { readScenario } from '../scenario/readScenario.ts';
import { simulate } from '../simulation/simulate.ts';
import type { Trace } from '../trace/types.ts';
import { resolveText, runsNamedIn, withoutPlaceholders } from './placeholders.ts';

const MANIFEST = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers: [{ name: app, resources: { requests: { cpu: 200m } } }]
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
  minReplicas: 2
  maxReplicas: 6
  metrics: [{ type: Resource, resource: { name: cpu, target: { type: Utilization, averageUtilization: 50 } } }]
`;

function run(): Trace {
  const scenario = newScenario(MANIFEST, { durationSeconds: 1800 });
  const { manifest } = readScenario(scenario);
  if (manifest === undefined) throw new Error('the manifest cannot be read');
  return simulate(scenario, manifest).trace;
}

const trace = run();
const moment = parseMoment('first scale-up');
const runs = { runs: { run: trace }, ...(moment.ok ? { moment: moment.value } : {}) };
const first = trace.scalings[0];

function resolved(text: string): string {
  const { text: written, problems } = resolveText(text, runs);
  expect(problems).toEqual([]);
  return written;
}

describe('[LS6] placeholders', () => {
  it('are figures of the run, in words for people', () => {
    expect(resolved('{{run: scale-ups}} steps')).toBe(`${trace.summary.scaleUps} steps`);
    expect(resolved('{{ run:  max pods }}')).toBe(String(trace.summary.maxReplicas));
    expect(resolved('{{run: max cpu}}')).toMatch(/^\d+ %$/);
    expect(resolved('{{run: cpu above target}}')).toMatch(/^\d+ min( \d+ s)?$/);
    expect(resolved('{{run: time to first change after 29m}}')).toBe('never');
  });
  it('tell the way of the replicas, instants and events', () => {
    const path = resolved('{{run: path}}').split(' → ').map(Number);
    expect(path[0]).toBe(first?.from);
    expect(path[1]).toBe(first?.to);
    const at = first?.atSeconds ?? 0;
    const clock = `${Math.floor(at / 60)}:${String(at % 60).padStart(2, '0')}`;
    expect(resolved('{{run: moment}} {{run: when first scale-up}}')).toBe(`${clock} ${clock}`);
    expect(resolved('{{run: event SuccessfulRescale}}')).toMatch(/^New size: \d+; reason: /);
  });
  it('stay as they are written where they mean nothing, and are told', () => {
    const text = '{{run: nonsense}} {{other: path}} {{run: when first event Nobody}} {{constructor: path}}';
    const { text: written, problems } = resolveText(text, runs);
    expect(written).toBe(text);
    expect(problems).toHaveLength(4);
    expect(problems[1]).toContain('there is no run “other”');
  });
  it('are known by their runs, and can be left out', () => {
    expect(runsNamedIn('{{run: path}} and {{old: pod-hours}}')).toEqual(new Set(['run', 'old']));
    expect(withoutPlaceholders('At {{run: moment}} 3 go.')).toBe('At  3 go.');
  });
});
