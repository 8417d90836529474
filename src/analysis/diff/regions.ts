import type { Codes } from '../../engine/coding.ts';
import { attempt } from '../attempt.ts';
import { type Node, TooManyNodes } from '../diagram.ts';
import { namesIn } from '../conditions.ts';
import { type Box, boxesAround, codesUpTo, volume } from './box.ts';
import type { Changes, Moving } from './changes.ts';
import type { DifferingRules } from './differing-rules.ts';
import type { RulePair } from './rule-pairs.ts';

/** Regions that one difference tells. */
const MOST_REGIONS = 12;

/** Nodes that the search for one region may look at, in all. */
const MOST_VISITS = 5_000_000;

/** Answer sets that all move in the same way: a box, or the part of a box in which a score is within bounds. */
export interface BoxRegion {
  readonly box: Box;
  readonly score?: ScoreBounds;
  readonly count: bigint;
  /** Answers in the region and in no region found before, as near to the first option of every question as there are. */
  readonly seed: Codes;
  /** Rules that are not the same and decide the move of some of them; undefined where that was too much to ask. */
  readonly rules: readonly RulePair[] | undefined;
}

interface ScoreBounds {
  readonly id: string;
  readonly min: number;
  readonly max: number;
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
 * Covers each of the moves by few large regions, each of which lies wholly in it; what is left when there are enough of
 * them is counted. Every move gets a region, in this order, before any gets a second.
 */
export function coversOf(changes: Changes, differing: DifferingRules): readonly Cover[] {
  const covers = changes.moves.map((move): Cover => ({ move, regions: [], rest: undefined, left: move.count }));
  const addRegions = (): void => {
    const scores = scoresOf(changes);
    for (let round = 0; round < MOST_REGIONS; round += 1) {
      const next = covers[round] ?? covers.toSorted((a, b) => Number(b.left - a.left))[0];
      if (next === undefined || next.left === 0n) break;
      addRegion(changes, differing, scores, next);
    }
  };
  // Where it gives up, the regions so far stand; what they leave out has its number.
  attempt(TooManyNodes, addRegions, () => {});
  return covers;
}

interface Score {
  readonly id: string;
  readonly node: Node;
}

/** The scores that rules of the new version read. */
function scoresOf(changes: Changes): readonly Score[] {
  const { rules, scores } = changes.joint.sides.new.ruleSet;
  const read = new Set(rules.flatMap(({ when }) => namesIn(when)));
  return scores.flatMap(({ id }) => (read.has(id) ? [{ id, node: changes.score(id) }] : []));
}

/** Takes one more region from what is left: the largest that can be found around the mildest answers there. */
function addRegion(changes: Changes, differing: DifferingRules, scores: readonly Score[], cover: Cover): void {
  const { diagrams, joint, node } = changes;
  const { move, rest = diagrams.merge(`${move.measure} ${move.from} ${move.to}`, (value) => Number(move.is(value)), node, diagrams.leaf(0)) } = cover;
  const seed = diagrams.nearest(rest, new Int32Array(joint.sizes.length), (value) => value === 1) as Codes;
  const found = [plainRegion(changes, move, seed), ...scores.map((score) => scoreRegion(changes, move, seed, score))];
  const { region, ...largest } = found.reduce((best, other) => (other.count > best.count ? other : best));
  const left = diagrams.merge('without', (whole, part) => Math.min(whole, 1 - part), rest, region);
  const rules = differing.decidingIn(largest.box, move.measure, largest.score && region);
  cover.rest = left;
  cover.left = diagrams.counts(left).get(1) ?? 0n;
  cover.regions.push({ ...largest, seed, rules });
}

type Found = Pick<BoxRegion, 'box' | 'score' | 'count'> & { readonly region: Node };

function plainRegion(changes: Changes, { is }: Moving, seed: Codes): Found {
  const { diagrams, joint, node } = changes;
  const boxes = boxesAround(joint.sizes, seed, ordersWithin(changes), (box) => diagrams.every(node, box, is));
  const box = boxes.reduce((best, other) => (volume(other) > volume(best) ? other : best));
  return { box, count: volume(box), region: boxNode(changes, box) };
}

/** The same within bounds on a score: first no more than its value at the seed, then as wide as fits. */
function scoreRegion(changes: Changes, { is }: Moving, seed: Codes, { id, node: sums }: Score): Found {
  const { diagrams, joint, node } = changes;
  const fits = (box: Box, bounds: Bounds): boolean => !diagrams.some(node, sums, (value, sum) => isWithin(sum, bounds) && !is(value), box);
  const countIn = (box: Box, bounds: Bounds): bigint =>
    diagrams.countsOfBoth(boxNode(changes, box), sums, (inside, sum) => Math.min(inside, Number(isWithin(sum, bounds)))).get(1) as bigint;
  const values = [...diagrams.counts(sums).keys()].sort((a, b) => a - b);
  const sum = diagrams.valueAt(sums, seed);
  const boxes = boxesAround(joint.sizes, seed, ordersWithin(changes), (box) => fits(box, { min: sum, max: sum }));
  const { box, bounds, count } = boxes
    .map((around) => {
      const widest = widened(values, sum, (wider) => fits(around, wider));
      return { box: around, bounds: widest, count: countIn(around, widest) };
    })
    .reduce((best, other) => (other.count > best.count ? other : best));
  const region = diagrams.merge(`in ${id} ${bounds.min} to ${bounds.max}`, (inside, total) => Math.min(inside, Number(isWithin(total, bounds))), boxNode(changes, box), sums);
  return { box, score: { id, ...bounds }, count, region };
}

type Bounds = Omit<ScoreBounds, 'id'>;

function isWithin(sum: number, { min, max }: Bounds): boolean {
  return sum >= min && sum <= max;
}

/** The widest bounds around one of the sorted values that fit: first downwards, then upwards. Bounds that hold nothing fit. */
function widened(values: readonly number[], from: number, fits: (bounds: Bounds) => boolean): Bounds {
  const min = lastThat(values.toReversed(), (value) => fits({ min: value, max: from }));
  return { min, max: lastThat(values, (value) => fits({ min, max: value })) };
}

/** The last value that will do, of which the first does and none does after one that does not. */
function lastThat(values: readonly number[], will: (value: number) => boolean): number {
  let [good, bad] = [0, values.length];
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (will(values[middle] as number)) good = middle;
    else bad = middle;
  }
  return values[good] as number;
}

/** How many orders of the questions there is time for. */
function ordersWithin({ diagrams, joint }: Changes): number {
  const tests = joint.sizes.reduce((sum, size) => sum + size, 0);
  return Math.max(1, Math.floor(MOST_VISITS / (tests * diagrams.size)));
}

/** 1 in the box, else 0. */
function boxNode({ diagrams, joint }: Changes, box: Box): Node {
  const choices = box.map((codes, position) => diagrams.choice(position, codesUpTo(joint.sizes[position] as number).map((code) => Number(codes.includes(code)))));
  return choices.reduce((a, b) => diagrams.merge('and', Math.min, a, b), diagrams.leaf(1));
}
