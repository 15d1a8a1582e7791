/** Another duration: the usual ones, or any that is typed; the load stays where it is, or stretches along. */
import { Popover } from 'radix-ui';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { SCENARIO_LIMITS } from '../core/index.ts';
import { formatSpan, parseInstant } from '../curves/clock.ts';
import { selectDurationSeconds } from '../store/selectors.ts';
import { Button } from '../ui/Button.tsx';
import type { OverlayProps } from '../ui/Later.tsx';
import { PopoverBox } from '../ui/PopoverBox.tsx';
import { useApp, useServices } from './context.tsx';
import styles from './LoadHeading.module.css';
import { USUAL_DURATIONS } from './loadCommands.ts';

/** Below that there is hardly a sync to look at. */
const LEAST = 30;

export function LoadDurationContent({ trigger, defaultOpen }: OverlayProps): ReactNode {
  const [isOpen, setOpen] = useState(defaultOpen);
  return (
    <Popover.Root open={isOpen} onOpenChange={setOpen}>
      <Popover.Trigger asChild>{trigger}</Popover.Trigger>
      <PopoverBox className={styles.box} label="Duration of the run" align="start">
        <Durations onDone={() => setOpen(false)} />
      </PopoverBox>
    </Popover.Root>
  );
}

function Durations({ onDone }: { readonly onDone: () => void }): ReactNode {
  const { store } = useServices();
  const duration = useApp(selectDurationSeconds);
  const [stretches, setStretches] = useState(true);
  const choose = (seconds: number): void => {
    const { setDuration, stretchDuration } = store.getState();
    if (seconds !== duration) (stretches ? stretchDuration : setDuration)(seconds);
    onDone();
  };
  return (
    <>
      <div className={styles.spans}>
        {USUAL_DURATIONS.map((seconds) => (
          <Button
            key={seconds}
            look="outlined"
            aria-pressed={seconds === duration}
            onClick={() => choose(seconds)}
          >
            {formatSpan(seconds)}
          </Button>
        ))}
      </div>
      <ExactDuration duration={duration} onChoose={choose} />
      <fieldset className={styles.ways}>
        <legend>Load points and events</legend>
        <Way checked={stretches} onChoose={() => setStretches(true)} text="stretch along" />
        <Way checked={!stretches} onChoose={() => setStretches(false)} text="stay at their times" />
      </fieldset>
    </>
  );
}

interface WayProps {
  readonly checked: boolean;
  readonly text: string;
  readonly onChoose: () => void;
}

function Way({ checked, text, onChoose }: WayProps): ReactNode {
  return (
    <label>
      <input type="radio" name="stretch" checked={checked} onChange={onChoose} />
      {text}
    </label>
  );
}

interface ExactDurationProps {
  readonly duration: number;
  readonly onChoose: (seconds: number) => void;
}

function ExactDuration({ duration, onChoose }: ExactDurationProps): ReactNode {
  const id = useId();
  const [text, setText] = useState(formatSpan(duration));
  const seconds = parseInstant(text);
  const problem = problemOf(seconds);
  const apply = (event: FormEvent): void => {
    event.preventDefault();
    if (seconds !== undefined && problem === undefined) onChoose(seconds);
  };
  return (
    <form className={styles.exact} onSubmit={apply}>
      <label htmlFor={id}>Exactly</label>
      <input
        id={id}
        value={text}
        autoComplete="off"
        aria-invalid={problem !== undefined}
        aria-describedby={`${id}-problem`}
        onChange={(event) => setText(event.target.value)}
        onFocus={(event) => event.target.select()}
      />
      <Button type="submit" look="outlined" disabled={problem !== undefined}>
        Set
      </Button>
      <span id={`${id}-problem`} className={styles.problem} role="status">
        {problem}
      </span>
    </form>
  );
}

function problemOf(seconds: number | undefined): string | undefined {
  const most = SCENARIO_LIMITS.durationSeconds;
  if (seconds === undefined) return 'Write it as 90 min, 1 h 30 min, 7 d or 1:30:00.';
  return seconds < LEAST || seconds > most ? `From ${LEAST} s to ${formatSpan(most)}.` : undefined;
}
