import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { coverageOf } from '../../../src/commands/case-coverage.ts';
import { readCases } from '../../../src/language/cases.ts';
import { readRuleSet } from '../../../src/language/rule-set.ts';
import { type CoverageReport, coverageText, coverageValue, percentText } from '../../../src/report/cases/coverage.ts';
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

const place = (line: number) => ({ file: 'rules.yaml', line, column: 3, text: '' });
const REPORT: CoverageReport = {
  ruleSet: { id: 'small', version: '1.0.0', digest: 'sha256:00' },
  file: 'rules.yaml',
  percent: 42.86,
  things: [
    { kind: 'rule', name: 'calm', rule: 'calm', standing: 'open', missing: [], place: place(1) },
    { kind: 'option', name: 'home bad', standing: 'open', missing: [], place: place(2) },
    { kind: 'level', name: 'high', standing: 'met', missing: [], place: place(3) },
    { kind: 'urgency', name: 'soon', standing: 'open', missing: [], place: place(4) },
    { kind: 'part', name: 'home bad', rule: 'calm', standing: 'open', missing: ['true', 'false'], place: place(5) },
    { kind: 'edge', name: 'a | b', rule: 'calm', standing: 'open', missing: ['a', 'b'], place: place(6) },
    { kind: 'edge', name: 'c | d', rule: 'calm', standing: 'impossible', missing: ['c'], place: place(7) },
  ],
  suggestions: [
    {
      answers: { home: 'bad', wishes: ['rest', 'work'] },
      shows: { kind: 'part', rule: 'calm', name: 'home bad', side: 'true' },
      near: { name: 'first', place: place(9), changed: ['home', 'wishes'] },
      outcome: { status: 'decided', level: 'high', urgency: 'soon', decidedBy: ['calm', 'mild'] },
    },
    { answers: { home: 'good' }, shows: { kind: 'edge', rule: 'calm', name: 'a | b', side: 'a' }, outcome: { status: 'open', level: null, urgency: 'routine', decidedBy: [] } },
    { answers: { home: 'good' }, shows: { kind: 'rule', rule: 'calm', name: 'calm' }, outcome: { status: 'open', level: null, urgency: 'routine', decidedBy: [] } },
  ],
};

test('a report, word for word', () => {
  expect(coverageText([REPORT])).toBe(`coverage of rules.yaml: 42.8%
  rules                0 of 1
  options              0 of 1
  levels               1 of 1
  urgencies            0 of 1
  parts of conditions  0 of 1
  edges of conditions  0 of 1
rules.yaml:1:3: rule \`calm\` decides no case
rules.yaml:2:3: no case has \`home bad\`
rules.yaml:4:3: no case gets the urgency \`soon\`
rules.yaml:5:3: rule \`calm\`, part \`home bad\`: no case turns on it being true or false
rules.yaml:6:3: rule \`calm\`, edge \`a | b\`: no case turns on \`a\` or \`b\`
impossible, and so not counted:
  rules.yaml:7:3: rule \`calm\`, edge \`c | d\`

  # For rule \`calm\`, part \`home bad\`: turns on it being true.
  # level-of-care says: high, soon, decided by calm, mild. Confirm or correct it under \`expect\`, and name the case.
  - name: Someone as in line 9, but with home bad and wishes rest and work
    answers:
      {
        home: bad, wishes: [rest, work]
      }
    expect: {}

  # For rule \`calm\`, edge \`a | b\`: turns on \`a\`.
  # level-of-care says: open, routine. Confirm or correct it under \`expect\`, and name the case.
  - name: Someone new, 2
    answers:
      {
        home: good
      }
    expect: {}

  # For rule \`calm\`.
  # level-of-care says: open, routine. Confirm or correct it under \`expect\`, and name the case.
  - name: Someone new, 3
    answers:
      {
        home: good
      }
    expect: {}
`);
  const allMet = { ...REPORT, things: REPORT.things.filter(({ kind }) => kind === 'level'), suggestions: [] };
  expect(coverageText([allMet, allMet]).split('\n').filter((line) => !/ of \d$/.test(line))).toEqual(['coverage of rules.yaml: 42.8%', 'coverage of rules.yaml: 42.8%', '']);
});

test('a report as a value', () => {
  const [value] = coverageValue([REPORT]) as readonly Record<string, unknown>[];
  expect(value).toStrictEqual({
    ruleSet: REPORT.ruleSet,
    file: 'rules.yaml',
    percent: 42.86,
    totals: [
      { kind: 'rule', met: 0, possible: 1, impossible: 0 },
      { kind: 'option', met: 0, possible: 1, impossible: 0 },
      { kind: 'level', met: 1, possible: 1, impossible: 0 },
      { kind: 'urgency', met: 0, possible: 1, impossible: 0 },
      { kind: 'part', met: 0, possible: 1, impossible: 0 },
      { kind: 'edge', met: 0, possible: 1, impossible: 1 },
    ],
    open: [
      { kind: 'rule', rule: 'calm', name: 'calm', line: 1 },
      { kind: 'option', name: 'home bad', line: 2 },
      { kind: 'urgency', name: 'soon', line: 4 },
      { kind: 'part', rule: 'calm', name: 'home bad', missing: ['true', 'false'], line: 5 },
      { kind: 'edge', rule: 'calm', name: 'a | b', missing: ['a', 'b'], line: 6 },
    ],
    impossible: [{ kind: 'edge', rule: 'calm', name: 'c | d', missing: ['c'], line: 7 }],
    suggestions: [
      { ...REPORT.suggestions[0], near: { name: 'first', file: 'rules.yaml', line: 9, changed: ['home', 'wishes'] } },
      REPORT.suggestions[1],
      REPORT.suggestions[2],
    ],
  });
});

test('many answers fill lines of at most 120 columns, and none is broken', () => {
  const answers = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`question-${index}`, 'an-option']));
  const lines = suggestionsText([{ answers, shows: { kind: 'rule', name: 'calm' }, outcome: { status: 'open', level: null, urgency: 'routine', decidedBy: [] } }]).split('\n');
  const filled = lines.filter((line) => line.startsWith('        question-'));
  const item = 'question-10: an-option,'.length;
  for (const line of filled.slice(0, -1)) expect([line.length <= 120, line.length + 1 + item > 120]).toEqual([true, true]);
  expect(filled.join('').match(/question-\d+: an-option/g)).toHaveLength(30);
});
