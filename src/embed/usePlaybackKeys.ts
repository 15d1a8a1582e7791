import { useEffect } from 'react';
import { useServices } from '../app/context.tsx';

/** Space, Home, End and the arrows of the whole page; nothing else, since the keys belong to the page around. */
export function usePlaybackKeys(): void {
  const { store } = useServices();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const { target, key } = event;
      const isModified = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
      if (event.defaultPrevented || isModified || !(target instanceof Element)) return;
      if (target.closest('button, a, select, input, [role=slider], [role=menu], [role=dialog]') !== null)
        return;
      const { playing, play, pause, step, toStart, toEnd } = store.getState();
      const act = {
        ' ': playing ? pause : play,
        ArrowLeft: () => step(-1),
        ArrowRight: () => step(1),
        Home: toStart,
        End: toEnd,
      }[key];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [store]);
}
