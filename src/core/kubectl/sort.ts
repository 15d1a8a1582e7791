/**
 * `sort.Sort` of Go's standard library, step for step: it is not stable, and events of the same second stay in whatever
 * order it leaves them. Deterministic all the same, because its randomness is seeded with the length.
 *
 * @upstream sort/zsortinterface.go of Go 1.19 and later
 */

/** Up to this length elements are inserted one after the other, which keeps equal ones in their order. */
const MAX_INSERTION = 12;
/** From this length on a pivot is the median of medians. */
const SHORTEST_NINTHER = 50;
/** Shorter ranges are not worth shifting. */
const SHORTEST_SHIFTING = 50;
const MAX_SHIFTS = 5;
/** comparisons of a choice of pivot that all found the wrong order: the range probably falls */
const MAX_SWAPS = 12;

/**
 * A sorted copy.
 *
 * @param isLess strict order; elements of which neither is less are equal
 * @upstream sort/sort.go Sort
 */
export function sortAsGo<T>(items: readonly T[], isLess: (a: T, b: T) => boolean): readonly T[] {
  const sorter = new Sorter([...items], isLess);
  sorter.sort(0, items.length, bitLength(items.length));
  return sorter.items;
}

function bitLength(n: number): number {
  return n === 0 ? 0 : Math.floor(Math.log2(n)) + 1;
}

/** Ranges are half open, from `a` up to `b`. */
class Sorter<T> {
  readonly items: T[];
  readonly #isLess: (a: T, b: T) => boolean;
  /** wrong orders that the choice of a pivot has met */
  #swaps = 0;

  constructor(items: T[], isLess: (a: T, b: T) => boolean) {
    this.items = items;
    this.#isLess = isLess;
  }

  /** @upstream sort/zsortinterface.go pdqsort */
  sort(from: number, to: number, badChoices: number): void {
    let [a, b, limit] = [from, to, badChoices];
    let wasBalanced = true;
    let wasPartitioned = true;
    while (b - a > MAX_INSERTION) {
      if (limit === 0) {
        this.#heapSort(a, b);
        return;
      }
      if (!wasBalanced) {
        this.#breakPatterns(a, b);
        limit--;
      }
      let pivot = this.#choosePivot(a, b);
      let rises = this.#swaps === 0;
      if (this.#swaps === MAX_SWAPS) {
        this.#reverse(a, b);
        pivot = b - 1 - (pivot - a);
        rises = true;
      }
      if (wasBalanced && wasPartitioned && rises && this.#isAlmostSorted(a, b)) return;
      if (a > 0 && !this.#less(a - 1, pivot)) {
        a = this.#partitionEqual(a, b, pivot);
        continue;
      }
      const { middle, alreadyPartitioned } = this.#partition(a, b, pivot);
      wasPartitioned = alreadyPartitioned;
      wasBalanced = Math.min(middle - a, b - middle) >= Math.trunc((b - a) / 8);
      if (middle - a < b - middle) {
        this.sort(a, middle, limit);
        a = middle + 1;
      } else {
        this.sort(middle + 1, b, limit);
        b = middle;
      }
    }
    this.#insertionSort(a, b);
  }

  #less(i: number, j: number): boolean {
    return this.#isLess(this.items[i] as T, this.items[j] as T);
  }

  #swap(i: number, j: number): void {
    const { items } = this;
    [items[i], items[j]] = [items[j] as T, items[i] as T];
  }

  #insertionSort(a: number, b: number): void {
    for (let i = a + 1; i < b; i++) this.#sinkLeft(i, a);
  }

  /** Moves an element left while it is less than its neighbour. */
  #sinkLeft(from: number, lowest: number): void {
    for (let i = from; i > lowest && this.#less(i, i - 1); i--) this.#swap(i, i - 1);
  }

  /** @upstream sort/zsortinterface.go heapSort */
  #heapSort(a: number, b: number): void {
    const length = b - a;
    for (let i = Math.trunc((length - 1) / 2); i >= 0; i--) this.#siftDown(i, length, a);
    for (let i = length - 1; i >= 0; i--) {
      this.#swap(a, a + i);
      this.#siftDown(0, i, a);
    }
  }

  #siftDown(from: number, length: number, first: number): void {
    let root = from;
    for (;;) {
      let child = 2 * root + 1;
      if (child >= length) return;
      if (child + 1 < length && this.#less(first + child, first + child + 1)) child++;
      if (!this.#less(first + root, first + child)) return;
      this.#swap(first + root, first + child);
      root = child;
    }
  }

  /** Puts the pivot between what is less and what is not. @upstream sort/zsortinterface.go partition */
  #partition(a: number, b: number, pivot: number): { middle: number; alreadyPartitioned: boolean } {
    this.#swap(a, pivot);
    let i = a + 1;
    let j = b - 1;
    for (let swaps = 0; ; swaps++) {
      while (i <= j && this.#less(i, a)) i++;
      while (i <= j && !this.#less(j, a)) j--;
      if (i > j) {
        this.#swap(j, a);
        return { middle: j, alreadyPartitioned: swaps === 0 };
      }
      this.#swap(i++, j--);
    }
  }

  /** Puts what equals the pivot before what is greater. @upstream sort/zsortinterface.go partitionEqual */
  #partitionEqual(a: number, b: number, pivot: number): number {
    this.#swap(a, pivot);
    let i = a + 1;
    let j = b - 1;
    for (;;) {
      while (i <= j && !this.#less(a, i)) i++;
      while (i <= j && this.#less(a, j)) j--;
      if (i > j) return i;
      this.#swap(i++, j--);
    }
  }

  /** Repairs a few neighbours; true when that was enough. @upstream sort/zsortinterface.go partialInsertionSort */
  #isAlmostSorted(a: number, b: number): boolean {
    let i = a + 1;
    for (let shifts = 0; shifts < MAX_SHIFTS; shifts++) {
      while (i < b && !this.#less(i, i - 1)) i++;
      if (i === b) return true;
      if (b - a < SHORTEST_SHIFTING) return false;
      this.#swap(i, i - 1);
      // upstream goes down to the very first element here, not to the start of the range
      if (i - a >= 2) this.#sinkLeft(i - 1, 0);
      if (b - i >= 2) {
        for (let j = i + 1; j < b && this.#less(j, j - 1); j++) this.#swap(j, j - 1);
      }
    }
    return false;
  }

  /** Scatters three elements. @upstream sort/zsortinterface.go breakPatterns */
  #breakPatterns(a: number, b: number): void {
    const length = b - a;
    const middle = Math.trunc(length / 4) * 2;
    const mask = (1n << BigInt(bitLength(length))) - 1n;
    let random = BigInt(length);
    for (let index = a + middle - 1; index <= a + middle + 1; index++) {
      random = nextRandom(random);
      const other = Number(random & mask);
      this.#swap(index, a + (other >= length ? other - length : other));
    }
  }

  /** @upstream sort/zsortinterface.go choosePivot */
  #choosePivot(a: number, b: number): number {
    const quarter = Math.trunc((b - a) / 4);
    let [i, j, k] = [a + quarter, a + quarter * 2, a + quarter * 3];
    this.#swaps = 0;
    if (b - a >= SHORTEST_NINTHER) {
      i = this.#median(i - 1, i, i + 1);
      j = this.#median(j - 1, j, j + 1);
      k = this.#median(k - 1, k, k + 1);
    }
    return this.#median(i, j, k);
  }

  #median(first: number, second: number, third: number): number {
    let [a, b] = this.#ordered(first, second);
    const [middle] = this.#ordered(b, third);
    b = middle;
    [a, b] = this.#ordered(a, b);
    return b;
  }

  #ordered(a: number, b: number): [number, number] {
    if (!this.#less(b, a)) return [a, b];
    this.#swaps++;
    return [b, a];
  }

  #reverse(a: number, b: number): void {
    for (let i = a, j = b - 1; i < j; i++, j--) this.#swap(i, j);
  }
}

/** @upstream sort/sort.go xorshift.Next */
function nextRandom(seed: bigint): bigint {
  let random = BigInt.asUintN(64, seed ^ (seed << 13n));
  random ^= random >> 7n;
  return BigInt.asUintN(64, random ^ (random << 17n));
}
