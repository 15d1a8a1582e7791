import type { AppStore } from './appStore.ts';

const TEXT = 'Opened from the link. What you worked on before is kept.';

/** Says that work was put aside for a link, with the way back to it, until somebody works on what the link brought. */
export function offerEarlier(store: AppStore): void {
  const { notify, restoreEarlier } = store.getState();
  notify('info', TEXT, { text: 'Open my earlier work', run: () => restoreEarlier(0) });
  const unsubscribe = store.subscribe((state, before) => {
    if (state.scenario === before.scenario) return;
    unsubscribe();
    const notice = state.notices.find(({ text }) => text === TEXT);
    if (notice !== undefined) state.dismissNotice(notice.id);
  });
}
