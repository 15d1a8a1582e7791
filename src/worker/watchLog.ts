/**
 * The lines of `kubectl get hpa --watch` over one run, printed as far as somebody looks. Every line is laid out when it
 * comes, so the ones before it have to be printed first; they are kept.
 */
import { createdAt } from '../core/kubectl/session.ts';
import type { HpaWatch } from '../core/kubectl/watchHpa.ts';
import type { HpaWrite } from '../core/simulation/hpaWrites.ts';
import type { WatchLine, WatchView } from './protocol.ts';

/** More than a terminal holds at once; older ones are counted. */
const SHOWN_LINES = 300;
const MS_PER_SECOND = 1000;

export class WatchLog {
  readonly #writes: Iterator<HpaWrite, void>;
  readonly #watch: HpaWatch;
  readonly #startMs: number;
  #header = '';
  readonly #lines: WatchLine[] = [];
  /** the next write, printed when its time comes */
  #next: HpaWrite | undefined;

  constructor(writes: Iterator<HpaWrite, void>, watch: HpaWatch, startMs: number) {
    this.#writes = writes;
    this.#watch = watch;
    this.#startMs = startMs;
    this.#next = this.#writes.next().value ?? undefined;
  }

  /** What stands on the screen right after a sync. */
  at(sync: number): WatchView {
    while (this.#next !== undefined && this.#next.sync <= sync) this.#print(this.#next);
    const count = this.#countUpTo(sync);
    const earlier = Math.max(0, count - SHOWN_LINES);
    return { header: this.#header, lines: this.#lines.slice(earlier, count), earlier };
  }

  #print({ sync, atSeconds, hpa }: HpaWrite): void {
    const printed = this.#watch.print(
      [createdAt(hpa, this.#startMs)],
      this.#startMs + atSeconds * MS_PER_SECOND,
    );
    const end = printed.length - 1;
    const start = printed.lastIndexOf('\n', end - 1) + 1;
    if (start > 0) this.#header = printed.slice(0, start - 1);
    this.#lines.push({ sync, text: printed.slice(start, end) });
    this.#next = this.#writes.next().value ?? undefined;
  }

  /** How many of the printed lines stand there by then: they are in the order of their syncs. */
  #countUpTo(sync: number): number {
    let low = 0;
    let high = this.#lines.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#lines[middle]?.sync ?? 0) <= sync) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
