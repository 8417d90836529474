import { encode } from '../../engine/coding.ts';
import { TRUE } from '../../engine/condition.ts';
import { find } from '../../engine/search.ts';
import { tableOf } from '../../engine/table.ts';
import { verdict } from '../../engine/verdict.ts';
import type { Answers } from '../../model/answers.ts';
import type { Cell, RecordChange, RecordsEffect, RejectedLine } from '../../model/difference.ts';
import { type Level, URGENCIES } from '../../model/rule-set.ts';
import { encodeOutcome, NO_RULE, type Outcome, OUT_OF_SCOPE } from '../outcome.ts';
import { type Change, isChanged, isLowered, resultOf } from './change.ts';
import type { Side } from './joint-question.ts';
import type { Comparison } from './diff.ts';
import type { Joint } from './joint.ts';

/** Records, and lines without one, that are told one by one. */
const MOST_TOLD = 20;

/** Takes records as they come in, and tells what becomes of them. Memory stays small however many there are. */
export class RecordsTally {
  readonly #joint: Joint;
  readonly #levels: readonly string[];
  readonly #cells = new Map<string, { readonly change: Change; count: bigint }>();
  readonly #records: RecordChange[] = [];
  readonly #rejectedLines: RejectedLine[] = [];
  #notCompared = 0n;
  #rejected = 0n;

  constructor({ joint, told }: Comparison) {
    this.#joint = joint;
    this.#levels = told.levels;
  }

  /** One record: the answers that each version takes, by its own names. */
  add({ line, id }: Pick<RecordChange, 'line' | 'id'>, answers: Readonly<Record<Side, Answers>>): void {
    const [from, to] = [this.#outcome('old', answers.old), this.#outcome('new', answers.new)];
    if (from === undefined || to === undefined) {
      this.#notCompared += 1n;
      return;
    }
    const change = { from, to };
    const key = JSON.stringify(change);
    const cell = this.#cells.get(key) ?? { change, count: 0n };
    cell.count += 1n;
    this.#cells.set(key, cell);
    if (isChanged(change) && this.#records.length < MOST_TOLD) this.#records.push({ line, id, ...this.#told(change) });
  }

  reject(rejected: RejectedLine): void {
    this.#rejected += 1n;
    if (this.#rejectedLines.length < MOST_TOLD) this.#rejectedLines.push(rejected);
  }

  effect(file: string): RecordsEffect {
    const cells = [...this.#cells.values()].sort((a, b) => placeOf(a.change) - placeOf(b.change));
    const count = (will: (change: Change) => boolean): bigint => cells.reduce((sum, cell) => (will(cell.change) ? sum + cell.count : sum), 0n);
    return {
      how: 'records',
      file,
      compared: count(() => true),
      changed: count(isChanged),
      lowered: count(isLowered),
      matrix: cells.map((cell): Cell => ({ ...this.#told(cell.change), count: cell.count })),
      notCompared: this.#notCompared,
      records: this.#records,
      rejected: this.#rejected,
      rejectedLines: this.#rejectedLines,
    };
  }

  #told(change: Change): Omit<Cell, 'count'> {
    return { from: resultOf(change.from, this.#levels), to: resultOf(change.to, this.#levels), lowered: isLowered(change) };
  }

  /** What the answers come out as, when nothing that is missing can change it; levels in the order of both versions. */
  #outcome(side: Side, answers: Answers): Outcome | undefined {
    const { original, ruleSet } = this.#joint.sides[side];
    const { status, complete, level, range, urgency, urgencyRange } = verdict(original, answers);
    if (urgencyRange[0] !== urgencyRange[1]) return undefined;
    const outcome = (place: number): Outcome => ({ level: place, urgency: URGENCIES.indexOf(urgency) });
    const now = (id: string): Level => ruleSet.levels[original.levels.findIndex((candidate) => candidate.id === id)] as Level;
    const place = (id: string): number => this.#levels.indexOf(now(id).id);
    if (status === 'out-of-scope') return outcome(OUT_OF_SCOPE);
    if (complete) return outcome(level === null ? NO_RULE : place(level));
    const { coding, scope, rows } = tableOf(original);
    const codes = encode(coding, answers);
    if (scope(codes) !== TRUE) return undefined;
    if (range === null) return outcome(NO_RULE);
    const isCovered = find(coding.sizes, codes, [], rows) === undefined;
    return isCovered && range[0] === range[1] ? outcome(place(range[0])) : undefined;
  }
}

/** Where a change stands among all: by what was, then by what is. */
function placeOf({ from, to }: Change): number {
  return encodeOutcome(from) * 1_000_000 + encodeOutcome(to);
}
