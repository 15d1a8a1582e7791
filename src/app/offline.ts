/** The playground without a network, and the way to a newer build of it. */
import { isKeptOffline, keepOffline } from '../offline/updates.ts';
import type { AppStore } from '../store/appStore.ts';

/** made by the build, beside the page */
const SERVICE_WORKER = './sw.js';

export function startOffline(store: AppStore): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator) || !isKeptOffline(location.hostname)) return;
  const { notify } = store.getState();
  const reload = () => location.reload();
  let isAsked = false;
  void keepOffline(navigator.serviceWorker, SERVICE_WORKER, {
    onNewer({ takeOver }) {
      notify('info', 'A newer version of the playground is here. Your work stays as it is.', {
        text: 'Use the newer version',
        run() {
          isAsked = true;
          takeOver();
        },
      });
    },
    onTakenOver() {
      if (isAsked) reload();
      else {
        notify(
          'info',
          'Another tab has brought in a newer version of the playground. Your work stays as it is.',
          {
            text: 'Reload this tab',
            run: reload,
          },
        );
      }
    },
  });
}
