import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SCENARIO_LIMITS } from './limits.ts';
import { newScenario } from './newScenario.ts';
import { parseScenario } from './parse.ts';
import { stretchScenario } from './stretch.ts';
import type { Scenario } from './types.ts';

function scenarioOf(points: readonly (readonly [number, number])[], eventAt = 0): Scenario {
  return {
    ...newScenario(''),
    durationSeconds: 3600,
    loads: [
      {
        id: 'requests',
        unit: 'requests/s',
        interpolation: 'smooth',
        points: points.map(([atSeconds, value]) => ({ atSeconds, value })),
      },
    ],
    events: [{ id: 'restart', kind: 'restartController', atSeconds: eventAt }],
  };
}

it('[SC7] points and events keep their place in the run', () => {
  const { durationSeconds, loads, events } = stretchScenario(
    scenarioOf(
      [
        [0, 1],
        [1800, 5],
      ],
      900,
    ),
    7200,
  );
  expect(durationSeconds).toBe(7200);
  expect(loads[0]?.points).toEqual([
    { atSeconds: 0, value: 1 },
    { atSeconds: 3600, value: 5 },
  ]);
  expect(events).toEqual([{ id: 'restart', kind: 'restartController', atSeconds: 1800 }]);
});

it('[SC7] points that fall together keep their peak', () => {
  const { loads } = stretchScenario(
    scenarioOf([
      [0, 1],
      [30, 9],
      [60, 2],
      [3600, 3],
    ]),
    60,
  );
  expect(loads[0]?.points.map(({ value }) => value)).toEqual([1, 9, 3]);
});

it('[SC7] whatever is stretched is a scenario', () => {
  const instants = fc.uniqueArray(fc.integer({ min: 0, max: SCENARIO_LIMITS.durationSeconds }), {
    minLength: 1,
    maxLength: 30,
  });
  const durations = fc.integer({ min: 1, max: SCENARIO_LIMITS.durationSeconds });
  fc.assert(
    fc.property(instants, durations, durations, (at, from, to) => {
      const points = at.toSorted((a, b) => a - b).map((second) => [second, 7] as const);
      const before = { ...scenarioOf(points, at[0]), durationSeconds: from };
      const parsed = parseScenario(stretchScenario(before, to));
      expect(parsed.ok ? '' : parsed.message).toBe('');
    }),
  );
});
