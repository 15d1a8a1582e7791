import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import index from '../../../examples/index.json';
import { readManifest } from '../manifest/read.ts';
import { newScenario, type ScenarioOverrides } from '../scenario/newScenario.ts';
import { KEDA_DECISIONS } from '../trace/kedaTypes.ts';
import { recordRun } from './recordRun.ts';
import { simulate } from './simulate.ts';

const TEXT = readFileSync(new URL('../../../examples/10-keda-kafka.yaml', import.meta.url), 'utf8');
const LOADS = index.find(({ id }) => id === 'keda-kafka')?.loads as ScenarioOverrides['loads'];

/** The example as the page opens it. */
function open() {
  const scenario = newScenario(TEXT, LOADS === undefined ? {} : { loads: LOADS });
  const result = readManifest(TEXT, scenario.kubernetes);
  if (result.manifest === undefined) throw new Error(JSON.stringify(result.problems));
  return { scenario, manifest: result.manifest };
}

describe('the example of a ScaledObject on kafka', () => {
  const { scenario, manifest } = open();
  const { trace } = simulate(scenario, manifest);
  const { keda } = trace;

  it('[KS1] goes to zero by KEDA, to one by KEDA, to fifty by the HPA, and back', () => {
    const steps = trace.scalings.map(({ by, from, to }) => `${by} ${from}>${to}`);
    expect(steps.filter((step) => step.startsWith('keda'))).toEqual(['keda 1>0', 'keda 0>1', 'keda 1>0']);
    const zero = steps.indexOf('keda 1>0');
    expect(steps.slice(zero, zero + 7)).toEqual([
      'keda 1>0',
      'keda 0>1',
      'hpa 1>4',
      'hpa 4>8',
      'hpa 8>16',
      'hpa 16>32',
      'hpa 32>50',
    ]);
    expect(trace.summary.maxReplicas).toBe(50);
  });

  it('[KO6] counts the cooldown down while there is no lag, and only then is there no pod', () => {
    const { decision, metrics, replicasAfter } = keda?.polls ?? {
      decision: [],
      metrics: [],
      replicasAfter: [],
    };
    const kinds = [...decision].map((code) => KEDA_DECISIONS[code]);
    const first = kinds.indexOf('cooldown');
    const last = kinds.indexOf('deactivated');
    expect(last - first).toBe(9);
    expect([...(metrics[0]?.value ?? [])].slice(first, last + 1)).toEqual(new Array(10).fill(0));
    expect([...replicasAfter].slice(first, last + 1)).toEqual([2, ...new Array(8).fill(1), 0]);
  });

  it('[WL16] the first message after zero is answered once a poll has seen it and a pod is up', () => {
    expect(trace.coldStarts).toHaveLength(1);
    const [{ firstResponseSeconds } = { firstResponseSeconds: 0 }] = trace.coldStarts;
    expect(firstResponseSeconds).toBeGreaterThan(10);
    expect(firstResponseSeconds).toBeLessThan(50);
  });

  it('[TR1] can be recorded for the real controller, with what KEDA answered', () => {
    const { steps, manifest: recorded } = recordRun(scenario, manifest, 'keda');
    expect(recorded).toMatchObject({ metadata: { name: 'keda-hpa-order-processor' } });
    const asked = steps.flatMap(({ metrics }) => metrics?.external ?? []);
    expect(asked[0]).toEqual({
      metric: 's0-kafka-orders',
      metricSelector: 'scaledobject.keda.sh/name=order-processor',
      values: ['1000m'],
    });
  });
});
