type Column = Float64Array | Int32Array | Uint8Array;

/** A typed array that grows by doubling. */
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
    if (this.#length === this.#values.length) this.#grow();
    this.#values[this.#length++] = value;
  }

  /** The last value; undefined when empty. */
  get last(): number | undefined {
    return this.#values[this.#length - 1];
  }

  /** Replaces the last value. */
  setLast(value: number): void {
    this.#values[this.#length - 1] = value;
  }

  /** The values, in an array of exactly their number. */
  finish(): T {
    return this.#values.slice(0, this.#length) as T;
  }

  #grow(): void {
    const larger = this.#make(2 * this.#values.length);
    larger.set(this.#values);
    this.#values = larger;
  }
}

/** @param capacity how many values are expected; more are allowed */
export function float64Column(capacity: number): GrowingColumn<Float64Array> {
  return new GrowingColumn((length) => new Float64Array(length), capacity);
}

/** @param capacity how many values are expected; more are allowed */
export function int32Column(capacity: number): GrowingColumn<Int32Array> {
  return new GrowingColumn((length) => new Int32Array(length), capacity);
}

/** @param capacity how many values are expected; more are allowed */
export function uint8Column(capacity: number): GrowingColumn<Uint8Array> {
  return new GrowingColumn((length) => new Uint8Array(length), capacity);
}
