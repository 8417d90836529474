import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encode, UNANSWERED } from '../../src/engine/coding.ts';
import { tableOf } from '../../src/engine/table.ts';
import { answersTo, ruleSets } from '../random-rule-sets.ts';

test('two partial answer sets that leave the same text of a rule leave the same work: whatever comes next, it holds after both or after neither', () => {
  let alike = 0;
  const posed = ruleSets({ questions: 3, rules: 3 }).chain((ruleSet) => {
    const partial = answersTo(ruleSet, { missing: true });
    return fc.tuple(fc.constant(ruleSet), fc.array(partial, { minLength: 2, maxLength: 12 }), answersTo(ruleSet));
  });
  fc.assert(
    fc.property(posed, ([ruleSet, partials, rest]) => {
      const { coding, rows } = tableOf(ruleSet);
      const completed = encode(coding, rest);
      for (const { residual, test: holds } of rows) {
        const after = new Map<string, number>();
        for (const partial of partials) {
          const codes = encode(coding, partial);
          const left = residual?.(codes) ?? '';
          const truth = holds(codes.map((code, position) => (code === UNANSWERED ? (completed[position] as number) : code)));
          alike += after.has(left) ? 1 : 0;
          expect(after.get(left) ?? truth).toBe(truth);
          after.set(left, truth);
        }
      }
    }),
  );
  expect(alike).toBeGreaterThan(0);
});
