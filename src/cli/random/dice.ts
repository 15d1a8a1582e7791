import { type RandomStream, randomStream } from '../../core/cluster/random.ts';

/** Draws that follow from a seed alone. */
export class Dice {
  readonly #stream: RandomStream;

  constructor(seed: number) {
    this.#stream = randomStream(seed, 'random scenario');
  }

  /** A whole number between two, both included. */
  whole(least: number, most: number): number {
    return least + (this.#stream.nextUint32() % (most - least + 1));
  }

  /** @param share of the draws that say yes */
  chance(share: number): boolean {
    return this.#stream.nextUint32() / 2 ** 32 < share;
  }

  /** @param options at least one */
  pick<const T extends readonly unknown[]>(options: T): T[number] {
    return options[this.whole(0, options.length - 1)];
  }

  /** As many draws as between two numbers. */
  several<T>(least: number, most: number, draw: (index: number) => T): T[] {
    return Array.from({ length: this.whole(least, most) }, (_, index) => draw(index));
  }

  /** The fields with a given share of the draws, none otherwise; for optional fields of an object. */
  perhaps<T extends object>(share: number, draw: () => T): T | Record<string, never> {
    return this.chance(share) ? draw() : {};
  }
}
