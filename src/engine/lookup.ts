import type { Codes, Coding } from './coding.ts';

/** The most answer sets in a table, and the most different values. */
const MOST_PLACES = 1 << 20;
const MOST_VALUES = (1 << 16) - 1;

/**
 * Values by complete answers: a table with a place for every answer set, filled as they are asked for. Where answer sets
 * or values are too many, the rest is made anew each time.
 */
export class Lookup<T> {
  readonly #make: (codes: Codes) => T;
  readonly #positions: Int32Array;
  readonly #strides: Int32Array;
  /** For each answer set, the place of its value in the list, from 1. */
  readonly #places: Uint16Array;
  readonly #values: T[] = [];
  readonly #known = new Map<T, number>();

  /** For values that follow from the answers to some questions. */
  constructor(coding: Coding, positions: readonly number[], make: (codes: Codes) => T) {
    let size = 1;
    this.#make = make;
    this.#positions = Int32Array.from(positions);
    this.#strides = Int32Array.from(positions, (position) => {
      const stride = size;
      size = Math.min(size * (coding.sizes[position] as number), MOST_PLACES + 1);
      return stride;
    });
    this.#places = new Uint16Array(size > MOST_PLACES ? 0 : size);
  }

  valueOf(codes: Codes): T {
    const positions = this.#positions;
    const strides = this.#strides;
    let index = 0;
    for (let place = 0; place < positions.length; place += 1) index += (codes[positions[place] as number] as number) * (strides[place] as number);
    const known = this.#places[index];
    return known === undefined || known === 0 ? this.#put(index, this.#make(codes)) : (this.#values[known - 1] as T);
  }

  #put(index: number, value: T): T {
    if (index >= this.#places.length) return value;
    let place = this.#known.get(value);
    if (place === undefined && this.#values.length < MOST_VALUES) {
      place = this.#values.push(value);
      this.#known.set(value, place);
    }
    if (place !== undefined) this.#places[index] = place;
    return value;
  }
}
