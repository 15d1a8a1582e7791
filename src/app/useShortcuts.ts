import { useEffect } from 'react';
import { useServices } from './context.tsx';
import { keyName, type Shortcut, shortcutFor } from './shortcuts.ts';

/** Keys of the whole page; whatever has the focus and wants a key for itself comes first. */
export function useShortcuts(): void {
  const { store } = useServices();
  useEffect(() => {
    const run = (event: KeyboardEvent, shortcut: Shortcut): void => {
      event.preventDefault();
      event.stopPropagation();
      shortcut.run(store.getState());
    };
    // Before the editor, which would take it as the first half of a key of its own.
    const onCapture = (event: KeyboardEvent): void => {
      const shortcut = shortcutFor(event);
      if (shortcut?.everywhere === true) run(event, shortcut);
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || wantsKey(event.target, event)) return;
      const shortcut = shortcutFor(event);
      if (shortcut !== undefined) run(event, shortcut);
    };
    window.addEventListener('keydown', onCapture, { capture: true });
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', onCapture, { capture: true });
      window.removeEventListener('keydown', onKeyDown);
    };
  }, [store]);
}

/** Whoever is in one of these is busy with it. */
const OWN_ALL =
  'input, textarea, select, [contenteditable], [role=textbox], [role=menu], [role=dialog], .monaco-editor';

/** These are pressed and walked through, and leave the other keys alone. */
const OWN_SOME = 'button, a, summary, [role=tab], [role=radio], [role=switch], [role=separator]';
const PRESSING = new Set([' ', 'Enter']);
const WALKING = /^(Shift\+)?(Arrow\w+|Home|End|Page\w+)$/;

function wantsKey(target: EventTarget | null, event: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest(OWN_ALL) !== null) return true;
  if (target.closest(OWN_SOME) === null) return false;
  const name = keyName(event);
  return PRESSING.has(name) || (WALKING.test(name) && !isPlainButton(target));
}

/** Arrows mean nothing to a button: after *Play* was pressed they still go from sync to sync. */
function isPlainButton(target: Element): boolean {
  return target.closest('button, a, summary')?.hasAttribute('role') === false;
}
