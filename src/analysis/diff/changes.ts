import type { Cell, Measure, Move } from '../../model/difference.ts';
import { type Level, NOT_SURE, type Rule, URGENCIES } from '../../model/rule-set.ts';
import { Diagrams, type Node } from '../diagram.ts';
import { force } from '../order.ts';
import { conditionNode, decodeOutcome, encodeOutcome, outcomeNode, scoreNode } from '../outcome.ts';
import { type Change, isChanged, isLowered, isLoweredIn, isMoved, MEASURES, resultOf, stepOf } from './change.ts';
import { type Side, SIDES } from './joint-question.ts';
import { builderOf, type Joint, lifted } from './joint.ts';
import type { RulePair } from './rule-pairs.ts';

/** Answer sets that all move in the same way. */
export interface Moving extends Pick<Move, 'measure' | 'from' | 'to' | 'lowered' | 'count'> {
  /** Whether a value of the diagram of changes is one of theirs. */
  readonly is: (value: number) => boolean;
}

export interface ChangesOptions {
  /** Nodes of the diagrams. */
  readonly mostNodes: number;
  /** All rules that are not the same: then only where one of them holds, or something else is not the same, is looked at. */
  readonly around: readonly RulePair[] | undefined;
}

/** What becomes of every answer set of the joint space, as one diagram. */
export class Changes {
  readonly joint: Joint;
  readonly diagrams: Diagrams;
  readonly #levels: readonly string[];
  readonly #order: readonly number[];
  /** Leaves hold both outcomes as one number. */
  readonly node: Node;
  readonly #counts: ReadonlyMap<number, bigint>;
  readonly #isWhole: boolean;

  /** Throws `TooManyNodes` when the diagram would grow past its bound. */
  constructor(joint: Joint, levels: readonly string[], { mostNodes, around }: ChangesOptions) {
    this.joint = joint;
    this.#levels = levels;
    this.#isWhole = around === undefined;
    const read = SIDES.flatMap((side) => joint.sides[side].table.rows.map((row) => lifted(joint, side, row).reads));
    this.#order = force([...joint.sizes.keys()], read);
    this.diagrams = new Diagrams(joint.sizes, this.#order, mostNodes);
    const among = around === undefined ? undefined : this.#unlike(around);
    const [old, now] = [this.#outcome('old', among), this.#outcome('new', among)];
    this.node = this.diagrams.merge('change', (from, to) => from * this.#base + to, old, now);
    this.#counts = this.diagrams.counts(this.node);
  }

  /** Sorted by what was, then by what is. Of those that were not looked at, nothing is told. */
  get matrix(): readonly Cell[] {
    return [...this.#counts]
      .filter(([value]) => this.#isWhole || isChanged(this.decode(value)))
      .sort(([a], [b]) => a - b)
      .map(([value, count]) => {
        const change = this.decode(value);
        return { from: resultOf(change.from, this.#levels), to: resultOf(change.to, this.#levels), count, lowered: isLowered(change) };
      });
  }

  count(will: (change: Change) => boolean): bigint {
    return [...this.#counts].reduce((sum, [value, count]) => (will(this.decode(value)) ? sum + count : sum), 0n);
  }

  /** What moves to what: the lowered first, then levels, then the greatest number. */
  get moves(): readonly Moving[] {
    return MEASURES.flatMap((measure) => this.#movesIn(measure)).sort(
      (a, b) => Number(b.lowered) - Number(a.lowered) || MEASURES.indexOf(a.measure) - MEASURES.indexOf(b.measure) || Number(b.count - a.count),
    );
  }

  /** 1 where the condition of a rule holds, else 0. */
  holds(side: Side, rule: Rule): Node {
    const { ruleSet, table } = this.joint.sides[side];
    return conditionNode(ruleSet, table.coding, builderOf(this.joint, side, this.diagrams), rule.when);
  }

  /** What a score of the new version comes to. */
  score(id: string): Node {
    const { ruleSet, table } = this.joint.sides.new;
    return scoreNode(ruleSet, table.coding, builderOf(this.joint, 'new', this.diagrams), id);
  }

  /** What a rule asks for, as a place in the order of both versions. */
  asked(rule: Rule, measure: Measure): number {
    return measure === 'level' ? this.#levels.indexOf(rule.level) : URGENCIES.indexOf(rule.urgency);
  }

  decode(value: number): Change {
    return { from: decodeOutcome(Math.floor(value / this.#base)), to: decodeOutcome(value % this.#base) };
  }

  #movesIn(measure: Measure): readonly Moving[] {
    const moved = [...this.#counts.keys()].map((value) => this.decode(value)).filter((change) => isMoved(change, measure));
    const kinds = new Map(moved.map((change) => [JSON.stringify(stepOf(change, measure, this.#levels)), change]));
    return [...kinds.values()].map((change) => {
      const isSame = (other: Change): boolean => other.from[measure] === change.from[measure] && other.to[measure] === change.to[measure];
      const lowered = isLoweredIn(change, measure);
      return { measure, ...stepOf(change, measure, this.#levels), lowered, count: this.count(isSame), is: (value) => isSame(this.decode(value)) };
    });
  }

  get #base(): number {
    return encodeOutcome({ level: this.#levels.length, urgency: 0 });
  }

  /** 1 where a rule holds that is not the same, where the scope is not, or what "not sure" counts as; elsewhere nothing can change. */
  #unlike(rules: readonly RulePair[]): Node {
    const { diagrams, joint } = this;
    const scopes = SIDES.map((side) => {
      const { ruleSet, table } = joint.sides[side];
      return ruleSet.scope === undefined ? diagrams.leaf(1) : conditionNode(ruleSet, table.coding, builderOf(joint, side, diagrams), ruleSet.scope.when);
    });
    const unsure = joint.questions.map(({ codes }, position) => diagrams.choice(position, codes.map(({ answer }) => Number(answer === NOT_SURE))));
    const holding = rules.flatMap(({ old, new: now }) => [...(old ? [this.holds('old', old)] : []), ...(now ? [this.holds('new', now)] : [])]);
    const apart = scopes.reduce((a, b) => diagrams.merge('apart', (before, after) => Number(before !== after), a, b));
    return [...unsure, ...holding].reduce((a, b) => diagrams.merge('or', Math.max, a, b), apart);
  }

  /** The outcome of one version, with levels as places in the order of both. */
  #outcome(side: Side, among: Node | undefined): Node {
    const { ruleSet, places } = this.joint.sides[side];
    const placed = (value: number): number => {
      const { level, urgency } = decodeOutcome(value);
      return encodeOutcome({ level: level < 0 ? level : this.#levels.indexOf((ruleSet.levels[level] as Level).id), urgency });
    };
    const order = this.#order.map((place) => places.indexOf(place));
    return this.diagrams.merge(`placed ${side}`, placed, outcomeNode(ruleSet, builderOf(this.joint, side, this.diagrams), order, among), this.diagrams.leaf(0));
  }
}
