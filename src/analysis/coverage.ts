import type { Case } from '../model/case.ts';
import type { RuleSet } from '../model/rule-set.ts';
import { type Obligation, obligationsOf, type Sight } from './obligations/obligations.ts';
import { isPossible, isSeen, personOf } from './obligations/sights.ts';
import { spaceOf } from './space.ts';

export interface Judged {
  readonly obligation: Obligation;
  /** met: the cases show it. open: they do not, but could. impossible: proved that no cases can, so it does not count. */
  readonly standing: 'met' | 'open' | 'impossible';
  /** What no case shows; nothing unless open. */
  readonly missing: readonly Sight[];
}

/** What some cases show of their rule set, obligation by obligation. A case with answers missing counts for what is certain of it. */
export function coverage(ruleSet: RuleSet, cases: readonly Case[]): readonly Judged[] {
  const space = spaceOf(ruleSet);
  const people = cases.map(({ answers }) => personOf(space, answers));
  return obligationsOf(space).map((obligation) => {
    const missing = obligation.ways.map((way) => way.filter((sight) => !people.some((person) => isSeen(person, sight))));
    if (missing.some((sights) => sights.length === 0)) return { obligation, standing: 'met', missing: [] };
    const way = obligation.ways.findIndex((sights) => sights.every((sight) => isPossible(space, sight)));
    return { obligation, standing: way < 0 ? 'impossible' : 'open', missing: missing[way] ?? [] };
  });
}

/** How much of what is possible is met, in percent; 100 where nothing is asked for. */
export function percentMet(judged: readonly Judged[]): number {
  const possible = judged.filter(({ standing }) => standing !== 'impossible').length;
  return possible === 0 ? 100 : (judged.filter(({ standing }) => standing === 'met').length / possible) * 100;
}
