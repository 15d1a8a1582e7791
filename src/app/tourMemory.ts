/** Whether this browser was offered the tour before. */
import { browserStorage } from '../store/storage.ts';

const KEY = 'tour';
const storage = browserStorage(() => window.localStorage);

export function knowsTour(): boolean {
  return storage.read(KEY) !== undefined;
}

export function rememberTour(): void {
  storage.write(KEY, 'known');
}
