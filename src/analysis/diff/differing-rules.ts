import type { Decides, Measure, RuleEffect } from '../../model/difference.ts';
import type { Rule } from '../../model/rule-set.ts';
import type { Node } from '../diagram.ts';
import { isLoweredIn, isMoved, MEASURES } from './change.ts';
import type { Changes } from './changes.ts';
import type { Box } from './box.ts';
import type { RulePair } from './rule-pairs.ts';

/** A rule, and where it holds: in the new version (1), in the old (2), in both (3), in neither (0). */
interface Held {
  readonly pair: RulePair;
  readonly node: Node;
}

/** The rules that are not the same, and what they have to do with the changes. */
export class DifferingRules {
  readonly #changes: Changes;
  readonly #rules: readonly Held[];
  readonly #isAffordable: boolean;

  constructor(changes: Changes, pairs: readonly RulePair[], mostPairs: number) {
    const nobody = changes.diagrams.leaf(0);
    this.#changes = changes;
    this.#isAffordable = pairs.length * changes.diagrams.size <= mostPairs;
    this.#rules = pairs.map((pair) => {
      const [old, now] = [pair.old ? changes.holds('old', pair.old) : nobody, pair.new ? changes.holds('new', pair.new) : nobody];
      return { pair, node: changes.diagrams.merge('held', (before, after) => 2 * before + after, old, now) };
    });
  }

  /**
   * Those that decide a change of a measure for some answer set of a box; undefined where they are too many to ask. With
   * `part` (1, else 0), of a part of the box; that makes nodes.
   */
  decidingIn(box: Box, measure: Measure, part?: Node): readonly RulePair[] | undefined {
    const { diagrams, node } = this.#changes;
    if (!this.#isAffordable) return undefined;
    const decides = (rule: Held): boolean => {
      const held = part === undefined ? rule.node : diagrams.merge('held within', (bits, inside) => (inside === 1 ? bits : 0), rule.node, part);
      return diagrams.some(node, held, (value, bits) => this.#decides(rule, value, bits, measure), box);
    };
    return this.#rules.filter(decides).map(({ pair }) => pair);
  }

  get effects(): readonly RuleEffect[] {
    const { diagrams } = this.#changes;
    return this.#rules.map((rule): RuleEffect => {
      const { id, through, old, new: now } = rule.pair;
      const decides = this.#isAffordable ? this.#decided(rule) : null;
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

  /**
   * Something is raised to what the new rule asks for, and the old one did not ask for as much; or it is lowered from what
   * the old rule asked for, and the new one does not.
   */
  #decides({ pair }: Held, value: number, held: number, measure: Measure): boolean {
    const change = this.#changes.decode(value);
    if (!isMoved(change, measure)) return false;
    const [from, to] = [change.from[measure], change.to[measure]];
    const asked = (rule: Rule | undefined, holds: boolean): number => (rule !== undefined && holds ? this.#changes.asked(rule, measure) : NOTHING);
    const [before, after] = [asked(pair.old, held >= 2), asked(pair.new, held % 2 === 1)];
    return to > from ? after === to && before < to : before === from && after < from;
  }
}

/** Less than any rule asks for. */
const NOTHING = -1;
