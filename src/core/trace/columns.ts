type Column = Float64Array | Int32Array | Uint8Array;

/** Room for an hour at the usual sync period; a longer run doubles it a few times. */
const FIRST_CAPACITY = 256;

/** A column in the making: a typed array that doubles when it is full. */
export class GrowingColumn<T extends Column> {
  readonly #make: (length: number) => T;
  #values: T;
  #length = 0;

  constructor(make: (length: number) => T, capacity: number) {
    this.#make = make;
    this.#values = make(Math.max(capacity, 1));
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    this.put(this.#length, value);
  }

  /** @param index of a value that is there, or the next one */
  put(index: number, value: number): void {
    if (index === this.#values.length) this.#grow();
    this.#values[index] = value;
    if (index === this.#length) this.#length++;
  }

  /** The last value; undefined when empty. */
  get last(): number | undefined {
    return this.#values[this.#length - 1];
  }

  /** The values, in an array of exactly their number. */
  finish(): T {
    return this.#length === this.#values.length ? this.#values : this.#copy(this.#length);
  }

  #grow(): void {
    this.#values = this.#copy(2 * this.#values.length);
  }

  #copy(capacity: number): T {
    const copy = this.#make(capacity);
    copy.set(this.#values.subarray(0, Math.min(this.#length, capacity)));
    return copy;
  }
}

/** @param capacity how many values there will be, as far as that is known */
export function float64Column(capacity = FIRST_CAPACITY): GrowingColumn<Float64Array> {
  return new GrowingColumn((length) => new Float64Array(length), capacity);
}

/** @param capacity how many values there will be, as far as that is known */
export function int32Column(capacity = FIRST_CAPACITY): GrowingColumn<Int32Array> {
  return new GrowingColumn((length) => new Int32Array(length), capacity);
}

/** @param capacity how many values there will be, as far as that is known */
export function uint8Column(capacity = FIRST_CAPACITY): GrowingColumn<Uint8Array> {
  return new GrowingColumn((length) => new Uint8Array(length), capacity);
}
