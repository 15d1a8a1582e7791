/** A load that was recognised: what of it is read and how, seen before it is used. */
import { type ReactNode, useMemo, useState } from 'react';
import { type LoadCurve, SCENARIO_LIMITS } from '../core/index.ts';
import { formatSpan } from '../curves/clock.ts';
import {
  type LoadSeries,
  type LoadTextChoices,
  type LoadTextRead,
  looksLikeCounter,
  perSecond,
  readLoadText,
  type ShapedLoad,
  sumSeries,
  toPoints,
  USUAL_POINTS,
} from '../imports/index.ts';
import { Button } from '../ui/Button.tsx';
import { NumberField } from '../ui/NumberField.tsx';
import { Select } from '../ui/Select.tsx';
import { useApp, useServices } from './context.tsx';
import styles from './LoadImport.module.css';
import { LoadPreview } from './LoadPreview.tsx';
import { useLoadTarget } from './useLoadTarget.ts';

interface LoadImportProps {
  readonly found: { readonly text: string; readonly load: LoadTextRead };
  readonly onDone: () => void;
}

export function LoadImport({ found, onDone }: LoadImportProps): ReactNode {
  const [choices, setChoices] = useState<LoadTextChoices>({});
  const isAsFound = choices.timeColumn === undefined && choices.spacingSeconds === undefined;
  const read = useMemo(
    () => (isAsFound ? found.load : readLoadText(found.text, choices)),
    [found, choices, isAsFound],
  );
  return (
    <section className={styles.found} aria-label="Load to import">
      {found.load.format === 'csv' && (
        <TimeColumn load={found.load} choices={choices} onChoose={setChoices} />
      )}
      {read.ok ? (
        <SeriesImport load={read} onDone={onDone} />
      ) : (
        <p className={styles.failure} role="alert">
          {read.message}
        </p>
      )}
    </section>
  );
}

const ROWS = '-1';

interface TimeColumnProps {
  readonly load: LoadTextRead;
  readonly choices: LoadTextChoices;
  readonly onChoose: (choices: LoadTextChoices) => void;
}

/** Where the times are; rows without times are equally far apart. */
function TimeColumn({ load, choices, onChoose }: TimeColumnProps): ReactNode {
  const { candidates, column } = load.time;
  const chosen = choices.timeColumn ?? column;
  const options = candidates.map((each) => ({ value: String(each.column), text: each.name.slice(0, 60) }));
  return (
    <div className={styles.row}>
      {candidates.length > 0 && (
        <Labelled text="Times">
          <Select
            label="Column of the times"
            value={String(chosen)}
            options={[...options, { value: ROWS, text: 'none: equal distances' }]}
            onChange={(value) => onChoose({ ...choices, timeColumn: Number(value) })}
          />
        </Labelled>
      )}
      {chosen === -1 && (
        <NumberField
          label="Between two rows"
          unit="s"
          help="How many seconds lie between two rows of the text."
          value={choices.spacingSeconds ?? 60}
          min={1}
          max={SCENARIO_LIMITS.seconds}
          onChange={(seconds) => seconds !== undefined && onChoose({ ...choices, spacingSeconds: seconds })}
        />
      )}
    </div>
  );
}

const SUM = 'sum';
type Span = 'set' | 'keep' | 'squeeze';

function SeriesImport({
  load,
  onDone,
}: {
  readonly load: LoadTextRead;
  readonly onDone: () => void;
}): ReactNode {
  const usable = useMemo(() => load.series.filter(({ problem }) => problem === undefined), [load]);
  const sum = useMemo(() => (usable.length > 1 ? sumSeries(usable) : undefined), [usable]);
  const [chosen, setChosen] = useState('0');
  const series = chosen === SUM ? sum : (usable[Number(chosen)] ?? usable[0]);
  if (series === undefined) return null;
  const options = usable.map(({ name, unit }, index) => ({
    value: String(index),
    text: `${name.slice(0, 80)}${unit === '' ? '' : ` (${unit})`}`,
  }));
  return (
    <>
      {sum !== undefined && (
        <Labelled text="Values">
          <Select
            label="Series"
            value={chosen}
            options={[...options, { value: SUM, text: `Sum of all ${usable.length}` }]}
            onChange={setChosen}
          />
        </Labelled>
      )}
      <ShapeImport key={chosen} series={series} notes={load.notes} onDone={onDone} />
      {load.series.map(({ name, problem }) =>
        problem === undefined ? null : (
          <p key={name} className={styles.note}>
            {problem}
          </p>
        ),
      )}
    </>
  );
}

interface ShapeImportProps {
  readonly series: LoadSeries;
  readonly notes: readonly string[];
  readonly onDone: () => void;
}

function ShapeImport({ series, notes, onDone }: ShapeImportProps): ReactNode {
  const duration = useApp((state) => state.scenario.durationSeconds);
  const length = (series.seconds.at(-1) ?? 0) - (series.seconds[0] ?? 0);
  const span = Math.min(SCENARIO_LIMITS.durationSeconds, Math.max(1, Math.round(length)));
  const [factor, setFactor] = useState(perSecond(series.unit));
  const [maxPoints, setMaxPoints] = useState(USUAL_POINTS);
  const [gaps, setGaps] = useState<'straight' | 'zero'>('straight');
  const [way, setWay] = useState<Span>('set');
  const stretch = way === 'squeeze' ? duration / span : 1;
  const shaped = useMemo(
    () => toPoints(series, { factor, maxPoints, gaps, stretch }),
    [series, factor, maxPoints, gaps, stretch],
  );
  const shownSeconds = way === 'set' ? span : duration;
  return (
    <>
      <div className={styles.row}>
        <NumberField
          label="Multiplied by"
          unit="times"
          help="1000 where the text counts thousands; 0.0167 makes what is per minute per second."
          whole={false}
          min={0}
          max={1e9}
          value={factor}
          onChange={(value) => value !== undefined && setFactor(value)}
        />
        <NumberField
          label="At most"
          unit="points"
          help="Fewer can still be dragged one by one, and keep links short. Of equal spans of time the highest and the lowest value stay, so no peak is lost."
          min={4}
          max={SCENARIO_LIMITS.points}
          value={maxPoints}
          onChange={(value) => value !== undefined && setMaxPoints(value)}
        />
      </div>
      {shaped.ok && shaped.gaps > 0 && (
        <Labelled text={shaped.gaps === 1 ? 'A gap is' : `${shaped.gaps} gaps are`}>
          <Select
            label="Where samples are missing"
            value={gaps}
            options={[
              { value: 'straight', text: 'crossed by a straight line' },
              { value: 'zero', text: 'without any load' },
            ]}
            onChange={setGaps}
          />
        </Labelled>
      )}
      <Labelled text="The run">
        <Select
          label="Duration of the run"
          value={way}
          options={[
            { value: 'set', text: `becomes as long as the load: ${formatSpan(span)}` },
            { value: 'keep', text: `stays ${formatSpan(duration)} long` },
            { value: 'squeeze', text: `stays ${formatSpan(duration)} long, and the load is fitted into it` },
          ]}
          onChange={setWay}
        />
      </Labelled>
      <Target series={series} shaped={shaped} shownSeconds={shownSeconds} onDone={onDone} />
      <p className={styles.note}>{[...notes, ...remarks(series, shaped)].join(' ')}</p>
    </>
  );
}

function remarks(series: LoadSeries, shaped: ShapedLoad): string[] {
  return [
    ...(shaped.ok && shaped.cut > 0
      ? [
          `${shaped.cut} samples after ${formatSpan(SCENARIO_LIMITS.durationSeconds)}, the longest run, are left out.`,
        ]
      : []),
    ...(looksLikeCounter(series)
      ? ['The values never fall. If they come from a counter, ask for its rate: rate(…[1m]).']
      : []),
  ];
}

interface TargetProps {
  readonly series: LoadSeries;
  readonly shaped: ShapedLoad;
  readonly shownSeconds: number;
  readonly onDone: () => void;
}

/** The curve that it becomes, drawn beforehand, and the button that makes it so. */
function Target({ series, shaped, shownSeconds, onDone }: TargetProps): ReactNode {
  const { store } = useServices();
  const loads = useApp((state) => state.scenario.loads);
  const [target, setTarget] = useLoadTarget();
  const curve = loads.find(({ id }) => id === target) ?? loads[0];
  if (curve === undefined) return null;
  if (!shaped.ok) {
    return (
      <p className={styles.failure} role="alert">
        {shaped.message}
      </p>
    );
  }
  const next: LoadCurve = { ...curve, interpolation: 'linear', points: shaped.points };
  const apply = (): void => {
    const { scenario, replaceScenario } = store.getState();
    const changed = scenario.loads.map((load) => (load.id === next.id ? next : load));
    replaceScenario({ ...scenario, loads: changed, durationSeconds: shownSeconds });
    onDone();
  };
  return (
    <>
      {loads.length > 1 && (
        <Labelled text="Becomes">
          <Select
            label="Curve that it becomes"
            value={curve.id}
            options={loads.map(({ id, unit }) => ({ value: id, text: `${id} (${unit})` }))}
            onChange={setTarget}
          />
        </Labelled>
      )}
      <LoadPreview curve={next} durationSeconds={shownSeconds} />
      <p className={styles.note} role="status">
        {shaped.samples.toLocaleString('en')} samples{series.unit === '' ? '' : ` in ${series.unit}`} become{' '}
        {shaped.points.length.toLocaleString('en')} points in {curve.unit}.
      </p>
      <div className={styles.row}>
        <Button look="primary" onClick={apply}>
          Use it as the load
        </Button>
        <span className={styles.note}>Undo brings the present points back.</span>
      </div>
    </>
  );
}

function Labelled({ text, children }: { readonly text: string; readonly children: ReactNode }): ReactNode {
  return (
    <div className={styles.labelled}>
      <span>{text}</span>
      {children}
    </div>
  );
}
