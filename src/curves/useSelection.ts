/** Which points of a curve are selected, and whether a press on the plot begins a box. */
import { useState } from 'react';
import type { LoadCurve } from '../core/index.ts';
import type { Selected } from './selection.ts';

export interface PointSelection {
  readonly selected: Selected;
  /** the select tool is on: a press beside the points begins a box */
  readonly isSelecting: boolean;
  select(indices: Selected): void;
  /** adds a point, or leaves it out */
  toggle(index: number): void;
  setSelecting(on: boolean): void;
  /** no point, no tool */
  clear(): void;
}

const NONE: Selected = [];

export function useSelection(curve: LoadCurve): PointSelection {
  const [isSelecting, setSelecting] = useState(false);
  const [chosen, choose] = useState<{ readonly count: number; readonly indices: Selected }>();
  const count = curve.points.length;
  // Where points came or went, also by undo, the indices mean others.
  const selected = chosen?.count === count ? chosen.indices : NONE;
  const select = (indices: Selected): void => choose({ count, indices });
  return {
    selected,
    isSelecting,
    select,
    toggle(index) {
      const others = selected.filter((each) => each !== index);
      select(others.length < selected.length ? others : [...others, index].sort((a, b) => a - b));
    },
    setSelecting,
    clear() {
      choose(undefined);
      setSelecting(false);
    },
  };
}
