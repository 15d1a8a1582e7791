import { useEffect } from 'react';
import type { AppState } from '../store/state.ts';
import { useServices } from './context.tsx';

type Shortcut = (state: AppState) => void;

/** By `KeyboardEvent.key`, `Alt+` in front where Alt is held, `Mod+` for Ctrl or the Apple key. */
const SHORTCUTS: Readonly<Record<string, Shortcut>> = {
  ' ': (state) => (state.playing ? state.pause() : state.play()),
  ArrowLeft: (state) => state.step(-1),
  ArrowRight: (state) => state.step(1),
  'Alt+ArrowLeft': (state) => state.stepChange(-1),
  'Alt+ArrowRight': (state) => state.stepChange(1),
  Home: (state) => state.toStart(),
  'Mod+z': (state) => state.undo(),
  'Mod+Shift+z': (state) => state.redo(),
  'Mod+y': (state) => state.redo(),
};

/** Keys of the whole page; whatever has the focus and wants a key for itself comes first. */
export function useShortcuts(): void {
  const { store } = useServices();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || wantsKeys(event.target)) return;
      const shortcut = SHORTCUTS[nameOf(event)];
      if (shortcut === undefined) return;
      event.preventDefault();
      shortcut(store.getState());
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [store]);
}

function nameOf(event: KeyboardEvent): string {
  const mod = event.ctrlKey || event.metaKey ? 'Mod+' : '';
  const alt = event.altKey ? 'Alt+' : '';
  const shift = event.shiftKey && mod !== '' ? 'Shift+' : '';
  return mod + alt + shift + (event.key.length === 1 ? event.key.toLowerCase() : event.key);
}

const OWN_KEYS =
  'input, textarea, select, button, a, [contenteditable], [role=tab], [role=separator], [role=menu], [role=textbox], .monaco-editor';

function wantsKeys(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(OWN_KEYS) !== null;
}
