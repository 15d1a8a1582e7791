/**
 * The service worker: after the first visit the whole playground is on the visitor's machine. It keeps the files of one
 * build, asks for nothing else, and gives way to a newer build only when the visitor agrees.
 */
import {
  cleanupOutdatedCaches,
  matchPrecache,
  type PrecacheEntry,
  precacheAndRoute,
} from 'workbox-precaching';
import { TAKE_OVER } from './messages.ts';

/** Every file of the build; written in by the build (`scripts/build/offline.ts`). */
declare const __PRECACHE__: readonly PrecacheEntry[];

/** A request that waits for an answer. */
interface FetchEvent extends Event {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

/** The scope, without the types of the worker library, which contradict the page's. */
const scope = self as unknown as {
  skipWaiting(): Promise<void>;
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
};

/**
 * The page was kept with the header that forbids frames, which is not meant for the embedded view. The rest of the
 * policy is in the page itself.
 */
async function embeddedPage(request: Request): Promise<Response> {
  const kept = await matchPrecache('index.html');
  if (kept === undefined) return fetch(request);
  return new Response(kept.body, { headers: { 'content-type': 'text/html; charset=utf-8' } });
}

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const isEmbedded = request.mode === 'navigate' && new URL(request.url).searchParams.has('embed');
  if (isEmbedded) event.respondWith(embeddedPage(request));
});

precacheAndRoute([...__PRECACHE__], {
  // What others add to a link is not the name of another file.
  ignoreURLParametersMatching: [/./],
});
cleanupOutdatedCaches();

scope.addEventListener('message', ({ data }) => {
  if (data === TAKE_OVER) void scope.skipWaiting();
});
