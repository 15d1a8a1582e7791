import { ChevronLeft, ChevronRight, Pause, Play, Repeat, SkipBack } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { selectDurationSeconds, selectSyncCount } from '../store/selectors.ts';
import { SPEEDS, type Speed } from '../store/viewSlice.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { Select } from '../ui/Select.tsx';
import { useApp, useServices } from './context.tsx';
import styles from './Transport.module.css';
import { formatClock } from './time.ts';

/** To the start, back, play, on; speed; time. */
export function Transport(): ReactNode {
  const { store } = useServices();
  const actions = store.getState();
  const playing = useApp((state) => state.playing);
  const ready = useApp((state) => state.trace !== undefined);
  const atStart = useApp((state) => state.selectedSync === 0);
  const atEnd = useApp((state) => state.selectedSync >= selectSyncCount(state) - 1);
  return (
    <fieldset className={styles.transport} aria-label="Playback">
      <IconButton label="To the start" keys="Home" disabled={!ready || atStart} onClick={actions.toStart}>
        <SkipBack size={16} aria-hidden />
      </IconButton>
      <IconButton
        label="Previous sync"
        keys="←"
        disabled={!ready || atStart}
        onClick={() => actions.step(-1)}
      >
        <ChevronLeft size={18} aria-hidden />
      </IconButton>
      <Button
        look="outlined"
        className={styles.play ?? ''}
        disabled={!ready}
        aria-label={playing ? 'Pause' : 'Play'}
        aria-keyshortcuts="Space"
        onClick={playing ? actions.pause : actions.play}
      >
        {playing ? <Pause size={14} aria-hidden /> : <Play size={14} aria-hidden />}
        {playing ? 'Pause' : 'Play'}
        <kbd className={styles.keys}>space</kbd>
      </Button>
      <IconButton label="Next sync" keys="→" disabled={!ready || atEnd} onClick={() => actions.step(1)}>
        <ChevronRight size={18} aria-hidden />
      </IconButton>
      <LoopButton />
      <SpeedSelect />
      <Clock />
    </fieldset>
  );
}

function LoopButton(): ReactNode {
  const { store } = useServices();
  const loops = useApp((state) => state.loops);
  return (
    <IconButton
      label="Loop"
      keys="L"
      className={styles.loop ?? ''}
      aria-pressed={loops}
      onClick={() => store.getState().setLoops(!loops)}
    >
      <Repeat size={15} aria-hidden />
    </IconButton>
  );
}

const SPEED_OPTIONS = SPEEDS.map((speed) => ({ value: String(speed), text: `${speed}×` }));

function SpeedSelect(): ReactNode {
  const { store } = useServices();
  const speed = useApp((state) => state.speed);
  return (
    <Select
      look="plain"
      label="Speed, simulated seconds a second"
      value={String(speed)}
      options={SPEED_OPTIONS}
      onChange={(value) => store.getState().setSpeed(Number(value) as Speed)}
    />
  );
}

/** Follows the playhead without rendering. */
function Clock(): ReactNode {
  const { playhead } = useServices();
  const duration = useApp(selectDurationSeconds);
  const now = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const show = (): void => {
      const text = formatClock(playhead.getSeconds());
      // The playhead moves with every frame, the text only now and then.
      if (now.current !== null && now.current.textContent !== text) now.current.textContent = text;
    };
    show();
    return playhead.subscribe(show);
  }, [playhead]);
  return (
    <span className={styles.clock} role="timer" aria-label="Simulated time">
      <span ref={now} />
      <span className={styles.of}> / {formatClock(duration)}</span>
    </span>
  );
}
