type Column = Float64Array | Int32Array | Uint8Array;

/** A column in the making: plain numbers while it grows, a typed array when it is finished. */
export class GrowingColumn<T extends Column> {
  readonly #make: (length: number) => T;
  readonly #values: number[] = [];

  constructor(make: (length: number) => T) {
    this.#make = make;
  }

  get length(): number {
    return this.#values.length;
  }

  push(value: number): void {
    this.#values.push(value);
  }

  /** The last value; undefined when empty. */
  get last(): number | undefined {
    return this.#values[this.#values.length - 1];
  }

  /** Replaces the last value. */
  setLast(value: number): void {
    this.#values[this.#values.length - 1] = value;
  }

  /** The values, in an array of exactly their number. */
  finish(): T {
    const column = this.#make(this.#values.length);
    column.set(this.#values);
    return column;
  }
}

export function float64Column(): GrowingColumn<Float64Array> {
  return new GrowingColumn((length) => new Float64Array(length));
}

export function int32Column(): GrowingColumn<Int32Array> {
  return new GrowingColumn((length) => new Int32Array(length));
}

export function uint8Column(): GrowingColumn<Uint8Array> {
  return new GrowingColumn((length) => new Uint8Array(length));
}
