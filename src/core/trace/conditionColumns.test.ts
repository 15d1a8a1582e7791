import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { HorizontalPodAutoscalerCondition } from '../autoscaling/types.ts';
import { newScenario, readManifest, simulate } from '../index.ts';
import { ConditionsCollector } from './conditionColumns.ts';
import { CONDITION_STATUSES, type ConditionColumns } from './types.ts';

function condition(type: string, status: string, reason: string): HorizontalPodAutoscalerCondition {
  return { type, status, reason, message: '', lastTransitionTime: '' } as HorizontalPodAutoscalerCondition;
}

function readable({ status, reason, reasons }: ConditionColumns): string[] {
  return [...status].map((code, sync) => {
    const standing = CONDITION_STATUSES[code];
    return standing === 'absent' ? standing : `${standing} ${reasons[reason[sync] ?? -1]}`;
  });
}

describe('conditions over the run', () => {
  test('one that comes later was absent before, and each keeps its own reasons', () => {
    const collector = new ConditionsCollector(4);
    const able = condition('AbleToScale', 'True', 'SucceededGetScale');
    const first = [able];
    collector.push(undefined);
    collector.push(first);
    collector.push(first);
    collector.push([able, condition('ScalingActive', 'False', 'FailedGetResourceMetric')]);
    collector.push([able, condition('ScalingActive', 'Unknown', 'Odd')]);
    const columns = collector.finish();
    expect(columns.map(({ type }) => type)).toEqual(['AbleToScale', 'ScalingActive']);
    const [ofAble, ofActive] = columns.map(readable);
    expect(ofAble).toEqual(['absent', ...new Array(4).fill('True SucceededGetScale')]);
    expect(ofActive).toEqual(['absent', 'absent', 'absent', 'False FailedGetResourceMetric', 'Unknown Odd']);
  });

  test('one that is taken away is absent again, and one without a name is left out', () => {
    const collector = new ConditionsCollector(1);
    collector.push([condition('ScaledToZero', 'True', 'ScaledToZero'), condition('', '', '')]);
    collector.push([]);
    expect(collector.finish().map(readable)).toEqual([['True ScaledToZero', 'absent']]);
  });

  test('they are those of the status at every sync of a run', () => {
    const text = readFileSync(new URL('../../../examples/06-gateway.yaml', import.meta.url), 'utf8');
    const scenario = newScenario(text);
    const { manifest } = readManifest(text, scenario.kubernetes, {});
    if (manifest === undefined) throw new Error('the example does not run');
    const { trace, step } = simulate(scenario, manifest);
    expect(trace.conditions.length).toBeGreaterThan(2);
    for (const columns of trace.conditions) {
      const told = readable(columns);
      expect(told).toHaveLength(trace.summary.syncs);
      for (let sync = 0; sync < told.length; sync++) {
        const stored = step(sync).status.conditions?.find(({ type }) => type === columns.type);
        expect(told[sync], `${columns.type} at sync ${sync}`).toBe(
          stored === undefined ? 'absent' : `${stored.status} ${stored.reason}`,
        );
      }
    }
  });
});
