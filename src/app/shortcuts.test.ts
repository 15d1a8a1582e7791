import { describe, expect, test } from 'vitest';
import { type KeyPress, keyCaps, keyName, SHORTCUTS, shortcutFor } from './shortcuts.ts';

function press(key: string, held: Partial<KeyPress> = {}): KeyPress {
  return { key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held };
}

describe('the name of a key', () => {
  test.each([
    [press('z', { ctrlKey: true }), 'Mod+z'],
    [press('Z', { metaKey: true, shiftKey: true }), 'Mod+Shift+z'],
    [press('?', { shiftKey: true }), '?'],
    [press('ArrowLeft', { shiftKey: true }), 'Shift+ArrowLeft'],
    [press('ArrowLeft', { altKey: true }), 'Alt+ArrowLeft'],
  ])('%o is %s', (event, name) => {
    expect(keyName(event)).toBe(name);
  });
});

describe('the table of keys', () => {
  test('no key does two things', () => {
    const keys = SHORTCUTS.flatMap(({ shortcuts }) => shortcuts.flatMap((shortcut) => shortcut.keys));
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('a key finds its row, an unknown one none', () => {
    expect(shortcutFor(press('y', { ctrlKey: true }))?.text).toBe('Redo load or setting');
    expect(shortcutFor(press('q'))).toBeUndefined();
  });
});

describe('the caps of a key', () => {
  test.each([
    ['Mod+Shift+z', false, ['Ctrl', 'Shift', 'Z']],
    ['Mod+k', true, ['⌘', 'K']],
    [' ', false, ['Space']],
    ['+', false, ['+']],
  ])('%s', (name, isApple, caps) => {
    expect(keyCaps(name, isApple)).toEqual(caps);
  });
});
