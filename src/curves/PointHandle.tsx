/** One point of the curve: a slider with a hit area wider than its dot. */
import { type KeyboardEvent, useRef } from 'react';
import { isShown, type PlotFrame, type TimeWindow, toX, toY } from '../charts/frame.ts';
import { useFollow } from '../charts/TimeAxis.tsx';
import { formatInstant, formatValue } from '../charts/units.ts';
import type { LoadCurve, LoadPoint } from '../core/index.ts';
import styles from './curves.module.css';
import type { LiveCurve } from './liveCurve.ts';
import type { PointDragHandlers } from './usePointDrag.ts';

interface PointHandleProps {
  readonly title: string;
  readonly index: number;
  readonly live: LiveCurve;
  readonly frame: PlotFrame;
  readonly readOnly: boolean;
  readonly isSelected: boolean;
  readonly element: (element: SVGCircleElement | null) => void;
  readonly drag: PointDragHandlers;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onKeyUp: () => void;
  readonly onDoubleClick: () => void;
}

export function pointName(title: string, index: number): string {
  return `${title} point ${index + 1}`;
}

function pointText(unit: string, { atSeconds, value }: LoadPoint): string {
  return `at ${formatInstant(atSeconds)}: ${formatValue(value, 'value')} ${unit}`;
}

/** Place and value follow the curve under the hand, without a render. */
export function PointHandle(props: PointHandleProps) {
  const { title, index, live, frame, readOnly, drag } = props;
  const group = useRef<SVGGElement>(null);
  useFollow(live, () => {
    const { points, unit } = live.get();
    const point = points[index];
    if (group.current !== null && point !== undefined) {
      place(group.current, pointName(title, index), unit, point, frame, props.isSelected);
    }
  });
  return (
    <g ref={group}>
      <circle
        ref={props.element}
        className={styles.hit}
        r="13"
        role="slider"
        tabIndex={0}
        aria-valuemin={0}
        aria-valuenow={0}
        aria-orientation="vertical"
        aria-readonly={readOnly}
        onKeyDown={props.onKeyDown}
        onKeyUp={props.onKeyUp}
        onDoubleClick={props.onDoubleClick}
        {...(readOnly ? {} : drag)}
      />
      <circle className={styles.dot} data-selected={props.isSelected} r="4.5" />
    </g>
  );
}

function place(
  group: SVGGElement,
  name: string,
  unit: string,
  point: LoadPoint,
  frame: PlotFrame,
  isSelected: boolean,
): void {
  group.setAttribute('transform', `translate(${toX(frame, point.atSeconds)} ${toY(frame, point.value)})`);
  const text = pointText(unit, point);
  const slider = group.firstElementChild;
  slider?.setAttribute('aria-label', `${name}${isSelected ? ', selected,' : ''} ${text}`);
  slider?.setAttribute('aria-valuetext', text);
  slider?.setAttribute('aria-valuemax', String(Math.max(frame.topValue, point.value)));
  slider?.setAttribute('aria-valuenow', String(point.value));
}

/** Points in the shown part of the run, with their indices in the curve. */
export function visiblePoints(
  curve: LoadCurve,
  window: TimeWindow,
): readonly (readonly [number, LoadPoint])[] {
  return curve.points
    .map((point, index) => [index, point] as const)
    .filter(([, { atSeconds }]) => isShown(window, atSeconds));
}
