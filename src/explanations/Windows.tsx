/** Both stabilization windows of a sync: what was recommended when, what is held on to, and when that leaves. */
import { type ReactNode, useId } from 'react';
import { LimiterPatternDefs, patternFill } from '../charts/LimiterPatterns.tsx';
import { LIMITERS } from '../charts/limiters.ts';
import type { ExplanationWindow } from '../core/explanation/types.ts';
import { unbroken } from './text.ts';
import styles from './Windows.module.css';
import { placeWindow, WINDOW_FRAME } from './windowFrame.ts';

interface WindowsProps {
  readonly windows: readonly ExplanationWindow[];
  /** to the sync at that instant, seconds since the start of the run; left out: nobody can go there */
  readonly onGoTo?: ((seconds: number) => void) | undefined;
}

export function Windows({ windows, onGoTo }: WindowsProps): ReactNode {
  return (
    <div className={styles.windows}>
      {windows.map((window) => (
        <Window key={window.direction} window={window} onGoTo={onGoTo} />
      ))}
    </div>
  );
}

interface WindowProps {
  readonly window: ExplanationWindow;
  readonly onGoTo: WindowsProps['onGoTo'];
}

function Window({ window, onGoTo }: WindowProps): ReactNode {
  const { direction, windowSeconds, points, text, decides, heldAtSeconds } = window;
  const isDrawn = points.length > 1 && windowSeconds > 0;
  return (
    <figure className={styles.window} data-decides={decides}>
      <figcaption>
        <span className={styles.name}>{unbroken(`scale-${direction} window, ${windowSeconds} s`)}</span>
        {decides ? <span className={styles.decides}>decides</span> : null}
      </figcaption>
      {isDrawn ? <Drawing window={window} /> : null}
      <p className={styles.text}>
        {unbroken(text)}{' '}
        {heldAtSeconds === undefined || onGoTo === undefined ? null : (
          <button type="button" className={styles.goTo} onClick={() => onGoTo(heldAtSeconds)}>
            Go to that sync
          </button>
        )}
      </p>
    </figure>
  );
}

/** Points closer than this are only a line. */
const LEAST_POINT_GAP = 7;

function Drawing({ window }: { readonly window: ExplanationWindow }): ReactNode {
  const base = useId();
  const { direction, points, holder, windowSeconds, text } = window;
  const { colorToken, pattern } = LIMITERS[direction === 'down' ? 'stabilizationDown' : 'stabilizationUp'];
  const { width, height, baseline } = WINDOW_FRAME;
  const { dots, line, left, right, labels } = placeWindow(window);
  const held = holder === undefined ? undefined : dots[holder];
  const own = dots.at(-1);
  const showsDots = (right - left) / dots.length >= LEAST_POINT_GAP;
  return (
    <svg className={styles.drawing} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={text}>
      <LimiterPatternDefs base={base} />
      <rect
        className={styles.span}
        x={left}
        y={0}
        width={right - left}
        height={baseline}
        fill={`var(${colorToken})`}
      />
      {pattern === 'solid' ? null : (
        <rect
          className={styles.hatch}
          x={left}
          y={0}
          width={right - left}
          height={baseline}
          fill={patternFill(base, pattern)}
        />
      )}
      <path className={styles.line} d={line} />
      {held === undefined ? null : (
        <path className={styles.held} d={`M${held.x} ${held.y}H${right}`} stroke={`var(${colorToken})`} />
      )}
      {dots.map(({ x, y }, index) =>
        showsDots || index === holder || index === dots.length - 1 ? (
          <circle
            // biome-ignore lint/suspicious/noArrayIndexKey: points of one sync, in their order
            key={index}
            className={styles.dot}
            data-role={index === holder ? 'held' : points[index]?.kind}
            cx={x}
            cy={y}
            r={index === holder ? 5 : 3}
          >
            <title>{`${points[index]?.replicas}, ${Math.round(points[index]?.secondsAgo ?? 0)} s ago`}</title>
          </circle>
        ) : null,
      )}
      {held === undefined || labels.held === undefined ? null : (
        <text className={styles.value} x={labels.held.x} y={labels.held.y} textAnchor={labels.held.anchor}>
          {labels.held.text}
        </text>
      )}
      {own === undefined ? null : (
        <text className={styles.value} x={right + 7} y={own.y + 4} data-role="own">
          {points.at(-1)?.replicas}
        </text>
      )}
      <text className={styles.time} x={left} y={height - 4}>{`${windowSeconds} s ago`}</text>
      <text className={styles.time} x={right} y={height - 4} textAnchor="end">
        now
      </text>
    </svg>
  );
}
