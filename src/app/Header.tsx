import { GraduationCap, Redo2, Search, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { MINORS } from '../core/index.ts';
import { isLocked } from '../store/lessonSlice.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { Select } from '../ui/Select.tsx';
import { useApp, useServices } from './context.tsx';
import { ExampleMenu } from './ExampleMenu.tsx';
import { ExchangeMenu } from './ExchangeMenu.tsx';
import { FeatureGates } from './FeatureGates.tsx';
import styles from './Header.module.css';
import { HelpMenu } from './HelpMenu.tsx';
import { isAppleKeyboard } from './keyboard.ts';
import { ShareButton } from './ShareButton.tsx';
import { keyCaps } from './shortcuts.ts';
import { ThemeToggle } from './ThemeToggle.tsx';
import { Transport } from './Transport.tsx';

export function Header({ phone }: { readonly phone: boolean }): ReactNode {
  return (
    <header className={styles.header} data-print="no">
      <Logo />
      <ExampleMenu />
      {phone ? null : <LearnButton />}
      {phone ? null : <KubernetesSelect />}
      {phone ? null : <FeatureGates />}
      {phone ? null : (
        <div className={styles.middle}>
          <Transport />
        </div>
      )}
      <div className={styles.end}>
        {phone ? null : <UndoButtons />}
        <PaletteButton />
        {phone ? null : <ThemeToggle />}
        <HelpMenu />
        <ShareButton short={phone} />
        <ExchangeMenu />
      </div>
    </header>
  );
}

/** On a phone it is in the menu. */
function LearnButton(): ReactNode {
  const { store } = useServices();
  return (
    <Button
      className={styles.learn ?? ''}
      aria-label="Learn"
      aria-haspopup="dialog"
      onClick={() => store.getState().showOverlay('learn')}
    >
      <GraduationCap size={16} aria-hidden />
      <span className={styles.word}>Learn</span>
    </Button>
  );
}

/** For the load, the cluster and the version; the editor has its own undo. */
function UndoButtons(): ReactNode {
  const { store } = useServices();
  const canUndo = useApp((state) => state.history.past.length > 0);
  const canRedo = useApp((state) => state.history.future.length > 0);
  const { undo, redo } = store.getState();
  return (
    <>
      <IconButton label="Undo load or setting" keys="Ctrl+Z" disabled={!canUndo} onClick={undo}>
        <Undo2 size={16} aria-hidden />
      </IconButton>
      <IconButton label="Redo load or setting" keys="Ctrl+Shift+Z" disabled={!canRedo} onClick={redo}>
        <Redo2 size={16} aria-hidden />
      </IconButton>
    </>
  );
}

function PaletteButton(): ReactNode {
  const { store } = useServices();
  return (
    <IconButton
      label="Find a command"
      keys={keyCaps('Mod+k', isAppleKeyboard()).join('+')}
      aria-haspopup="dialog"
      onClick={() => store.getState().showOverlay('palette')}
    >
      <Search size={16} aria-hidden />
    </IconButton>
  );
}

function Logo(): ReactNode {
  return (
    <h1 className={styles.logo}>
      <svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true">
        <path d="M3 19h5v-5h5V9h5V4h3" className={styles.stairs} />
      </svg>
      <span className={styles.name}>HPA Playground</span>
    </h1>
  );
}

/** Newest first. */
const NEWEST_FIRST = [...MINORS].reverse();

/** `short`: where there is room for the number only. */
export function KubernetesSelect({ short = false }: { readonly short?: boolean }): ReactNode {
  const { store } = useServices();
  const kubernetes = useApp((state) => state.scenario.kubernetes);
  const locked = useApp((state) => isLocked(state, 'kubernetes'));
  return (
    <Select
      disabled={locked}
      label="Kubernetes version"
      value={kubernetes}
      options={NEWEST_FIRST.map((minor) => ({ value: minor, text: short ? minor : `Kubernetes ${minor}` }))}
      onChange={store.getState().setKubernetes}
    />
  );
}
