/** In the place of what the run will show, until somebody has said what that will be. */
import type { ReactNode } from 'react';
import { useApp, useServices } from '../app/context.tsx';
import type { LoadCurve } from '../core/index.ts';
import { LoadCurveEditor } from '../curves/LoadCurveEditor.tsx';
import { Button } from '../ui/Button.tsx';
import { drawnCurve, pointsOf, startingCurve } from './drawing.ts';
import styles from './lessons.module.css';

export default function LessonCover(): ReactNode {
  const attempt = useApp((state) => state.attempt);
  const { store } = useServices();
  if (attempt === undefined) return null;
  const isDrawn = attempt.sheet.prediction?.kind === 'draw';
  return (
    <div className={styles.cover}>
      {isDrawn ? <Drawing /> : null}
      <div className={styles.coverText}>
        <span>Here is what the controller does, once you have said what you expect.</span>
        {attempt.draft === undefined ? (
          <Button look="outlined" onClick={() => store.getState().reveal(undefined)}>
            Show it without a prediction
          </Button>
        ) : (
          <Button look="primary" onClick={() => store.getState().reveal(attempt.draft)}>
            Run it
          </Button>
        )}
      </div>
    </div>
  );
}

/** The replicas to be, as a curve of points like the load. */
function Drawing(): ReactNode {
  const { store, firstCharts } = useServices();
  const attempt = useApp((state) => state.attempt);
  const minReplicas = useApp((state) => state.verdict?.manifest?.hpa.spec.minReplicas);
  const duration = useApp((state) => state.scenario.durationSeconds);
  if (attempt === undefined) return null;
  const curve =
    attempt.draft?.kind === 'draw'
      ? drawnCurve(attempt.draft.points)
      : startingCurve(minReplicas ?? 1, duration);
  const change = (next: LoadCurve): void =>
    store.getState().draftPrediction({ kind: 'draw', points: pointsOf(next) });
  return (
    <LoadCurveEditor
      curve={curve}
      title="Your prediction"
      after={firstCharts}
      height={190}
      timeLabels
      onChange={change}
    />
  );
}
