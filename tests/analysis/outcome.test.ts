import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeOutcome, NO_RULE, OUT_OF_SCOPE, outcomeDiagram } from '../../src/analysis/outcome.ts';
import { encode } from '../../src/engine/coding.ts';
import { tableOf } from '../../src/engine/table.ts';
import type { RuleSet } from '../../src/model/rule-set.ts';
import { URGENCIES } from '../../src/model/rule-set.ts';
import { completions, naive } from '../naive.ts';
import { ruleSets } from '../random-rule-sets.ts';

/** The outcome that the naive evaluator finds, as a diagram's leaf would put it. */
function expected(ruleSet: RuleSet, answers: Readonly<Record<string, string | number | readonly string[]>>) {
  const { status, level, urgency } = naive(ruleSet, answers);
  const place = ruleSet.levels.findIndex(({ id }) => id === level);
  return { level: status === 'out-of-scope' ? OUT_OF_SCOPE : status === 'no-rule' ? NO_RULE : place, urgency: URGENCIES.indexOf(urgency ?? 'routine') };
}

test('one meaning: the diagram and the naive evaluator agree on every answer set of random rule sets', () => {
  fc.assert(
    fc.property(ruleSets({ questions: 4, rules: 6 }), (ruleSet) => {
      const { diagrams, outcome } = outcomeDiagram(ruleSet);
      const counted = new Map<number, bigint>();
      for (const answers of completions(ruleSet, {})) {
        const value = diagrams.valueAt(outcome, encode(tableOf(ruleSet).coding, answers));
        expect(decodeOutcome(value)).toEqual(expected(ruleSet, answers));
        counted.set(value, (counted.get(value) ?? 0n) + 1n);
      }
      expect(new Map(diagrams.counts(outcome))).toEqual(counted);
    }),
    { numRuns: 150 },
  );
});
