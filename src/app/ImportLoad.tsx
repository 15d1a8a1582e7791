import { type ReactNode, useState } from 'react';
import type { LoadCurve } from '../core/index.ts';
import { SCENARIO_LIMITS } from '../core/index.ts';
import { type LoadSeries, type Recognised, toPoints, USUAL_POINTS } from '../imports/index.ts';
import { Button } from '../ui/Button.tsx';
import { Select } from '../ui/Select.tsx';
import { useApp, useServices } from './context.tsx';
import styles from './Exchange.module.css';
import { formatClock } from './time.ts';

interface ImportLoadProps {
  readonly found: Extract<Recognised, { kind: 'load' }>;
  readonly onDone: () => void;
}

/** A load that was recognised: which series, for which curve, and for how long the run shall last. */
export function ImportLoad({ found, onDone }: ImportLoadProps): ReactNode {
  const { store } = useServices();
  const { load } = found;
  const loads = useApp((state) => state.scenario.loads);
  const duration = useApp((state) => state.scenario.durationSeconds);
  const usable = load.series.filter(({ problem }) => problem === undefined);
  const [chosen, setChosen] = useState('0');
  const [target, setTarget] = useState(loads[0]?.id ?? '');
  const span = Math.min(SCENARIO_LIMITS.durationSeconds, Math.max(1, Math.round(load.spanSeconds)));
  const [setsDuration, setSetsDuration] = useState(span > duration);
  const series = usable[Number(chosen)];
  const curve = loads.find(({ id }) => id === target);
  const shaped =
    series && toPoints(series, { maxPoints: USUAL_POINTS, factor: 1, stretch: 1, gaps: 'straight' });
  if (series === undefined || shaped === undefined || curve === undefined) return null;

  function apply(points: LoadCurve['points'], from: LoadSeries): void {
    const { scenario, replaceScenario } = store.getState();
    const changed = (one: LoadCurve): LoadCurve =>
      one.id === target ? { ...one, unit: unitOf(from, one), points } : one;
    replaceScenario({
      ...scenario,
      loads: scenario.loads.map(changed),
      ...(setsDuration ? { durationSeconds: span } : {}),
    });
    onDone();
  }

  return (
    <section className={styles.found} aria-label="What it is">
      <p>
        This is a load over {formatClock(span)} (h:min:s)
        {load.format === 'prometheus' ? ', as Prometheus answers' : ''}.
      </p>
      {usable.length > 1 || loads.length > 1 ? (
        <div className={styles.line}>
          {usable.length > 1 ? (
            <Select
              label="Series"
              value={chosen}
              options={usable.map(({ name }, index) => ({ value: String(index), text: name.slice(0, 80) }))}
              onChange={setChosen}
            />
          ) : null}
          {loads.length > 1 ? (
            <Select
              label="Curve that it becomes"
              value={target}
              options={loads.map(({ id, unit }) => ({ value: id, text: `${id} (${unit})` }))}
              onChange={setTarget}
            />
          ) : null}
        </div>
      ) : null}
      {shaped.ok ? (
        <p className={styles.note}>
          {shaped.samples.toLocaleString('en')} samples become {shaped.points.length} points in{' '}
          {unitOf(series, curve)}; no peak is lost.
          {load.notes.map((note) => ` ${note}`)}
        </p>
      ) : (
        <p className={styles.failure}>{shaped.message}</p>
      )}
      <label className={styles.line}>
        <input
          type="checkbox"
          checked={setsDuration}
          onChange={(event) => setSetsDuration(event.target.checked)}
        />
        Let the run last as long as this load
      </label>
      <div className={styles.line}>
        <Button
          look="primary"
          disabled={!shaped.ok}
          onClick={() => {
            if (shaped.ok) apply(shaped.points, series);
          }}
        >
          Use it as the load
        </Button>
      </div>
      <p className={styles.note}>It takes the place of the drawn points; undo brings them back.</p>
    </section>
  );
}

function unitOf({ unit }: LoadSeries, curve: LoadCurve): string {
  return unit === '' ? curve.unit : unit.slice(0, SCENARIO_LIMITS.nameLength);
}
