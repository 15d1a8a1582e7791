/** Under the head of the page while a workshop is held: where it stands, and what the presenter shows of it. */
import { ChevronLeft, ChevronRight, X } from 'lucide-react';
import { type ReactNode, useEffect, useLayoutEffect } from 'react';
import { useApp, useServices } from '../app/context.tsx';
import { type HeldWorkshop, SPOTLIGHTS, type Spotlight } from '../store/lessonSlice.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { Select } from '../ui/Select.tsx';
import { Switch } from '../ui/Switch.tsx';
import { goToStep, stepTitle } from './hold.ts';
import './spotlight.css';
import styles from './workshop.module.css';

export default function WorkshopBar(): ReactNode {
  const held = useApp((state) => state.held);
  return held === undefined ? null : <Bar held={held} />;
}

const SPOTLIGHT_NAMES: Readonly<Record<Spotlight, string>> = {
  all: 'Everything',
  charts: 'Charts alone',
  reason: 'The reason alone',
  input: 'Text and manifest alone',
};

function Bar({ held }: { readonly held: HeldWorkshop }): ReactNode {
  const { store } = useServices();
  const { workshop, at, role, hidesSolutions, spotlight } = held;
  const { changeHeld } = store.getState();
  const step = workshop.steps[at];
  useStepKeys(at);
  useLayoutEffect(() => {
    document.documentElement.dataset.spotlight = spotlight;
    return () => {
      delete document.documentElement.dataset.spotlight;
    };
  }, [spotlight]);
  return (
    <nav className={styles.bar} aria-label="Workshop" data-print="no">
      <IconButton
        label="Previous step"
        keys="P"
        disabled={at === 0}
        onClick={() => void goToStep(store, at - 1)}
      >
        <ChevronLeft size={16} aria-hidden />
      </IconButton>
      <span className={styles.where} aria-live="polite">
        <b>{workshop.title}</b> {at + 1} of {workshop.steps.length}
        {step === undefined ? '' : `: ${stepTitle(step)}`}
      </span>
      <IconButton
        label="Next step"
        keys="N"
        disabled={at >= workshop.steps.length - 1}
        onClick={() => void goToStep(store, at + 1)}
      >
        <ChevronRight size={16} aria-hidden />
      </IconButton>
      {role === 'presenter' ? (
        <>
          <Select
            label="Spotlight"
            value={spotlight}
            options={SPOTLIGHTS.map((value) => ({ value, text: SPOTLIGHT_NAMES[value] }))}
            onChange={(next) => changeHeld({ spotlight: next })}
          />
          <span className={styles.switch}>
            <Switch
              label="Hide solutions"
              checked={hidesSolutions}
              onChange={(next) => changeHeld({ hidesSolutions: next })}
            />
          </span>
          {step?.note === undefined ? null : <span className={styles.note}>{step.note}</span>}
        </>
      ) : null}
      <Button
        className={styles.leave ?? ''}
        onClick={() => {
          store.getState().leaveWorkshop();
          if (role === 'presenter') store.getState().setPresentation(false);
        }}
      >
        <X size={15} aria-hidden />
        Leave
      </Button>
    </nav>
  );
}

const STEPS: Readonly<Record<string, 1 | -1>> = { n: 1, PageDown: 1, p: -1, PageUp: -1 };

/** As the buttons of a remote control send them; not while somebody types or a box is open. */
function useStepKeys(at: number): void {
  const { store } = useServices();
  useEffect(() => {
    function press(event: KeyboardEvent): void {
      const step = STEPS[event.key];
      const isOurs = !(event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented);
      if (step === undefined || !isOurs || isTakenBy(event.target)) return;
      event.preventDefault();
      void goToStep(store, at + step);
    }
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [store, at]);
}

function isTakenBy(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest(
      'input, textarea, select, [contenteditable], [role="dialog"], [role="menu"], [role="slider"], .monaco-editor',
    ) !== null
  );
}
