/** RFC 3339 text and the simulated clock's milliseconds. */

const SECONDS_PER_DAY = 86_400;

// one reconcile writes the same instant into several places, and many fall on the same day
let lastSecond = Number.NaN;
let lastText = '';
let lastDay = Number.NaN;
let lastDate = '';

function dateText(day: number): string {
  if (day !== lastDay) {
    lastDate = new Date(day * SECONDS_PER_DAY * 1000).toISOString().slice(0, 11);
    lastDay = day;
  }
  return lastDate;
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

/**
 * The instant as the API server stores it: UTC, cut to whole seconds.
 *
 * @param atMs milliseconds since the epoch
 * @upstream staging/src/k8s.io/apimachinery/pkg/apis/meta/v1/time.go Time.MarshalJSON
 */
export function formatTime(atMs: number): string {
  const second = Math.floor(atMs / 1000);
  if (second !== lastSecond) {
    const day = Math.floor(second / SECONDS_PER_DAY);
    const ofDay = second - day * SECONDS_PER_DAY;
    const minutes = Math.floor(ofDay / 60);
    const clock = `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}:${twoDigits(ofDay % 60)}`;
    lastText = `${dateText(day)}${clock}Z`;
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
