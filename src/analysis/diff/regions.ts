import type { Codes } from '../../engine/coding.ts';
import { type Diagrams, type Node, TooManyNodes } from '../diagram.ts';
import type { Changes, Moving } from './changes.ts';

/** Regions that one difference tells. */
const MOST_REGIONS = 12;

/** Nodes that the search for one region may look at, in all. */
const MOST_VISITS = 5_000_000;

/** The codes let in at each position. */
export type Box = readonly (readonly number[])[];

/** Answer sets of one kind that make up a box. */
export interface BoxRegion {
  readonly box: Box;
  /** Answers in the box and in no box found before, as near to the first option of every question as there are. */
  readonly seed: Codes;
}

/** What covers a move so far, and how many answer sets are left of it. */
export interface Cover {
  readonly move: Moving;
  readonly regions: BoxRegion[];
  /** 1 where the move is not covered yet, else 0; undefined before the first region. */
  rest: Node | undefined;
  left: bigint;
}

/**
 * Covers each of the moves by few large boxes, each of which lies wholly in it; what is left when there are enough of
 * them is counted. Every move gets a box, in this order, before any gets a second.
 */
export function coversOf({ diagrams, node, joint }: Changes, moves: readonly Moving[]): readonly Cover[] {
  const covers = moves.map((move): Cover => ({ move, regions: [], rest: undefined, left: move.count }));
  try {
    for (let round = 0; round < MOST_REGIONS; round += 1) {
      const next = covers[round] ?? covers.toSorted((a, b) => Number(b.left - a.left))[0];
      if (next === undefined || next.left === 0n) break;
      addRegion(diagrams, joint.sizes, node, next);
    }
  } catch (error) {
    // The regions so far stand; what they leave out has its number.
    if (!(error instanceof TooManyNodes)) throw error;
  }
  return covers;
}

/** Takes one more region from what is left. */
function addRegion(diagrams: Diagrams, sizes: readonly number[], changes: Node, cover: Cover): void {
  const { move, rest = diagrams.merge(`${move.measure} ${move.from} ${move.to}`, (value) => Number(move.is(value)), changes, diagrams.leaf(0)) } = cover;
  const seed = diagrams.nearest(rest, new Int32Array(sizes.length), (value) => value === 1) as Codes;
  const box = largestAround(diagrams, sizes, changes, move, seed);
  const left = diagrams.merge('without', (whole, part) => whole * (1 - part), rest, boxNode(diagrams, sizes, box));
  cover.rest = left;
  cover.left = diagrams.counts(left).get(1) ?? 0n;
  cover.regions.push({ box, seed });
}

/** The largest box around a seed that can be found by letting in one question after another, in several orders. */
function largestAround(diagrams: Diagrams, sizes: readonly number[], changes: Node, move: Moving, seed: Codes): Box {
  const tests = sizes.reduce((sum, size) => sum + size, 0);
  const mostOrders = Math.max(1, Math.floor(MOST_VISITS / (tests * diagrams.size)));
  const boxes = ordersOf(sizes.length)
    .slice(0, mostOrders)
    .map((order) => grown(sizes, seed, order, (box) => diagrams.every(changes, box, move.is)));
  return boxes.reduce((best, box) => (volume(box) > volume(best) ? box : best));
}

/** Every order that starts somewhere and goes round, forwards and backwards. */
function ordersOf(length: number): readonly (readonly number[])[] {
  const positions = Array.from({ length }, (_, position) => position);
  const around = positions.map((start) => [...positions.slice(start), ...positions.slice(0, start)]);
  return around.flatMap((order) => [order, order.toReversed()]);
}

/** First whole questions, then single answers. What cannot be let in now cannot be let in later. */
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

/** Exactly as many answer sets as the box holds. */
export function volume(box: Box): bigint {
  return box.reduce((product, codes) => product * BigInt(codes.length), 1n);
}

/** 1 in the box, else 0. */
function boxNode(diagrams: Diagrams, sizes: readonly number[], box: Box): Node {
  const choices = box.map((codes, position) => diagrams.choice(position, codesUpTo(sizes[position] as number).map((code) => Number(codes.includes(code)))));
  return choices.reduce((a, b) => diagrams.merge('and', Math.min, a, b), diagrams.leaf(1));
}

function codesUpTo(size: number): readonly number[] {
  return Array.from({ length: size }, (_, code) => code);
}
