/**
 * The service worker: after the first visit the whole playground is on the visitor's machine. It keeps the files of one
 * build, asks for nothing else, and gives way to a newer build only when the visitor agrees.
 */
import { cleanupOutdatedCaches, type PrecacheEntry, precacheAndRoute } from 'workbox-precaching';
import { TAKE_OVER } from './messages.ts';

/** Every file of the build; written in by the build (`scripts/build/offline.ts`). */
declare const __PRECACHE__: readonly PrecacheEntry[];

/** The scope, without the types of the worker library, which contradict the page's. */
const scope = self as unknown as {
  skipWaiting(): Promise<void>;
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
};

precacheAndRoute([...__PRECACHE__], {
  // `?embed` and what others add to a link are the page's business: it is one file all the same.
  ignoreURLParametersMatching: [/./],
});
cleanupOutdatedCaches();

scope.addEventListener('message', ({ data }) => {
  if (data === TAKE_OVER) void scope.skipWaiting();
});
