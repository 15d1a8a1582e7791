import { type RefObject, useEffect } from 'react';
import type { EditorHandle } from '../editor/ManifestEditor.tsx';

/** Ctrl+Z on a control of the form takes back its last edit of the text. A text field keeps its own undo. */
export function useFormUndo(
  frame: RefObject<HTMLElement | null>,
  editor: RefObject<EditorHandle | null>,
): void {
  useEffect(() => {
    const element = frame.current;
    const onKeyDown = (event: KeyboardEvent): void => {
      const isUndo = event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.altKey;
      if (!isUndo || isTextField(event.target) || editor.current === null) return;
      event.preventDefault();
      if (event.shiftKey) editor.current.redo();
      else editor.current.undo();
    };
    element?.addEventListener('keydown', onKeyDown);
    return () => element?.removeEventListener('keydown', onKeyDown);
  }, [frame, editor]);
}

function isTextField(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.type === 'text';
}
