import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Outcome, type PredictionAnswer, scorePrediction } from './predictions.ts';

const draw = (...points: readonly (readonly [number, number])[]) => ({
  kind: 'draw' as const,
  points: points.map(([atSeconds, value]) => ({ atSeconds, value })),
});

const anyLine = fc
  .uniqueArray(fc.tuple(fc.nat({ max: 600 }), fc.nat({ max: 50 })), {
    minLength: 1,
    maxLength: 8,
    selector: ([at]) => at,
  })
  .map((points) => draw(...points.toSorted(([a], [b]) => a - b)));

function score(answer: PredictionAnswer, outcome: Outcome): number {
  return scorePrediction(answer, outcome, 600);
}

describe('[LS8] scores', () => {
  it('a drawing that is the run scores 1, whatever it is; every score lies between 0 and 1', () => {
    fc.assert(
      fc.property(anyLine, anyLine, (one, other) => {
        expect(score(one, one)).toBe(1);
        const mutual = score(one, other);
        expect(mutual).toBeGreaterThanOrEqual(0);
        expect(mutual).toBeLessThanOrEqual(1);
        expect(mutual).toBeCloseTo(score(other, one), 10);
      }),
    );
  });
  it('a flat line is not nearly right where the run moves', () => {
    expect(score(draw([0, 4]), draw([0, 4], [300, 8]))).toBe(0);
    expect(score(draw([0, 4], [300, 8]), draw([0, 4], [330, 8]))).toBeCloseTo(0.9, 1);
  });
  it('one replica too many for a minute hardly matters where nothing moves', () => {
    expect(score(draw([0, 8], [300, 9], [360, 8]), draw([0, 8]))).toBeCloseTo(0.9, 10);
  });
  it('numbers score by their distance', () => {
    expect(score({ kind: 'number', value: 8 }, { kind: 'number', value: 10 })).toBeCloseTo(0.8, 10);
    expect(score({ kind: 'number', value: 0 }, { kind: 'number', value: 0 })).toBe(1);
    expect(score({ kind: 'number', value: 50 }, { kind: 'number', value: 10 })).toBe(0);
    expect(score({ kind: 'number', value: Number.POSITIVE_INFINITY }, { kind: 'number', value: 10 })).toBe(0);
    expect(score({ kind: 'number', value: 5 }, { kind: 'number', value: undefined })).toBe(0);
  });
  it('choices are right or wrong', () => {
    expect(score({ kind: 'choose', option: 1 }, { kind: 'choose', option: 1 })).toBe(1);
    expect(score({ kind: 'choose', option: 1 }, { kind: 'choose', option: 0 })).toBe(0);
    expect(score({ kind: 'choose', option: 1 }, { kind: 'number', value: 1 })).toBe(0);
  });
});
