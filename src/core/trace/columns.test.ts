import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GrowingColumn, int32Column, steadyFloat64Column } from './columns.ts';

/** What is done to a column: a value is pushed, or the last one taken away. */
const acts = fc.array(fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constant('pop' as const)), {
  maxLength: 60,
});

/** The same done to a plain list. */
function listOf(done: readonly (number | 'pop')[]): readonly number[] {
  const list: number[] = [];
  for (const act of done) {
    if (act === 'pop') list.pop();
    else list.push(act);
  }
  return list;
}

interface InTheMaking {
  push(value: number): void;
  pop(): void;
  finish(): Iterable<number>;
}

function check(make: (capacity: number) => InTheMaking): void {
  fc.assert(
    fc.property(acts, fc.integer({ min: 0, max: 70 }), (done, capacity) => {
      const column = make(capacity);
      let length = 0;
      for (const act of done) {
        if (act !== 'pop') column.push(act);
        else if (length > 0) column.pop();
        length = Math.max(0, length + (act === 'pop' ? -1 : 1));
      }
      expect([...column.finish()]).toEqual(listOf(done));
    }),
  );
}

describe('a column in the making', () => {
  it('keeps what a list keeps, whatever room it began with', () => check((size) => new GrowingColumn(size)));

  it('keeps it too where values mostly stay', () => check(int32Column));

  it('takes a value that is no number for the same as the one before', () => {
    const column = steadyFloat64Column(1);
    for (const value of [Number.NaN, Number.NaN, 1, Number.NaN, 0]) column.push(value);
    expect([...column.finish()]).toEqual([Number.NaN, Number.NaN, 1, Number.NaN, 0]);
  });
});
