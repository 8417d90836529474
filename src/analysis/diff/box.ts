import type { Codes } from '../../engine/coding.ts';

/** The codes that are let in at each position: some answers to each question, in every combination. */
export type Box = readonly (readonly number[])[];

/** The answer sets in a box. */
export function volume(box: Box): bigint {
  return box.reduce((product, codes) => product * BigInt(codes.length), 1n);
}

/**
 * Boxes around a seed that fit, and into which nothing more can be let: for several orders of the questions, first whole
 * questions, then single answers. What cannot be let in at one time cannot be let in later.
 */
export function boxesAround(sizes: readonly number[], seed: Codes, mostOrders: number, fits: (box: Box) => boolean): readonly Box[] {
  return ordersOf(sizes.length)
    .slice(0, mostOrders)
    .map((order) => grown(sizes, seed, order, fits));
}

/** Every order that starts somewhere and goes round, forwards and backwards. */
function ordersOf(length: number): readonly (readonly number[])[] {
  const positions = codesUpTo(length);
  const around = positions.map((start) => [...positions.slice(start), ...positions.slice(0, start)]);
  return around.flatMap((order) => [order, order.toReversed()]);
}

function grown(sizes: readonly number[], seed: Codes, order: readonly number[], fits: (box: Box) => boolean): Box {
  const box = [...seed].map((code): readonly number[] => [code]);
  const letIn = (position: number, codes: readonly number[]): void => {
    if (fits(box.with(position, codes))) box[position] = codes;
  };
  for (const position of order) letIn(position, codesUpTo(sizes[position] as number));
  for (const position of order) {
    for (const code of codesUpTo(sizes[position] as number)) {
      const codes = box[position] as readonly number[];
      if (!codes.includes(code)) letIn(position, [...codes, code].toSorted((a, b) => a - b));
    }
  }
  return box;
}

export function codesUpTo(size: number): readonly number[] {
  return Array.from({ length: size }, (_, code) => code);
}
