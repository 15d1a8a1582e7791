import { describe, expect, it } from 'vitest';
import type { PlotFrame } from './frame.ts';
import {
  draggedRange,
  gestureOf,
  markedRange,
  pinchedRange,
  rangeToZoomTo,
  type Wheel,
  wheeledRange,
} from './gestures.ts';

/** A pixel a second; the middle third of a run of 3,000 s. */
const FRAME: PlotFrame = {
  left: 50,
  top: 0,
  width: 1000,
  height: 100,
  durationSeconds: 3000,
  fromSeconds: 1000,
  toSeconds: 2000,
  bottomValue: 0,
  topValue: 1,
};
const WHOLE: PlotFrame = { ...FRAME, fromSeconds: 0, toSeconds: 3000 };

const wheel = (event: Partial<Wheel>): Wheel => ({
  deltaX: 0,
  deltaY: 0,
  deltaMode: 0,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  ...event,
});

describe('gestureOf', () => {
  it.each([
    [{ button: 0, shiftKey: false, altKey: false }, 'scrub'],
    [{ button: 0, shiftKey: true, altKey: false }, 'mark'],
    [{ button: 0, shiftKey: false, altKey: true }, 'pan'],
    [{ button: 1, shiftKey: false, altKey: false }, 'pan'],
    [{ button: 2, shiftKey: false, altKey: false }, undefined],
  ] as const)('%j is %s', (press, gesture) => expect(gestureOf(press)).toBe(gesture));
});

describe('marking', () => {
  it('goes either way and zooms to what was marked', () => {
    expect(markedRange(FRAME, 250, 150)).toEqual({ fromSeconds: 1100, toSeconds: 1200 });
    expect(rangeToZoomTo(FRAME, 250, 150)).toEqual({ fromSeconds: 1100, toSeconds: 1200 });
  });

  it('stays within what is shown, and a click is no mark', () => {
    expect(markedRange(FRAME, -100, 5000)).toEqual({ fromSeconds: 1000, toSeconds: 2000 });
    expect(rangeToZoomTo(FRAME, 200, 202)).toBeUndefined();
  });
});

describe('panning', () => {
  it('draws the content along with the pointer', () => {
    expect(draggedRange(FRAME, 300, 200)).toEqual({ fromSeconds: 1100, toSeconds: 2100 });
    expect(draggedRange(FRAME, 0, 5000)).toEqual({ fromSeconds: 0, toSeconds: 1000 });
  });
});

describe('pinching', () => {
  it('keeps the instant between the fingers where it is', () => {
    expect(pinchedRange(FRAME, [450, 650], [350, 750])).toEqual({ fromSeconds: 1250, toSeconds: 1750 });
    expect(pinchedRange(FRAME, [450, 650], [550, 750])).toEqual({ fromSeconds: 900, toSeconds: 1900 });
    expect(pinchedRange(FRAME, [350, 750], [549, 551])).toBeUndefined();
  });
});

describe('the wheel', () => {
  it('zooms with Ctrl at the pointer', () => {
    const range = wheeledRange(FRAME, 50, wheel({ deltaY: -100, ctrlKey: true }))?.range;
    expect(range?.fromSeconds).toBeCloseTo(1000, 6);
    expect(range?.toSeconds).toBeCloseTo(1000 + 1000 * Math.exp(-0.25), 6);
  });

  it('counts lines as lines, and a pinch more than a notch', () => {
    const byLines = wheeledRange(FRAME, 50, wheel({ deltaY: -10, deltaMode: 1, ctrlKey: true }))?.range;
    expect(byLines?.toSeconds).toBeCloseTo(1000 + 1000 * Math.exp(-0.4), 6);
    const byPinch = wheeledRange(FRAME, 50, wheel({ deltaY: -10, metaKey: true }))?.range;
    expect(byPinch?.toSeconds).toBeCloseTo(1000 + 1000 * Math.exp(-0.1), 6);
  });

  it('pans sideways, also with Shift', () => {
    const panned = { range: { fromSeconds: 1100, toSeconds: 2100 } };
    expect(wheeledRange(FRAME, 50, wheel({ deltaX: 100 }))).toEqual(panned);
    expect(wheeledRange(FRAME, 50, wheel({ deltaY: 100, shiftKey: true }))).toEqual(panned);
  });

  it('is left to the page otherwise', () => {
    expect(wheeledRange(FRAME, 50, wheel({ deltaY: 100 }))).toBeUndefined();
    expect(wheeledRange(WHOLE, 50, wheel({ deltaX: 100 }))).toBeUndefined();
  });
});
