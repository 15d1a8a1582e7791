/** *Predict first*: what somebody says will happen, and after the run how near it was. */
import { Play } from 'lucide-react';
import { type ReactNode, useEffect, useId, useMemo, useState } from 'react';
import { useServices } from '../app/context.tsx';
import { amountText, spanText } from '../core/expectations/figures.ts';
import { unitOf } from '../core/expectations/words.ts';
import type { Prediction as Asked, PredictionAnswer, Trace } from '../core/index.ts';
import { type Outcome, outcomeOf, scorePrediction } from '../core/lesson/predictions.ts';
import type { Attempt } from '../store/lessonSlice.ts';
import { Button } from '../ui/Button.tsx';
import styles from './lessons.module.css';
import { PredictionPicture } from './PredictionPicture.tsx';
import { progressStore } from './progressStore.ts';

interface PredictionProps {
  readonly attempt: Attempt;
  readonly prediction: Asked;
  /** of the lesson's start; undefined until it is there */
  readonly run: Trace | undefined;
}

export function Prediction({ attempt, prediction, run }: PredictionProps): ReactNode {
  return (
    <section className={styles.part} aria-label="Prediction">
      <h3>{attempt.isRevealed ? 'What you said' : 'Say first what will happen'}</h3>
      <p className={styles.question}>{prediction.question}</p>
      {attempt.isRevealed ? (
        <Outcomes attempt={attempt} prediction={prediction} run={run} />
      ) : (
        <Ask attempt={attempt} prediction={prediction} />
      )}
    </section>
  );
}

function Ask({ attempt, prediction }: Omit<PredictionProps, 'run'>): ReactNode {
  const { store } = useServices();
  const { reveal, draftPrediction } = store.getState();
  const { draft } = attempt;
  return (
    <form
      className={styles.ask}
      onSubmit={(event) => {
        event.preventDefault();
        if (draft !== undefined) reveal(draft);
      }}
    >
      {prediction.kind === 'choose' ? (
        <Options
          options={prediction.options.map(({ label }) => label)}
          chosen={draft?.kind === 'choose' ? draft.option : undefined}
          onChoose={(option) => draftPrediction({ kind: 'choose', option })}
        />
      ) : prediction.kind === 'number' ? (
        <NumberAnswer
          unit={unitOf(prediction.measure)}
          onChange={(value) => draftPrediction({ kind: 'number', value })}
        />
      ) : (
        <p className={styles.note}>
          Draw it in “Your prediction”, under the load in the charts: drag the points, or move them with the
          arrow keys. A double click adds one.
        </p>
      )}
      <p className={styles.buttons}>
        <Button look="primary" type="submit" disabled={draft === undefined}>
          <Play size={14} aria-hidden />
          Run it
        </Button>
        <Button onClick={() => reveal(undefined)}>Just show me</Button>
      </p>
    </form>
  );
}

interface OptionsProps {
  readonly options: readonly string[];
  readonly chosen: number | undefined;
  readonly onChoose: (option: number) => void;
}

function Options({ options, chosen, onChoose }: OptionsProps): ReactNode {
  const name = useId();
  return (
    <div className={styles.options} role="radiogroup" aria-label="Your prediction">
      {options.map((label, option) => (
        <label key={label} className={styles.option}>
          <input type="radio" name={name} checked={chosen === option} onChange={() => onChoose(option)} />
          <span>{label}</span>
        </label>
      ))}
    </div>
  );
}

interface NumberAnswerProps {
  readonly unit: ReturnType<typeof unitOf>;
  readonly onChange: (value: number) => void;
}

const UNIT_TEXTS: Partial<Readonly<Record<ReturnType<typeof unitOf>, string>>> = {
  seconds: 's',
  percent: '%',
  hours: 'hours',
  requests: 'requests',
};

function NumberAnswer({ unit, onChange }: NumberAnswerProps): ReactNode {
  const [text, setText] = useState('');
  return (
    <label className={styles.number}>
      <span className="visuallyHidden">Your prediction</span>
      <input
        inputMode="decimal"
        autoComplete="off"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          const value = Number(event.target.value);
          if (event.target.value.trim() !== '' && Number.isFinite(value)) onChange(value);
        }}
      />
      {UNIT_TEXTS[unit] ?? ''}
    </label>
  );
}

function Outcomes({ attempt, prediction, run }: PredictionProps): ReactNode {
  const { sheet, answer } = attempt;
  const outcome = useMemo(() => run && outcomeOf(prediction, run), [prediction, run]);
  const duration = sheet.start.durationSeconds;
  const score =
    outcome === undefined || answer === undefined ? undefined : scorePrediction(answer, outcome, duration);
  useEffect(() => {
    if (score === undefined || sheet.kind !== 'lesson') return;
    const { progress, note } = progressStore.getState();
    // The first answer is the one that was a prediction.
    if (progress[sheet.id]?.predicted === undefined) note(sheet.id, { predicted: score });
  }, [score, sheet]);
  if (outcome === undefined) return <p className={styles.note}>Running it…</p>;
  return (
    <>
      <Said prediction={prediction} outcome={outcome} answer={answer} duration={duration} />
      {score === undefined ? null : (
        <p className={styles.score} role="status" data-right={score > 0.8}>
          {scoreText(score, prediction.kind)}
        </p>
      )}
    </>
  );
}

function scoreText(score: number, kind: Asked['kind']): string {
  if (score === 1) return 'Right.';
  if (kind === 'choose') return 'Not so this time.';
  return `${Math.round(score * 100)} % right.`;
}

interface SaidProps {
  readonly prediction: Asked;
  readonly outcome: Outcome;
  readonly answer: PredictionAnswer | undefined;
  readonly duration: number;
}

function Said({ prediction, outcome, answer, duration }: SaidProps): ReactNode {
  if (prediction.kind === 'choose' && outcome.kind === 'choose') {
    return (
      <ul className={styles.said}>
        {prediction.options.map(({ label }, option) => (
          <li key={label} data-right={outcome.option === option}>
            {label}
            {outcome.option === option ? <b> — what happened</b> : null}
            {answer?.kind === 'choose' && answer.option === option ? <em> (yours)</em> : null}
          </li>
        ))}
      </ul>
    );
  }
  if (prediction.kind === 'number' && outcome.kind === 'number') {
    const unit = unitOf(prediction.measure);
    const say = (value: number): string => (unit === 'seconds' ? spanText(value) : amountText(value, unit));
    return (
      <p>
        It is <b>{outcome.value === undefined ? 'not in this run' : say(outcome.value)}</b>
        {answer?.kind === 'number' ? `; you said ${say(answer.value)}` : ''}.
      </p>
    );
  }
  if (outcome.kind !== 'draw') return null;
  return (
    <PredictionPicture
      happened={outcome.points}
      said={answer?.kind === 'draw' ? answer.points : undefined}
      durationSeconds={duration}
    />
  );
}
