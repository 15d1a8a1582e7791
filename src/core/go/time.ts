/** RFC 3339 text and the simulated clock's milliseconds. */

// one reconcile writes the same instant into several places
let lastSecond = Number.NaN;
let lastText = '';

/**
 * The instant as the API server stores it: UTC, cut to whole seconds.
 *
 * @param atMs milliseconds since the epoch
 * @upstream staging/src/k8s.io/apimachinery/pkg/apis/meta/v1/time.go Time.MarshalJSON
 */
export function formatTime(atMs: number): string {
  const second = Math.floor(atMs / 1000);
  if (second !== lastSecond) {
    lastText = `${new Date(second * 1000).toISOString().slice(0, 19)}Z`;
    lastSecond = second;
  }
  return lastText;
}

/**
 * Milliseconds since the epoch; NaN for text that is no instant.
 *
 * @upstream staging/src/k8s.io/apimachinery/pkg/apis/meta/v1/time.go Time.UnmarshalJSON
 */
export function parseTime(text: string): number {
  return Date.parse(text);
}
