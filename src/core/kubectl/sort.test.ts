import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortAsGo } from './sort.ts';

interface Item {
  readonly key: number;
  readonly place: number;
}

function placesAfterSorting(keys: readonly number[]): readonly number[] {
  const items = keys.map((key, place) => ({ key, place }));
  return sortAsGo<Item>(items, (a, b) => a.key < b.key).map(({ place }) => place);
}

// what a Go program printed
const GO_ALTERNATING = [9, 18, 15, 3, 12, 0, 6, 10, 7, 4, 13, 16, 1, 19, 8, 5, 11, 14, 2, 17];
const GO_FALLING = [
  27, 29, 28, 24, 26, 25, 23, 22, 21, 20, 19, 15, 18, 17, 16, 14, 11, 13, 12, 8, 10, 9, 7, 6, 5, 4, 3, 0, 2,
  1,
];
const GO_PIPE = [
  14, 53, 46, 39, 32, 0, 28, 7, 21, 31, 8, 59, 1, 52, 45, 15, 38, 29, 22, 2, 30, 58, 51, 23, 9, 44, 16, 37,
  50, 43, 57, 10, 24, 17, 3, 36, 25, 11, 56, 18, 49, 35, 42, 4, 48, 34, 5, 19, 41, 26, 55, 12, 13, 33, 54, 20,
  40, 6, 47, 27,
];

describe('sorting as Go does', () => {
  it('sorts, and loses nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { maxLength: 300 }), (keys) => {
        const places = placesAfterSorting(keys);
        expect(places.map((place) => keys[place])).toEqual([...keys].sort((a, b) => a - b));
        expect(new Set(places).size).toBe(keys.length);
      }),
    );
  });

  it('keeps equal elements in their order while there are few', () => {
    expect(placesAfterSorting([2, 1, 2, 1, 1])).toEqual([1, 3, 4, 0, 2]);
  });

  it('leaves equal elements in the order that Go leaves them in', () => {
    const alternating = Array.from({ length: 20 }, (_, place) => (place * 7) % 3);
    expect(placesAfterSorting(alternating)).toEqual(GO_ALTERNATING);
    const falling = Array.from({ length: 30 }, (_, place) => Math.floor((30 - place) / 4));
    expect(placesAfterSorting(falling)).toEqual(GO_FALLING);
    const pipe = Array.from({ length: 60 }, (_, place) => Math.min(place, 60 - place) % 7);
    expect(placesAfterSorting(pipe)).toEqual(GO_PIPE);
  });
});
