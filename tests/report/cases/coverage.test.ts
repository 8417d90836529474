import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { coverageOf } from '../../../src/commands/case-coverage.ts';
import { readCases } from '../../../src/language/cases.ts';
import { readRuleSet } from '../../../src/language/rule-set.ts';
import { coverageText, percentText } from '../../../src/report/cases/coverage.ts';
import { suggestionsText } from '../../../src/report/cases/suggestions.ts';
import { valueOf } from '../../rule-sets.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const SMALL = 'tests/fixtures/small.yaml';
const rules = { ...valueOf(readRuleSet(readFileSync(path.join(ROOT, SMALL), 'utf8'), SMALL)), file: SMALL };

function read(yaml: string) {
  return readCases(yaml, 'small.cases.yaml', () => ({ ok: true, value: rules.ruleSet }));
}

test('docs/coverage.md shows what its cases come to', () => {
  const [yaml = '', text = ''] = [...readFileSync(path.join(ROOT, 'docs/coverage.md'), 'utf8').matchAll(/```(?:yaml|text)\n(.*?)```/gs)].map((match) => match[1]);
  const trials = valueOf(read(yaml)).cases.map((each) => ({ rules, case: each }));
  expect(coverageText(coverageOf(trials, 0))).toBe(text);
});

test('100 percent is never rounded up to', () => {
  expect([100, 99.99, 33.333, 0].map(percentText)).toEqual(['100%', '99.9%', '33.3%', '0%']);
});

test('suggestions can be pasted, and are refused until someone says what to expect', () => {
  const start = 'ruleSet: ./small.yaml\ncases:\n  - { name: first, answers: { phq: 3, home: shaky }, expect: { level: visits } }\n';
  const trials = valueOf(read(start)).cases.map((each) => ({ rules, case: each }));
  const [report] = coverageOf(trials, 20);
  const pasted = start + suggestionsText(report?.suggestions ?? []);
  const refused = read(pasted);
  const codes = new Set(refused.ok ? [] : refused.problems.map(({ code }) => code));
  expect(codes).toEqual(new Set(['empty']));
  const all = valueOf(read(pasted.replaceAll('expect: {}', 'expect: { status: decided }'))).cases;
  expect(coverageOf(all.map((each) => ({ rules, case: each })), 0)[0]?.percent).toBe(100);
});

test('what YAML would take for something else than a text stands in quotes', () => {
  const text = suggestionsText([
    {
      answers: { null: 'true', several: ['false', 'yes'], number: 3 },
      shows: { kind: 'option', name: 'null true' },
      outcome: { status: 'no-rule', level: null, urgency: 'routine', decidedBy: [] },
    },
  ]);
  expect(text).toContain('"null": "true", several: ["false", yes], number: 3');
  expect(text).toContain('level-of-care says: no-rule, routine.');
});
