import { expect, test, vi } from 'vitest';
import { rememberLast } from './remember.ts';

test('makes an answer once for each input in a row, and anew when the input comes back later', () => {
  const make = vi.fn((input: { readonly of: number }) => [input.of]);
  const remembered = rememberLast(make);
  const [one, two] = [{ of: 1 }, { of: 2 }];
  expect(remembered(one)).toBe(remembered(one));
  expect(make).toHaveBeenCalledTimes(1);
  expect(remembered(two)).toEqual([2]);
  expect(remembered(one)).toEqual([1]);
  expect(make).toHaveBeenCalledTimes(3);
});

test('an answer that is undefined is remembered too', () => {
  const make = vi.fn(() => undefined);
  const remembered = rememberLast(make);
  remembered('a');
  remembered('a');
  expect(make).toHaveBeenCalledTimes(1);
});
