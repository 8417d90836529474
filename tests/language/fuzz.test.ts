import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAnswers } from '../../src/language/answers.ts';
import { readCases } from '../../src/language/cases.ts';
import { readRuleSet } from '../../src/language/rule-set.ts';
import { readTranslation } from '../../src/language/translation.ts';
import { ruleSetFrom } from '../rule-sets.ts';
import { SMALL } from './small.ts';

const small = ruleSetFrom(SMALL);

const SIGNS = [...'{}[]:,-?!&*#|>%@`"\' \n\t'.split(''), 'a', '1', 'pain', 'when', '\u202e', '---\n', '<<'];

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom(...SIGNS) }),
  fc.json(),
);

test('no text makes a reader throw, and none is taken for a rule set', async () => {
  await fc.assert(
    fc.asyncProperty(text, async (anything) => {
      expect(readRuleSet(anything, 'a.yaml').ok).toBe(false);
      expect(readCases(anything, 'a.yaml', () => ({ ok: true, value: small })).ok).toBe(false);
      expect(readTranslation(anything, 'a.yaml', small).ok).toBe(false);
      for (const file of ['a.json', 'a.yaml', '-']) expect((await readAnswers(small, anything, file)).ok).toBe(false);
    }),
    { numRuns: 300 },
  );
});

/** The small rule set with a few words and signs dropped, doubled, swapped or made another. */
const mangled = fc
  .array(fc.tuple(fc.nat(), fc.constantFrom('drop', 'double', 'swap', 'other'), fc.constantFrom('pain', 'low', '7', '~', '[', '}', ': ', '\n', '"')), { minLength: 1, maxLength: 4 })
  .map((edits) => {
    const pieces = SMALL.match(/\w+|\s+|[^\w\s]/g) ?? [];
    for (const [anywhere, edit, other] of edits) {
      const at = anywhere % pieces.length;
      const [piece = '', next = ''] = pieces.slice(at, at + 2);
      const instead = { drop: [], double: [piece, piece], swap: [next, piece], other: [other] }[edit];
      pieces.splice(at, edit === 'swap' ? 2 : 1, ...instead);
    }
    return pieces.join('');
  });

test('a mangled rule set is taken whole, or refused with places in it', () => {
  fc.assert(
    fc.property(mangled, (yaml) => {
      const read = readRuleSet(yaml, 'a.yaml');
      const lines = yaml.split('\n');
      const strayed = (read.ok ? [] : read.problems).filter(({ place }) => !place || lines[place.line - 1] !== place.text || place.column > place.text.length + 1);
      expect(strayed).toEqual([]);
      expect(read.ok || read.problems.length > 0).toBe(true);
    }),
    { numRuns: 300 },
  );
});
