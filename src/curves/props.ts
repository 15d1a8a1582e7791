/** What the load curve editor is given. It stands inside the charts' `TimeAxisProvider`, and so has their time axis. */
import type { ReactNode } from 'react';
import type { LoadCurve } from '../core/index.ts';

export interface LoadCurveEditorProps {
  readonly curve: LoadCurve;
  /** region and heading; "Load" */
  readonly title?: string;
  /**
   * the curve after each step of a gesture; it must come back as `curve`, for a step of a drag at the latest when the
   * hand pauses
   */
  readonly onChange: (curve: LoadCurve) => void;
  /** a gesture has ended (pointer released, key released, field left): the place for an undo step */
  readonly onCommit?: (curve: LoadCurve) => void;
  readonly readOnly?: boolean;
  /** pixels of the plot with its axes, without the heading; left out: fills what its flex parent gives, 72 at least */
  readonly height?: number;
  readonly timeLabels?: boolean;
  /** stands behind the unit */
  readonly about?: ReactNode;
  /** stands after the editor's own tools */
  readonly more?: ReactNode;
  /** settles when loading menus keeps nothing more urgent waiting; left out: they are loaded when they are pressed */
  readonly after?: Promise<unknown>;
}
