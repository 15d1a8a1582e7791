import type { Agenda, Turn } from '../cluster/agenda.ts';

interface Entry {
  readonly atSeconds: number;
  readonly turn: Turn;
  readonly order: number;
  readonly action: () => void;
}

/** Earlier first; at one instant by turn, then in the order of scheduling. */
function isBefore(a: Entry, b: Entry): boolean {
  if (a.atSeconds !== b.atSeconds) return a.atSeconds < b.atSeconds;
  return a.turn === b.turn ? a.order < b.order : a.turn < b.turn;
}

/**
 * The virtual clock and what is to happen: a binary heap. Time only moves on.
 *
 * @rule TM1 TM2
 */
export class EventQueue implements Agenda {
  readonly #heap: Entry[] = [];
  readonly #beforeLeaving: () => void;
  #scheduled = 0;
  now: number;

  /**
   * @param startSeconds  where the clock begins; before 0 for the time before the run
   * @param beforeLeaving called each time before the clock moves on: all that happens at this instant has happened
   */
  constructor(startSeconds: number, beforeLeaving: () => void = () => {}) {
    this.now = startSeconds;
    this.#beforeLeaving = beforeLeaving;
  }

  /** Entries that have not happened yet. */
  get size(): number {
    return this.#heap.length;
  }

  schedule(atSeconds: number, turn: Turn, action: () => void): void {
    if (!(atSeconds >= this.now)) throw new Error(`cannot schedule at ${atSeconds} s, it is ${this.now} s`);
    this.#heap.push({ atSeconds, turn, order: this.#scheduled++, action });
    this.#rise(this.#heap.length - 1);
  }

  /**
   * Moves the clock to an instant, and before that runs everything due up to it that has an earlier turn.
   *
   * @param turn entries at `atSeconds` of this turn or a later one stay
   */
  advanceTo(atSeconds: number, turn: Turn): void {
    for (let first = this.#heap[0]; first !== undefined; first = this.#heap[0]) {
      if (first.atSeconds > atSeconds || (first.atSeconds === atSeconds && first.turn >= turn)) break;
      this.#removeFirst();
      this.#moveTo(first.atSeconds);
      first.action();
    }
    if (atSeconds < this.now) throw new Error(`time went back from ${this.now} s to ${atSeconds} s`);
    this.#moveTo(atSeconds);
  }

  #moveTo(atSeconds: number): void {
    if (atSeconds > this.now) this.#beforeLeaving();
    this.now = atSeconds;
  }

  #removeFirst(): void {
    const last = this.#heap.pop() as Entry;
    if (this.#heap.length === 0) return;
    this.#heap[0] = last;
    this.#sink(0);
  }

  #rise(start: number): void {
    const heap = this.#heap;
    const entry = heap[start] as Entry;
    let index = start;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!isBefore(entry, heap[parent] as Entry)) break;
      heap[index] = heap[parent] as Entry;
      index = parent;
    }
    heap[index] = entry;
  }

  #sink(start: number): void {
    const heap = this.#heap;
    const entry = heap[start] as Entry;
    let index = start;
    for (;;) {
      const child = this.#smallerChild(index);
      if (child === -1 || !isBefore(heap[child] as Entry, entry)) break;
      heap[index] = heap[child] as Entry;
      index = child;
    }
    heap[index] = entry;
  }

  #smallerChild(index: number): number {
    const left = 2 * index + 1;
    if (left >= this.#heap.length) return -1;
    const right = left + 1;
    if (right >= this.#heap.length) return left;
    return isBefore(this.#heap[right] as Entry, this.#heap[left] as Entry) ? right : left;
  }
}
