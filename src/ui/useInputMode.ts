import { useEffect } from 'react';

/** Writes onto the document whether the last input came from a pointer or from the keyboard, for the focus rings. */
export function useInputMode(): void {
  useEffect(() => {
    const note = (event: Event): void => {
      document.documentElement.dataset.input = event.type === 'keydown' ? 'keyboard' : 'pointer';
    };
    for (const type of ['keydown', 'pointerdown']) window.addEventListener(type, note, { capture: true });
    return () => {
      for (const type of ['keydown', 'pointerdown'])
        window.removeEventListener(type, note, { capture: true });
    };
  }, []);
}
