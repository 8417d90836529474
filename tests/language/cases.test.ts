import { describe, expect, test } from 'vitest';
import { readCases } from '../../src/language/cases.ts';
import { readRuleSet } from '../../src/language/rule-set.ts';
import type { CaseFile } from '../../src/model/case.ts';
import type { Read } from '../../src/model/problem.ts';
import type { RuleSet } from '../../src/model/rule-set.ts';
import { ruleSetFrom, valueOf } from '../rule-sets.ts';
import { problemsIn, SMALL, unmarked } from './small.ts';

const small: Read<RuleSet> = { ok: true, value: ruleSetFrom(SMALL) };
const read = (text: string): Read<CaseFile> => readCases(text, 'small.cases.yaml', () => small);

/** A file of one case that holds these keys beside its name. */
const oneCase = (keys: string): string => `ruleSet: ./small.yaml\ncases:\n  - { name: A case, ${keys} }\n`;

describe('a file of cases', () => {
  test('holds answers with what is expected of them', () => {
    const text = `ruleSet: ./small.yaml
cases:
  - name: everything at once
    answers: { pain: much, goals: [work, rest], sleep: not-sure }
    expect:
      status: open
      level: high
      range: [low, high]
      urgency: soon
      decidedBy: [bad-pain]
      advice: []
    tags: [odd, long]
  - { name: nothing known, answers: {}, expect: { status: no-rule } }
`;
    expect(valueOf(read(text))).toEqual({
      file: 'small.cases.yaml',
      ruleSet: './small.yaml',
      cases: [
        {
          name: 'everything at once',
          answers: { pain: 'much', sleep: 'not-sure', goals: ['rest', 'work'] },
          expect: { status: 'open', level: 'high', range: ['low', 'high'], urgency: 'soon', decidedBy: ['bad-pain'], advice: [] },
          tags: ['odd', 'long'],
          place: { file: 'small.cases.yaml', line: 3, column: 5, text: '  - name: everything at once' },
        },
        {
          name: 'nothing known',
          answers: {},
          expect: { status: 'no-rule' },
          tags: [],
          place: { file: 'small.cases.yaml', line: 13, column: 5, text: '  - { name: nothing known, answers: {}, expect: { status: no-rule } }' },
        },
      ],
    });
  });

  test('names its rule set by a path that the caller looks up, once', () => {
    const paths: string[] = [];
    readCases(oneCase('answers: {}, expect: { level: low }'), 'x/small.cases.yaml', (path) => {
      paths.push(path);
      return small;
    });
    expect(paths).toEqual(['./small.yaml']);
  });

  test('that names no rule set has none looked up', () => {
    const nameless = readCases('cases: [{ name: A, answers: {}, expect: { level: low } }]', 'a.cases.yaml', () => {
      throw new Error('looked up');
    });
    expect(problemsIn(nameless)).toEqual(['1:1 missing-key']);
  });

  // The mark ¦ stands where the problem is expected; there may be no other.
  test.each([
    ['unknown-question', 'answers: { ¦pian: much }, expect: { level: low }'],
    ['unknown-option', 'answers: { pain: ¦mutch }, expect: { level: low }'],
    ['wrong-type', 'answers: { pain: ¦1 }, expect: { level: low }'],
    ['wrong-type', 'answers: ¦[much], expect: { level: low }'],
    ['unknown-level', 'answers: {}, expect: { level: ¦middle }'],
    ['unknown-level', 'answers: {}, expect: { range: [low, ¦middle] }'],
    ['unknown-level', 'answers: {}, expect: { range: [¦middle, low] }'],
    ['out-of-range', 'answers: {}, expect: { range: ¦[high, low] }'],
    ['too-few', 'answers: {}, expect: { range: ¦[high] }'],
    ['too-many', 'answers: {}, expect: { range: ¦[low, low, high] }'],
    ['unknown-name', 'answers: {}, expect: { urgency: ¦now }'],
    ['unknown-name', 'answers: {}, expect: { status: ¦done }'],
    ['unknown-name', 'answers: {}, expect: { decidedBy: [bad-pain, ¦worse-pain] }'],
    ['unknown-name', 'answers: {}, expect: { advice: [¦rest] }'],
    ['unknown-key', 'answers: {}, expect: { ¦levle: low }'],
    ['empty', 'answers: {}, expect: ¦{}'],
    ['bad-id', 'answers: {}, expect: { level: low }, tags: [¦Odd]'],
  ])('%s: %s', (code, marked) => {
    const { text, places } = unmarked(oneCase(marked));
    expect(problemsIn(read(text))).toEqual(places.map((place) => `${place} ${code}`));
  });

  test.each([
    ['missing-key', '¦cases: [{ name: A, answers: {}, expect: { level: low } }]'],
    ['missing-key', 'ruleSet: a.yaml\ncases: [¦{ answers: {}, expect: { level: low } }]'],
    ['missing-key', 'ruleSet: a.yaml\ncases: [¦{ name: A, answers: {} }]'],
    ['missing-key', 'ruleSet: a.yaml\ncases: [¦{ answers: {}, expect: { level: low } }, ¦{ answers: {}, expect: { level: low } }]'],
    ['duplicate-id', 'ruleSet: a.yaml\ncases:\n- { name: A, answers: {}, expect: { level: low } }\n- ¦{ name: A, answers: {}, expect: { level: low } }'],
    ['too-few', 'ruleSet: a.yaml\ncases: ¦[]'],
    ['wrong-type', 'ruleSet: a.yaml\ncases: ¦{}'],
    ['wrong-type', '¦- a'],
    ['yaml-syntax', 'ruleSet: ¦*a\ncases: [{ name: A, answers: {}, expect: { level: low } }]'],
  ])('%s: %j', (code, marked) => {
    const { text, places } = unmarked(marked);
    expect(problemsIn(read(text))).toEqual(places.map((place) => `${place} ${code}`));
  });

  test('is refused with its own problems and those of its rule set', () => {
    const broken = SMALL.replace('level: low,', 'level: lwo,');
    const ruleSet = readRuleSet(broken, 'small.yaml');
    const cases = readCases('ruleSet: a.yaml\ncases: []', 'a.cases.yaml', () => (ruleSet.ok ? { ok: true, value: ruleSet.value.ruleSet } : ruleSet));
    expect(problemsIn(cases)).toEqual(['2:8 too-few', '26:63 unknown-level']);
  });
});
