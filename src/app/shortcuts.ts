/** Every key of the page, once: what the keys do is run from here, and the overview of them is drawn from here. */
import type { AppState } from '../store/state.ts';
import type { Overlay } from '../store/viewSlice.ts';
import { pan, showWholeRun, zoomIn, zoomOut } from './zooming.ts';

export interface Shortcut {
  /** as `keyName` answers them; any of them does */
  readonly keys: readonly string[];
  readonly text: string;
  /** also while somebody types */
  readonly everywhere?: boolean;
  readonly run: (state: AppState) => void;
}

export interface ShortcutGroup {
  readonly title: string;
  readonly shortcuts: readonly Shortcut[];
}

/** Steps with Shift: 2 min 30 s at the usual sync period. */
const LARGE_STEP = 10;

export const SHORTCUTS: readonly ShortcutGroup[] = [
  {
    title: 'Along the run',
    shortcuts: [
      { keys: [' '], text: 'Play or pause', run: (state) => (state.playing ? state.pause() : state.play()) },
      { keys: ['l'], text: 'Play in a loop or not', run: (state) => state.setLoops(!state.loops) },
      { keys: ['ArrowLeft'], text: 'Previous sync', run: (state) => state.step(-1) },
      { keys: ['ArrowRight'], text: 'Next sync', run: (state) => state.step(1) },
      { keys: ['Shift+ArrowLeft'], text: 'Ten syncs back', run: (state) => state.step(-LARGE_STEP) },
      { keys: ['Shift+ArrowRight'], text: 'Ten syncs on', run: (state) => state.step(LARGE_STEP) },
      { keys: ['Alt+ArrowLeft'], text: 'Previous change', run: (state) => state.stepChange(-1) },
      { keys: ['Alt+ArrowRight'], text: 'Next change', run: (state) => state.stepChange(1) },
      { keys: ['Home'], text: 'To the start', run: (state) => state.toStart() },
      { keys: ['End'], text: 'To the end', run: (state) => state.toEnd() },
    ],
  },
  {
    title: 'What the charts show',
    shortcuts: [
      { keys: ['+', '='], text: 'Zoom in at the cursor', run: zoomIn },
      { keys: ['-', '−'], text: 'Zoom out', run: zoomOut },
      { keys: ['0'], text: 'Show the whole run', run: showWholeRun },
      { keys: ['Mod+Shift+ArrowLeft'], text: 'Half a window back', run: (state) => pan(state, -1) },
      { keys: ['Mod+Shift+ArrowRight'], text: 'Half a window on', run: (state) => pan(state, 1) },
    ],
  },
  {
    title: 'Anywhere',
    shortcuts: [
      { keys: ['Mod+k'], text: 'Find a command', everywhere: true, run: toggling('palette') },
      { keys: ['Mod+s'], text: 'Save in the library', everywhere: true, run: (state) => state.save() },
      { keys: ['Mod+o'], text: 'The library', everywhere: true, run: toggling('library') },
      { keys: ['?'], text: 'This overview', run: toggling('shortcuts') },
      { keys: ['Mod+z'], text: 'Undo load or setting', run: (state) => state.undo() },
      { keys: ['Mod+Shift+z', 'Mod+y'], text: 'Redo load or setting', run: (state) => state.redo() },
    ],
  },
];

function toggling(overlay: Overlay): (state: AppState) => void {
  return (state) => state.showOverlay(state.overlay === overlay ? undefined : overlay);
}

const BY_KEY = new Map(
  SHORTCUTS.flatMap(({ shortcuts }) => shortcuts).flatMap((shortcut) =>
    shortcut.keys.map((key) => [key, shortcut] as const),
  ),
);

export function shortcutFor(press: KeyPress): Shortcut | undefined {
  return BY_KEY.get(keyName(press));
}

/** What of a keyboard event decides which key it is. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/**
 * `Mod+` for Ctrl or the Apple key, then `Alt+`, `Shift+`, then the key. A character that needs Shift (`?`) is named
 * without it: keyboards differ in which do.
 */
export function keyName({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyPress): string {
  const isCharacter = key.length === 1;
  const mod = ctrlKey || metaKey ? 'Mod+' : '';
  const alt = altKey ? 'Alt+' : '';
  const shift = shiftKey && (mod !== '' || !isCharacter) ? 'Shift+' : '';
  return mod + alt + shift + (isCharacter ? key.toLowerCase() : key);
}

const SPOKEN: Readonly<Record<string, string>> = {
  ' ': 'Space',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  PageUp: 'Page up',
  PageDown: 'Page down',
};

/** The caps to press, as they are printed on this machine's keyboard: `['Ctrl', 'Shift', 'Z']`. */
export function keyCaps(name: string, isApple: boolean): readonly string[] {
  const parts = name === '+' ? ['+'] : name.split('+');
  return parts.map((part) => {
    if (part === 'Mod') return isApple ? '⌘' : 'Ctrl';
    if (part === 'Alt' && isApple) return '⌥';
    return SPOKEN[part] ?? (part.length === 1 ? part.toUpperCase() : part);
  });
}
