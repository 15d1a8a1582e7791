/** The smallest number first; each with a value beside it. */
export class MinHeap {
  readonly #keys: number[] = [];
  readonly #values: number[] = [];

  get size(): number {
    return this.#keys.length;
  }

  /** The smallest key; Infinity when empty. */
  get least(): number {
    return this.#keys[0] ?? Number.POSITIVE_INFINITY;
  }

  push(key: number, value: number): void {
    let at = this.#keys.length;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if ((this.#keys[parent] as number) <= key) break;
      this.#put(at, this.#keys[parent] as number, this.#values[parent] as number);
      at = parent;
    }
    this.#put(at, key, value);
  }

  /** Takes the value of the smallest key away; undefined when empty. */
  pop(): number | undefined {
    const taken = this.#values[0];
    const key = this.#keys.pop();
    const value = this.#values.pop();
    if (key === undefined || value === undefined || this.#keys.length === 0) return taken;
    let at = 0;
    for (let child = 1; child < this.#keys.length; child = 2 * at + 1) {
      const other = this.#keys[child + 1];
      if (other !== undefined && other < (this.#keys[child] as number)) child++;
      if ((this.#keys[child] as number) >= key) break;
      this.#put(at, this.#keys[child] as number, this.#values[child] as number);
      at = child;
    }
    this.#put(at, key, value);
    return taken;
  }

  #put(at: number, key: number, value: number): void {
    this.#keys[at] = key;
    this.#values[at] = value;
  }
}
