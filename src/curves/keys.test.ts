import { describe, expect, it } from 'vitest';
import type { PlotFrame } from '../charts/frame.ts';
import { parseInstant } from './clock.ts';
import { commandOf, selectionCommandOf } from './keys.ts';

const FRAME: PlotFrame = {
  left: 0,
  top: 0,
  width: 900,
  height: 100,
  durationSeconds: 3600,
  fromSeconds: 0,
  toSeconds: 3600,
  bottomValue: 0,
  topValue: 1500,
};

const POINT = { atSeconds: 600, value: 200 };

describe('commandOf', () => {
  it.each([
    ['ArrowLeft', false, 595, 200],
    ['ArrowRight', false, 605, 200],
    ['ArrowRight', true, 660, 200],
    ['ArrowUp', false, 600, 220],
    ['ArrowDown', true, 600, 0],
    ['PageUp', false, 600, 400],
  ])('%s (Shift: %s) moves to %d s and %d', (key, shiftKey, atSeconds, value) => {
    expect(commandOf({ key, shiftKey }, POINT, FRAME)).toEqual({ type: 'move', to: { atSeconds, value } });
  });

  it.each([
    ['+', 'add'],
    ['Delete', 'remove'],
    ['Backspace', 'remove'],
    ['Enter', 'open'],
  ])('%s means %s', (key, type) => {
    expect(commandOf({ key, shiftKey: false }, POINT, FRAME)).toEqual({ type });
  });

  it('leaves other keys to the page', () => {
    expect(commandOf({ key: 'Tab', shiftKey: false }, POINT, FRAME)).toBeUndefined();
  });
});

describe('parseInstant', () => {
  it.each([
    ['21:45', 1305],
    ['1:30:00', 5400],
    ['45s', 45],
    ['10 min', 600],
    ['1h 30m', 5400],
    ['2 h', 7200],
    ['10', 600],
    ['0.5', 30],
    ['', undefined],
    ['-5', undefined],
    ['10:75', undefined],
    ['soon', undefined],
  ])('%j is %s s', (text, seconds) => {
    expect(parseInstant(text)).toBe(seconds);
  });
});

describe('selectionCommandOf', () => {
  const press = (key: string, modifiers: { readonly ctrlKey?: boolean; readonly shiftKey?: boolean } = {}) =>
    selectionCommandOf({ key, ctrlKey: false, metaKey: false, shiftKey: false, ...modifiers });

  it('needs Ctrl, so that arrows and the space bar keep what they do to one point', () => {
    expect(press('ArrowRight', { shiftKey: true })).toBeUndefined();
    expect(press(' ')).toBeUndefined();
    expect(press('a')).toBeUndefined();
  });

  it('selects all, one more, or the neighbour', () => {
    expect(press('a', { ctrlKey: true })).toEqual({ type: 'all' });
    expect(press(' ', { ctrlKey: true })).toEqual({ type: 'toggle' });
    expect(press('ArrowLeft', { ctrlKey: true, shiftKey: true })).toEqual({ type: 'extend', by: -1 });
    expect(press('Escape')).toEqual({ type: 'clear' });
  });
});
