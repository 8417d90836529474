import type { Decides, Measure, RuleEffect } from '../../model/difference.ts';
import type { Rule } from '../../model/rule-set.ts';
import type { Node } from '../diagram.ts';
import { isLoweredIn, MEASURES } from './change.ts';
import type { Changes, Moving } from './changes.ts';
import type { Side } from './joint-question.ts';
import type { Box } from './regions.ts';
import type { RulePair } from './rule-pairs.ts';

/** Pairs of nodes that may be looked at to count the changes that each rule decides. */
const MOST_PAIRS = 20_000_000;

/** A rule, and where it holds: in the new version (1), in the old (2), in both (3), in neither (0). */
interface Held {
  readonly pair: RulePair;
  readonly node: Node;
}

/** The rules that are not the same, and what they have to do with the changes. */
export class DifferingRules {
  readonly #changes: Changes;
  readonly #rules: readonly Held[];

  constructor(changes: Changes, pairs: readonly RulePair[]) {
    const nobody = changes.diagrams.leaf(0);
    this.#changes = changes;
    this.#rules = pairs.map((pair) => {
      const [old, now] = [pair.old ? changes.holds('old', pair.old) : nobody, pair.new ? changes.holds('new', pair.new) : nobody];
      return { pair, node: changes.diagrams.merge('held', (before, after) => 2 * before + after, old, now) };
    });
  }

  /** Those that decide a move for some answer set of a box. */
  decidingIn(box: Box, { measure, is }: Moving): readonly RulePair[] {
    const { diagrams, node } = this.#changes;
    return this.#rules.filter((rule) => diagrams.some(node, rule.node, box, (value, held) => is(value) && this.#decides(rule, value, held, measure))).map(({ pair }) => pair);
  }

  get effects(): readonly RuleEffect[] {
    const { diagrams } = this.#changes;
    const affordable = this.#rules.length * diagrams.size <= MOST_PAIRS;
    return this.#rules.map((rule): RuleEffect => {
      const { id, through, old, new: now } = rule.pair;
      const decides = affordable ? this.#decided(rule) : null;
      if (old === undefined || now === undefined) return { rule: id, through, decides };
      const counts = diagrams.counts(rule.node);
      return { rule: id, through, holds: { more: counts.get(1) ?? 0n, fewer: counts.get(2) ?? 0n }, decides };
    });
  }

  #decided(rule: Held): Decides {
    const { diagrams, node } = this.#changes;
    const counts = diagrams.countsOfBoth(node, rule.node, (value, held) => {
      const decided = MEASURES.filter((measure) => this.#decides(rule, value, held, measure));
      const lowers = decided.some((measure) => isLoweredIn(this.#changes.decode(value), measure));
      return lowers ? 2 : Number(decided.length > 0);
    });
    const lowered = counts.get(2) ?? 0n;
    return { changed: (counts.get(1) ?? 0n) + lowered, lowered };
  }

  /** Something moves from what the old rule asks for, where that holds, or to what the new one asks for. */
  #decides({ pair: { old, new: now } }: Held, value: number, held: number, measure: Measure): boolean {
    const decides = (side: Side, rule: Rule | undefined): boolean => rule !== undefined && this.#changes.isDecided(value, side, rule, measure);
    return (held >= 2 && decides('old', old)) || (held % 2 === 1 && decides('new', now));
  }
}
