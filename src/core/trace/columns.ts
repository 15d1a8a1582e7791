type Column = Float64Array | Int32Array | Uint8Array;

/** Room for an hour at the usual sync period; a longer run doubles it a few times. */
const FIRST_CAPACITY = 256;

/** A copy with another capacity. @param length how many values there are */
function withCapacity<T extends Column>(
  values: T,
  length: number,
  capacity: number,
  make: (n: number) => T,
): T {
  const copy = make(capacity);
  copy.set(values.subarray(0, Math.min(length, capacity)));
  return copy;
}

/** A column in the making, of values that change all the time: a typed array that doubles when it is full. */
export class GrowingColumn {
  #values: Float64Array;
  #length = 0;

  /** @param capacity how many values there will be, as far as that is known */
  constructor(capacity = FIRST_CAPACITY) {
    this.#values = new Float64Array(Math.max(capacity, 1));
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) this.#grow();
    this.#values[this.#length++] = value;
  }

  /** Takes the last value away again. */
  pop(): void {
    this.#length--;
  }

  /** The last value; undefined when empty. */
  get last(): number | undefined {
    return this.#values[this.#length - 1];
  }

  /** The values, in an array of exactly their number. */
  finish(): Float64Array {
    return this.#length === this.#values.length ? this.#values : this.#copy(this.#length);
  }

  #grow(): void {
    this.#values = this.#copy(2 * this.#values.length);
  }

  #copy(capacity: number): Float64Array {
    return withCapacity(this.#values, this.#length, capacity, (n) => new Float64Array(n));
  }
}

/**
 * A column in the making, of values that mostly stay: a value is written once it has changed, to all of the places that
 * it was pushed for.
 */
export class SteadyColumn<T extends Column> {
  readonly #make: (length: number) => T;
  #values: T;
  #length = 0;
  /** pushed for the places from `#since` on */
  #value = 0;
  #since = 0;

  constructor(make: (length: number) => T, capacity: number) {
    this.#make = make;
    this.#values = make(Math.max(capacity, 1));
  }

  push(value: number): void {
    if (value !== this.#value && !Object.is(value, this.#value)) {
      this.#write();
      this.#value = value;
    }
    this.#length++;
  }

  /** Takes the last value away again. */
  pop(): void {
    this.#write();
    this.#length--;
    this.#since = this.#length;
  }

  /** The values, in an array of exactly their number. */
  finish(): T {
    this.#write();
    return this.#length === this.#values.length
      ? this.#values
      : withCapacity(this.#values, this.#length, this.#length, this.#make);
  }

  #write(): void {
    if (this.#length > this.#values.length) this.#grow();
    const values = this.#values;
    for (let i = this.#since; i < this.#length; i++) values[i] = this.#value;
    this.#since = this.#length;
  }

  #grow(): void {
    const capacity = Math.max(this.#length, 2 * this.#values.length);
    this.#values = withCapacity(this.#values, this.#since, capacity, this.#make);
  }
}

/** @param capacity how many values there will be, as far as that is known */
export function steadyFloat64Column(capacity = FIRST_CAPACITY): SteadyColumn<Float64Array> {
  return new SteadyColumn((length) => new Float64Array(length), capacity);
}

/** @param capacity how many values there will be, as far as that is known */
export function int32Column(capacity = FIRST_CAPACITY): SteadyColumn<Int32Array> {
  return new SteadyColumn((length) => new Int32Array(length), capacity);
}

/** @param capacity how many values there will be, as far as that is known */
export function uint8Column(capacity = FIRST_CAPACITY): SteadyColumn<Uint8Array> {
  return new SteadyColumn((length) => new Uint8Array(length), capacity);
}
