import { expect, test } from 'vitest';
import type { Trace } from '../core/index.ts';
import { listedEvents } from './listedEvents.ts';

const event = (atSeconds: number, reason: string) => ({ atSeconds, reason, type: 'Normal', message: '' });
const syncs = { atSeconds: Float64Array.of(0, 15, 30, 45) };
const events = [{ ...event(15, 'SuccessfulRescale'), sync: 1 }];

test('KEDA’s events stand among those of the HPA, and lead to the sync that finds what they tell', () => {
  const keda = { events: [event(0.25, 'KEDAScalersStarted'), event(30.25, 'KEDAScaleTargetDeactivated')] };
  const listed = listedEvents({ events, syncs, keda } as unknown as Trace);
  expect(listed.map(({ from, reason, sync }) => `${from} ${reason} ${sync}`)).toEqual([
    'keda-operator KEDAScalersStarted 1',
    'horizontal-pod-autoscaler SuccessfulRescale 1',
    'keda-operator KEDAScaleTargetDeactivated 3',
  ]);
});

test('without KEDA there are those of the HPA alone', () => {
  expect(listedEvents({ events, syncs } as unknown as Trace).map(({ sync }) => sync)).toEqual([1]);
});
