/** The load as a curve of points that a hand or a key can move, add and remove. */
import { Plus } from 'lucide-react';
import { lazy, Suspense, useRef } from 'react';
import { ChartSection } from '../charts/ChartSection.tsx';
import { type PlotFrame, spanSeconds } from '../charts/frame.ts';
import { Plot } from '../charts/Plot.tsx';
import { setPath } from '../charts/RunPath.tsx';
import { useFollow, useTimeAxis, useTimeWindow } from '../charts/TimeAxis.tsx';
import { INTERPOLATIONS, type LoadCurve } from '../core/index.ts';
import { CurveHandles, useHandleDrag } from './CurveHandles.tsx';
import { curvePaths } from './curvePath.ts';
import styles from './curves.module.css';
import { widestGap } from './edit.ts';
import type { LiveCurve } from './liveCurve.ts';
import type { LoadCurveEditorProps } from './props.ts';
import { roundedLoad } from './reach.ts';
import { snapTo, timeStep, valueStep } from './snap.ts';
import { type CurveEditing, useCurveEditing } from './useCurveEditing.ts';
import { useCurveReach } from './useCurveReach.ts';

/** The exact entry of a point; nobody needs it before the first charts. */
const OpenPoint = lazy(() => import('./OpenPoint.tsx'));

export function LoadCurveEditor(props: LoadCurveEditorProps) {
  const { curve, title = 'Load', readOnly = false } = props;
  const { durationSeconds } = useTimeAxis();
  const editing = useCurveEditing(props, durationSeconds);
  return (
    <ChartSection
      title={title}
      subtitle={curve.unit}
      heading={!readOnly && <CurveTools curve={curve} editing={editing} durationSeconds={durationSeconds} />}
    >
      <CurvePlot {...props} title={title} readOnly={readOnly} editing={editing} />
    </ChartSection>
  );
}

interface CurvePlotProps extends LoadCurveEditorProps {
  readonly title: string;
  readonly readOnly: boolean;
  readonly editing: CurveEditing;
}

function CurvePlot(props: CurvePlotProps) {
  const { curve, title, readOnly, editing, height, timeLabels } = props;
  const reach = useCurveReach(curve, editing.live);
  const drag = useHandleDrag(editing, reach.hold);
  const window = useTimeWindow();
  const addAt = (seconds: number, value: number): void =>
    editing.add({
      atSeconds: snapTo(seconds, fineTime(spanSeconds(window))),
      value: Math.max(0, snapTo(value, valueStep(reach.highest / 100))),
    });
  return (
    <Plot
      lowest={0}
      highest={reach.highest}
      unit="value"
      height={height}
      timeLabels={timeLabels}
      draw={(frame) => <CurveDrawing live={editing.live} frame={frame} />}
      onDoubleClick={addAt}
      over={(frame) => (
        <>
          <CurveHandles
            curve={curve}
            title={title}
            frame={frame}
            readOnly={readOnly}
            editing={editing}
            drag={drag}
          />
          {editing.open !== undefined && (
            <Suspense fallback={null}>
              <OpenPoint curve={curve} title={title} frame={frame} editing={editing} />
            </Suspense>
          )}
        </>
      )}
    />
  );
}

/** Round instants about as fine as a pixel of a wide plot. */
function fineTime(shownSeconds: number): number {
  return timeStep(shownSeconds / 1000);
}

function CurveDrawing({ live, frame }: { readonly live: LiveCurve; readonly frame: PlotFrame }) {
  const line = useRef<SVGPathElement>(null);
  const area = useRef<SVGPathElement>(null);
  useFollow(live, () => {
    const paths = curvePaths(live.get(), frame);
    if (line.current !== null) setPath(line.current, paths.line);
    if (area.current !== null) setPath(area.current, paths.area);
  });
  return (
    <>
      <path ref={area} className={styles.area} />
      <path ref={line} className={styles.line} />
    </>
  );
}

interface CurveToolsProps {
  readonly curve: LoadCurve;
  readonly editing: CurveEditing;
  readonly durationSeconds: number;
}

function CurveTools({ curve, editing, durationSeconds }: CurveToolsProps) {
  const outside = curve.points.filter(({ atSeconds }) => atSeconds > durationSeconds).length;
  const add = (): void => {
    const atSeconds = snapTo(widestGap(curve, durationSeconds), fineTime(durationSeconds));
    editing.add({ atSeconds, value: roundedLoad(curve, atSeconds) });
  };
  return (
    <>
      <span className={styles.hint}>drag a point · double-click to add or remove · arrow keys nudge</span>
      {outside > 0 && <span className={styles.outside}>{outside} after the end of the run</span>}
      <span className={styles.tools}>
        <InterpolationToggle curve={curve} editing={editing} />
        <button type="button" className={styles.tool} onClick={add}>
          <Plus size={13} aria-hidden />
          Add point
        </button>
      </span>
    </>
  );
}

function InterpolationToggle({ curve, editing }: Omit<CurveToolsProps, 'durationSeconds'>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset draws a frame and breaks the heading's single line
    <span className={styles.toggle} role="group" aria-label="Between points">
      {INTERPOLATIONS.map((interpolation) => (
        <button
          key={interpolation}
          type="button"
          className={styles.tool}
          aria-pressed={curve.interpolation === interpolation}
          onClick={() => {
            editing.change({ ...curve, interpolation });
            editing.commit();
          }}
        >
          {interpolation}
        </button>
      ))}
    </span>
  );
}
