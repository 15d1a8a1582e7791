/** What a key does to the point that has the focus. Pure. */
import { type PlotFrame, spanSeconds } from '../charts/frame.ts';
import type { LoadPoint } from '../core/index.ts';
import { timeStep, valueStep } from './snap.ts';

export type PointCommand =
  | { readonly type: 'move'; readonly to: LoadPoint }
  | { readonly type: 'add' | 'remove' | 'open' };

/** What a key does to the selection of points. */
export type SelectionCommand =
  | { readonly type: 'all' }
  | { readonly type: 'toggle' }
  | { readonly type: 'clear' }
  | { readonly type: 'extend'; readonly by: 1 | -1 };

export interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
}

/** Shift makes a step this many times as long. */
const LARGE = 10;
/** A step is this many pixels, or a little more: what an eye sees move. */
const PIXELS = 1;
/** Steps from the bottom to the top of the axis. */
const VALUE_STEPS = 100;

export function commandOf(press: KeyPress, point: LoadPoint, frame: PlotFrame): PointCommand | undefined {
  const factor = press.shiftKey ? LARGE : 1;
  const seconds = timeStep((PIXELS * factor * spanSeconds(frame)) / frame.width);
  const value = valueStep(frame.topValue / VALUE_STEPS) * factor;
  const move = (bySeconds: number, byValue: number): PointCommand => ({
    type: 'move',
    to: { atSeconds: point.atSeconds + bySeconds, value: Number((point.value + byValue).toPrecision(12)) },
  });
  switch (press.key) {
    case 'ArrowLeft':
      return move(-seconds, 0);
    case 'ArrowRight':
      return move(seconds, 0);
    case 'ArrowUp':
      return move(0, value);
    case 'ArrowDown':
      return move(0, -value);
    case 'PageUp':
      return move(0, value * LARGE);
    case 'PageDown':
      return move(0, -value * LARGE);
    case '+':
    case 'Insert':
      return { type: 'add' };
    case 'Delete':
    case 'Backspace':
      return { type: 'remove' };
    case 'Enter':
    case ' ':
      return { type: 'open' };
    default:
      return undefined;
  }
}

export interface ModifiedKeyPress extends KeyPress {
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** Ctrl (or ⌘) with A, the space bar, or Shift and an arrow; Escape. */
export function selectionCommandOf({
  key,
  shiftKey,
  ctrlKey,
  metaKey,
}: ModifiedKeyPress): SelectionCommand | undefined {
  if (key === 'Escape') return { type: 'clear' };
  if (!ctrlKey && !metaKey) return undefined;
  if (key.toLowerCase() === 'a' && !shiftKey) return { type: 'all' };
  if (key === ' ') return { type: 'toggle' };
  if (shiftKey && key === 'ArrowRight') return { type: 'extend', by: 1 };
  if (shiftKey && key === 'ArrowLeft') return { type: 'extend', by: -1 };
  return undefined;
}
