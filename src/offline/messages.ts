/** What the page says to a service worker that waits: serve the page from now on. */
export const TAKE_OVER = 'hpa-playground:take-over';
