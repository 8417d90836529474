import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encode, UNANSWERED } from '../../src/engine/coding.ts';
import { FALSE, TRUE } from '../../src/engine/condition.ts';
import { find, TOO_HARD } from '../../src/engine/search.ts';
import { tableOf } from '../../src/engine/table.ts';
import { completions } from '../naive.ts';
import { answersTo, ruleSets } from '../random-rule-sets.ts';

describe('find', () => {
  test('finds answers exactly when brute force does, and what it finds is right', () => {
    const split = ruleSets({ questions: 4 }).chain((ruleSet) =>
      fc.tuple(fc.constant(ruleSet), answersTo(ruleSet, { missing: true }), fc.nat(ruleSet.rules.length), fc.boolean()),
    );
    fc.assert(
      fc.property(split, ([ruleSet, given, middle, turned]) => {
        const { coding, rows } = tableOf(ruleSet);
        const parts = [rows.slice(0, middle), rows.slice(middle)] as const;
        const [hold, fail] = turned ? [parts[1], parts[0]] : parts;
        const serves = (codes: Int32Array): boolean => hold.every(({ test: holds }) => holds(codes) === TRUE) && fail.every(({ test: holds }) => holds(codes) === FALSE);
        const found = find(coding.sizes, encode(coding, given), hold, fail);
        const any = completions(ruleSet, given).some((answers) => serves(encode(coding, answers)));
        expect(found !== undefined).toBe(any);
        if (found === undefined || found === TOO_HARD) return;
        expect(serves(found)).toBe(true);
        encode(coding, given).forEach((code, position) => expect(code === UNANSWERED || code === found[position]).toBe(true));
      }),
      { numRuns: 1500 },
    );
  });

  test('says so when it would take more steps than the bound', () => {
    const at = (position: number) => ({ reads: new Set([position, 2]), test: (codes: Int32Array) => (codes[position] === UNANSWERED || codes[2] === UNANSWERED ? 1 : FALSE) }) as const;
    expect(find([2, 2, 2], Int32Array.of(UNANSWERED, UNANSWERED, UNANSWERED), [at(0), at(1)], [], { left: 3 })).toBe(TOO_HARD);
    expect(find([2, 2, 2], Int32Array.of(UNANSWERED, UNANSWERED, UNANSWERED), [at(0), at(1)], [])).toBeUndefined();
  });
});
