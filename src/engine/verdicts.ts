import type { Assessment } from '../model/assessment.ts';
import { type Condition, type RuleSet, URGENCIES } from '../model/rule-set.ts';
import type { Codes } from './coding.ts';
import { Completions } from './completions.ts';
import { type Decision, decision, isComplete, missing, named } from './decision.ts';
import { Kept } from './kept.ts';
import { Lookup } from './lookup.ts';
import { findHolding, type Masks, meets, owning, setOf } from './masks.ts';
import { masksOf } from './masks-of.ts';
import { type Row, type Table, tableOf } from './table.ts';

/** What the rules say of some answers, without the words. */
export interface Verdict extends ShortVerdict {
  /** Ids of rules that hold and ask for less. */
  readonly alsoMatched: readonly string[];
}

export interface ShortVerdict extends Pick<Assessment, 'status' | 'level' | 'range' | 'urgency' | 'urgencyRange' | 'complete' | 'unanswered'> {
  /** Ids of rules. */
  readonly decidedBy: readonly string[];
}

/** Room for what is kept, as powers of two: few sets of clauses decide, but many hold. */
const [SLOTS, FULL_SLOTS] = [1 << 14, 1 << 17];

/**
 * Verdicts on many answers to one rule set, by masks. What decides is found as a set of clauses, and each such set is put
 * into words once: answers that come to the same get the same object.
 */
export class Verdicts {
  readonly table: Table;
  /** For whoever wants to write codes without an array of their own. */
  readonly codes: Codes;
  readonly #ruleSet: RuleSet;
  readonly #masks: Masks;
  /** The clauses of the rules that ask for each level, and for each urgency; for routine, none. */
  readonly #levels: readonly Int32Array[];
  readonly #urgencies: readonly Int32Array[];
  /** The clauses of being out of scope. */
  readonly #outside: Int32Array;
  /** The clauses that hold for the answers at hand, and those of them that decide. */
  readonly #found: Int32Array;
  readonly #deciding: Int32Array;
  readonly #kept: Kept<ShortVerdict>;
  readonly #whole: Lookup<ShortVerdict>;
  #full: Lookup<Verdict> | undefined;
  #completions: Completions | undefined;

  constructor(ruleSet: RuleSet) {
    const table = tableOf(ruleSet);
    const outside: Condition = ruleSet.scope === undefined ? { test: 'any', of: [] } : { test: 'not', of: ruleSet.scope.when };
    const masks = masksOf(ruleSet, table.coding, [...ruleSet.rules.map((rule) => rule.when), outside]);
    const clausesOf = (wanted: (row: Row | undefined) => boolean): Int32Array => setOf(masks, (owner) => wanted(table.rows[owner]));
    this.#ruleSet = ruleSet;
    this.table = table;
    this.codes = new Int32Array(table.coding.sizes.length);
    this.#masks = masks;
    this.#levels = ruleSet.levels.map((_, level) => clausesOf((row) => row?.level === level));
    this.#urgencies = URGENCIES.map((_, urgency) => clausesOf((row) => urgency > 0 && row?.urgency === urgency));
    this.#outside = clausesOf((row) => row === undefined);
    this.#whole = new Lookup(table.coding, [...masks.positions], (codes) => {
      this.#find(codes);
      return this.#kept.valueOf(this.#deciding);
    });
    this.#found = new Int32Array(masks.words);
    this.#deciding = new Int32Array(masks.words);
    this.#kept = new Kept(masks.words, SLOTS, (deciding) => this.#inWords(deciding));
  }

  of(codes: Codes): ShortVerdict {
    return isComplete(this.table, codes) ? this.#whole.valueOf(codes) : this.#partial(codes);
  }

  /** The verdict on complete answers, with every rule that holds. */
  inFull(codes: Codes): Verdict {
    this.#full ??= new Lookup(this.table.coding, [...this.#masks.positions], this.#fullMaker());
    return this.#full.valueOf(codes);
  }

  #fullMaker(): (codes: Codes) => Verdict {
    const kept = new Kept<Verdict>(this.#masks.words, FULL_SLOTS, (found) => {
      const others = owning(this.table.rows, this.#masks, found, this.#deciding);
      return { ...this.#kept.valueOf(this.#deciding), alsoMatched: others.map(({ rule }) => rule.id) };
    });
    return (codes) => {
      this.#find(codes);
      return kept.valueOf(this.#found);
    };
  }

  /** Finds what holds, and what of it decides if the answers are complete. */
  #find(codes: Codes): void {
    const [found, deciding] = [this.#found, this.#deciding];
    findHolding(this.#masks, codes, found);
    const level = meets(this.#outside, found) ? this.#outside : this.#levels[greatest(this.#levels, found)];
    const urgency = this.#urgencies[greatest(this.#urgencies, found)];
    for (let word = 0; word < found.length; word += 1) {
      deciding[word] = (found[word] as number) & ((level === undefined ? 0 : (level[word] as number)) | (urgency === undefined ? 0 : (urgency[word] as number)));
    }
  }

  #inWords(deciding: Int32Array): ShortVerdict {
    const { level, urgency } = this.#outcomeOf(deciding);
    const range = { level: level < 0 ? null : ([level, level] as const), urgency: [urgency, urgency] as const };
    return { ...this.#short(decision(this.#rowsOf(deciding), range, meets(this.#outside, deciding), true)), complete: true, unanswered: [] };
  }

  #partial(codes: Codes): ShortVerdict {
    findHolding(this.#masks, codes, this.#found);
    const [holding, outside] = [this.#rowsOf(this.#found), meets(this.#outside, this.#found)];
    this.#completions ??= new Completions(this.table, (whole) => {
      findHolding(this.#masks, whole, this.#found);
      return this.#outcomeOf(this.#found);
    });
    return { ...this.#short(decision(holding, this.#completions.possible(codes), outside, false)), ...missing(this.table, codes) };
  }

  /** The most that these clauses ask for. */
  #outcomeOf(clauses: Int32Array): { readonly level: number; readonly urgency: number } {
    return { level: greatest(this.#levels, clauses), urgency: Math.max(greatest(this.#urgencies, clauses), 0) };
  }

  #rowsOf(clauses: Int32Array): readonly Row[] {
    return owning(this.table.rows, this.#masks, clauses, this.#outside);
  }

  #short(made: Decision): Omit<ShortVerdict, 'complete' | 'unanswered'> {
    return { ...named(this.#ruleSet, made), decidedBy: made.decidedBy.map((row) => row.rule.id) };
  }
}

/** The place of the last set that has a clause in common with these; -1 when none has. */
function greatest(sets: readonly Int32Array[], clauses: Int32Array): number {
  let place = sets.length - 1;
  while (place >= 0 && !meets(sets[place] as Int32Array, clauses)) place -= 1;
  return place;
}
