/** Replicas as they were drawn, and as the run had them. */
import type { ReactNode } from 'react';
import type { StepPoint } from '../core/expectations/measures/running.ts';
import styles from './lessons.module.css';

const WIDTH = 320;
const HEIGHT = 90;

interface PredictionPictureProps {
  readonly happened: readonly StepPoint[];
  readonly said: readonly StepPoint[] | undefined;
  readonly durationSeconds: number;
}

export function PredictionPicture({ happened, said, durationSeconds }: PredictionPictureProps): ReactNode {
  const highest = Math.max(1, ...[...happened, ...(said ?? [])].map(({ value }) => value));
  const path = (points: readonly StepPoint[]): string => stepPath(points, durationSeconds, highest);
  return (
    <figure className={styles.picture}>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={`Replicas, at most ${highest}: what happened${said === undefined ? '' : ', and what you drew'}`}
      >
        <path d={path(happened)} className={styles.happened} />
        {said === undefined ? null : <path d={path(said)} className={styles.drawn} />}
      </svg>
      <figcaption>
        <span className={styles.happenedKey}>what happened</span>
        {said === undefined ? null : <span className={styles.drawnKey}>what you drew</span>}
      </figcaption>
    </figure>
  );
}

/** @param highest value at the upper edge; zero is the lower one */
function stepPath(points: readonly StepPoint[], durationSeconds: number, highest: number): string {
  const x = (seconds: number): string => ((WIDTH * seconds) / durationSeconds).toFixed(1);
  const y = (value: number): string => (HEIGHT - 4 - ((HEIGHT - 8) * value) / highest).toFixed(1);
  let path = '';
  for (const { atSeconds, value } of points) {
    path += path === '' ? `M0 ${y(value)}` : `H${x(atSeconds)}V${y(value)}`;
  }
  return `${path}H${WIDTH}`;
}
