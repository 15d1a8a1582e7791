/** The presentation view, for a room: larger text, and the input folded. This browser remembers it. */
import { useLayoutEffect } from 'react';
import type { AppStore } from '../store/appStore.ts';
import type { Storage } from '../store/storage.ts';
import { useApp } from './context.tsx';

const KEY = 'presentation';

export function startPresentation(store: AppStore, storage: Storage): void {
  if (storage.read(KEY) === 'on') store.getState().setPresentation(true);
  store.subscribe(({ presentation }, before) => {
    if (presentation !== before.presentation) storage.write(KEY, presentation ? 'on' : 'off');
  });
}

export function usePresentation(): void {
  const presentation = useApp((state) => state.presentation);
  useLayoutEffect(() => {
    document.documentElement.dataset.presentation = presentation ? 'on' : 'off';
  }, [presentation]);
}
