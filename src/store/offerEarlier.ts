import type { AppStore } from './appStore.ts';

/**
 * Says that work was put aside for something else, with the way back to it, until somebody works on what was opened.
 *
 * @param opened a sentence
 */
export function offerEarlier(store: AppStore, opened = 'Opened from the link.'): void {
  const { notify, restoreEarlier } = store.getState();
  const text = `${opened} What you worked on before is kept.`;
  notify('info', text, { text: 'Open my earlier work', run: () => restoreEarlier(0) });
  const unsubscribe = store.subscribe((state, before) => {
    if (state.scenario === before.scenario) return;
    unsubscribe();
    const notice = state.notices.find((shown) => shown.text === text);
    if (notice !== undefined) state.dismissNotice(notice.id);
  });
}
