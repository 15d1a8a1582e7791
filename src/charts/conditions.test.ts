import { describe, expect, test } from 'vitest';
import { CONDITION_STATUSES } from '../core/index.ts';
import {
  changeBeside,
  reasonChanges,
  STANDING_LOOKS,
  standingText,
  stretchAround,
  stretchText,
} from './conditions.ts';
import { SCALING_LIMITED, SYNCS } from './traceFixture.ts';

describe('a condition along the run', () => {
  test('says its status with its reason, and that it is not set', () => {
    const told = [0, 1, 2, 3, 4].map((sync) => standingText(SCALING_LIMITED, sync));
    expect(told).toEqual([
      'not set',
      'True, ScaleUpLimit',
      'True, ScaleUpLimit',
      'False, DesiredWithinRange',
      'False, DesiredWithinRange',
    ]);
    expect(stretchText(SCALING_LIMITED, SYNCS.atSeconds, 2)).toBe(
      'True, ScaleUpLimit, from 00:01:00 to 00:03:00',
    );
    expect(stretchText(SCALING_LIMITED, SYNCS.atSeconds, 4)).toMatch(/ from 00:03:00 to the end$/);
  });

  test('a stretch ends with the status and with the reason', () => {
    expect(stretchAround(SCALING_LIMITED, 1)).toEqual([1, 3]);
    const other = { ...SCALING_LIMITED, reason: Uint8Array.of(0, 0, 1, 1, 1) };
    expect(stretchAround(other, 1)).toEqual([1, 2]);
  });

  test.each([
    [0, 1, 1],
    [2, 1, 3],
    [4, 1, 4],
    [4, -1, 3],
    [3, -1, 1],
    [1, -1, 0],
    [0, -1, 0],
  ] as const)('from sync %i, step %i: %i', (from, step, to) => {
    expect(changeBeside(SCALING_LIMITED, from, step)).toBe(to);
  });

  test('another reason for the same status is a change of its own', () => {
    const able = {
      ...SCALING_LIMITED,
      status: Uint8Array.of(0, 1, 1, 1, 2),
      reason: Uint8Array.of(0, 0, 1, 1, 0),
    };
    expect(reasonChanges(able, 0, 5)).toEqual([2]);
    expect(reasonChanges(able, 3, 5)).toEqual([]);
    expect(reasonChanges(SCALING_LIMITED, 0, 5)).toEqual([]);
  });

  test('no two standings look alike', () => {
    const looks = CONDITION_STATUSES.map((standing) => STANDING_LOOKS[standing]);
    for (const key of ['colorToken', 'letter'] as const) {
      expect(new Set(looks.map((look) => look[key])).size).toBe(looks.length);
    }
  });
});
