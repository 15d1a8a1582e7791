/** One point of the curve: a slider with a hit area wider than its dot. */
import type { KeyboardEvent } from 'react';
import { formatInstant, formatValue } from '../charts/units.ts';
import type { LoadCurve, LoadPoint } from '../core/index.ts';
import styles from './curves.module.css';
import type { PointDragHandlers } from './usePointDrag.ts';

interface PointHandleProps {
  readonly name: string;
  readonly unit: string;
  readonly point: LoadPoint;
  readonly x: number;
  readonly y: number;
  readonly top: number;
  readonly readOnly: boolean;
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

export function PointHandle(props: PointHandleProps) {
  const { name, unit, point, x, y, top, readOnly, drag } = props;
  const text = pointText(unit, point);
  return (
    <g transform={`translate(${x} ${y})`}>
      <circle
        ref={props.element}
        className={styles.hit}
        r="13"
        role="slider"
        tabIndex={0}
        aria-label={`${name} ${text}`}
        aria-valuetext={text}
        aria-valuemin={0}
        aria-valuemax={Math.max(top, point.value)}
        aria-valuenow={point.value}
        aria-orientation="vertical"
        aria-readonly={readOnly}
        onKeyDown={props.onKeyDown}
        onKeyUp={props.onKeyUp}
        onDoubleClick={props.onDoubleClick}
        {...(readOnly ? {} : drag)}
      />
      <circle className={styles.dot} r="4.5" />
    </g>
  );
}

/** Points within the run, with their indices in the curve. */
export function visiblePoints(
  curve: LoadCurve,
  durationSeconds: number,
): readonly (readonly [number, LoadPoint])[] {
  return curve.points
    .map((point, index) => [index, point] as const)
    .filter(([, { atSeconds }]) => atSeconds <= durationSeconds);
}
