import { describe, expect, it } from 'vitest';
import { LIMITER_KINDS } from '../core/index.ts';
import { changeFrom, nextOfKind, syncAt, syncForKey, syncText } from './syncs.ts';
import { SYNCS, traceWith } from './traceFixture.ts';

describe('syncAt', () => {
  it.each([
    [-5, 0],
    [0, 0],
    [59.9, 0],
    [60, 1],
    [1e9, 4],
  ])('at %d s it is sync %d', (seconds, sync) => {
    expect(syncAt(SYNCS.atSeconds, seconds)).toBe(sync);
  });

  it('finds none among none', () => {
    expect(syncAt(new Float64Array(0), 10)).toBe(-1);
  });
});

describe('changeFrom', () => {
  it('stops at rescales and where something else decides', () => {
    expect(changeFrom(SYNCS, 0, 1)).toBe(1);
    expect(changeFrom(SYNCS, 1, 1)).toBe(2);
    expect(changeFrom(SYNCS, 2, 1)).toBe(3);
    expect(changeFrom(SYNCS, 4, -1)).toBe(3);
  });

  it('ends at the ends of the run', () => {
    expect(changeFrom(SYNCS, 3, 1)).toBe(4);
    expect(changeFrom(SYNCS, 1, -1)).toBe(0);
  });
});

describe('syncForKey', () => {
  const press = (key: string, modifiers = {}) => ({
    key,
    ctrlKey: false,
    altKey: false,
    shiftKey: false,
    ...modifiers,
  });

  it.each([
    ['ArrowRight', {}, 3],
    ['ArrowLeft', {}, 1],
    ['ArrowRight', { shiftKey: true }, 4],
    ['ArrowRight', { ctrlKey: true }, 3],
    ['ArrowLeft', { altKey: true }, 1],
    ['ArrowRight', { altKey: true }, 4],
    ['Home', {}, 0],
    ['End', {}, 4],
    ['a', {}, undefined],
  ])('%s %j from sync 2 leads to %s', (key, modifiers, sync) => {
    expect(syncForKey(SYNCS, 2, press(key, modifiers))).toBe(sync);
  });
});

describe('nextOfKind', () => {
  const code = (kind: (typeof LIMITER_KINDS)[number]) => LIMITER_KINDS.indexOf(kind);

  it('goes on after the last one from the start', () => {
    expect(nextOfKind(SYNCS, code('policy'), 0)).toBe(1);
    expect(nextOfKind(SYNCS, code('policy'), 2)).toBe(1);
  });

  it('stays where there is none', () => {
    expect(nextOfKind(SYNCS, code('max'), 2)).toBe(2);
  });
});

describe('syncText', () => {
  it('names number, instant and what decided', () => {
    expect(syncText(traceWith(), 2)).toMatch(/^sync 3 at 00:02:00: .*policy$/);
  });
});
