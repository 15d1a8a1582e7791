import type { ReactNode } from 'react';
import { wholeRun } from '../charts/frame.ts';
import { formatValue } from '../charts/units.ts';
import type { LoadCurve } from '../core/index.ts';
import { formatSpan } from '../curves/clock.ts';
import { curvePaths } from '../curves/curvePath.ts';
import styles from './LoadImport.module.css';

const SIZE = { left: 0, top: 4, width: 640, height: 100 } as const;

interface LoadPreviewProps {
  readonly curve: LoadCurve;
  readonly durationSeconds: number;
}

/** A curve as it would be drawn, with its highest value and its length. */
export function LoadPreview({ curve, durationSeconds }: LoadPreviewProps): ReactNode {
  const highest = Math.max(...curve.points.map(({ value }) => value));
  const frame = { ...SIZE, ...wholeRun(durationSeconds), bottomValue: 0, topValue: Math.max(highest, 1e-9) };
  const { line, area } = curvePaths(curve, frame);
  const peak = `${formatValue(highest, 'value')} ${curve.unit}`;
  return (
    <figure className={styles.preview}>
      <svg
        viewBox={`0 0 ${SIZE.width} ${SIZE.height + 2 * SIZE.top}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`Preview: ${formatSpan(durationSeconds)}, at most ${peak}`}
      >
        <path className={styles.area} d={area} />
        <path className={styles.line} d={line} />
      </svg>
      <figcaption className={styles.note}>
        <span>0</span>
        <span>at most {peak}</span>
        <span>{formatSpan(durationSeconds)}</span>
      </figcaption>
    </figure>
  );
}
