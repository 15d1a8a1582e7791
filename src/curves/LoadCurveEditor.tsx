/** The load as a curve of points that a hand or a key can move, add and remove. */
import { lazy, Suspense, useRef } from 'react';
import { ChartSection } from '../charts/ChartSection.tsx';
import { CHART_TERMS } from '../charts/chartTerms.ts';
import { type PlotFrame, spanSeconds } from '../charts/frame.ts';
import { Plot } from '../charts/Plot.tsx';
import { setPath } from '../charts/RunPath.tsx';
import { useFollow, useTimeAxis, useTimeWindow } from '../charts/TimeAxis.tsx';
import { BoxSelect } from './BoxSelect.tsx';
import { CurveHandles, useHandleDrag } from './CurveHandles.tsx';
import { CurveTools } from './CurveTools.tsx';
import { curvePaths } from './curvePath.ts';
import styles from './curves.module.css';
import { EditorContext, type EditorParts } from './editorContext.ts';
import type { LiveCurve } from './liveCurve.ts';
import type { LoadCurveEditorProps } from './props.ts';
import { SelectionFrame } from './SelectionFrame.tsx';
import { fineTime, snapTo, valueStep } from './snap.ts';
import { useCurveEditing } from './useCurveEditing.ts';
import { useCurveReach } from './useCurveReach.ts';
import { useSelection } from './useSelection.ts';

/** The exact entry of a point; nobody needs it before the first charts. */
const OpenPoint = lazy(() => import('./OpenPoint.tsx'));

/** Never settles: menus wait until they are pressed. */
const NEVER = new Promise<never>(() => {});

export function LoadCurveEditor(props: LoadCurveEditorProps) {
  const { curve, title = 'Load', readOnly = false, about, more, after = NEVER } = props;
  const { durationSeconds } = useTimeAxis();
  const editing = useCurveEditing(props, durationSeconds);
  const selection = useSelection(curve);
  const parts: EditorParts = { curve, title, durationSeconds, editing, selection, after };
  return (
    <EditorContext value={parts}>
      <ChartSection
        title={title}
        term={CHART_TERMS.load}
        subtitle={curve.unit}
        table={{ chart: 'load', curve }}
        heading={
          <>
            {about}
            {!readOnly && <CurveTools more={more} />}
          </>
        }
      >
        <CurvePlot {...props} parts={parts} readOnly={readOnly} />
      </ChartSection>
    </EditorContext>
  );
}

interface CurvePlotProps extends LoadCurveEditorProps {
  readonly parts: EditorParts;
  readonly readOnly: boolean;
}

function CurvePlot({ parts, readOnly, height, timeLabels }: CurvePlotProps) {
  const { curve, title, editing, selection } = parts;
  const reach = useCurveReach(curve, editing.live);
  const drag = useHandleDrag(parts, reach.hold);
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
          <BoxSelect frame={frame} readOnly={readOnly} />
          <CurveHandles
            curve={curve}
            title={title}
            frame={frame}
            readOnly={readOnly}
            editing={editing}
            drag={drag}
          />
          {selection.selected.length > 1 && <SelectionFrame frame={frame} onDragging={reach.hold} />}
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
