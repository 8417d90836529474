import { describe, expect, test } from 'vitest';
import { FINDINGS } from '../../../src/model/problem.ts';
import { grouped } from '../../../src/report/check/checked.ts';
import { checkGithub } from '../../../src/report/check/github.ts';
import { checkValue } from '../../../src/report/check/json.ts';
import { checkText } from '../../../src/report/check/text.ts';
import { checkResult } from '../../../src/schema/check.ts';
import { checkedFile, GAP, NOT_MONOTONE, PLACE, REDUNDANT, UNUSED } from './files.ts';

const linesOf = (...files: Parameters<typeof checkText>[0]) => checkText(files, 80).split('\n');

describe('as text', () => {
  test('a finding has its place, its answers, what a second answer set changes, and advice', () => {
    expect(linesOf(checkedFile([NOT_MONOTONE])).slice(0, 6)).toEqual([
      'my rules.yaml:12:5: a worse answer lowers the level',
      '    - id: mild',
      '      ^',
      '  answers: { age: adult, pain: much, sleep: 7, time: day }',
      '  changed: { pain: none }',
      '  help: add a rule',
    ]);
  });

  test('a rule set without findings says all that is proved, and how many answer sets come out as what', () => {
    expect(linesOf(checkedFile([], { properties: ['much-is-high', 'no-child', 'low-is-calm', 'time-moves-little', 'worse-is-more'] }))).toEqual([
      'my rules.yaml: 0 errors, 0 other findings',
      'proved over all 96 answer sets, in 1,235 ms',
      '  - everyone in scope gets a level',
      '  - 2 of 2 rules decide for someone',
      '  - a worse answer to a need never gets a lower level or urgency',
      '  - 5 of 5 properties hold: much-is-high, no-child, low-is-calm,',
      '    time-moves-little, worse-is-more',
      '  answer sets that come out as',
      '                          routine       soon  urgent  emergency',
      '  low                          24          0       0          0',
      '  high                          0  1,234,567       0          0',
      '  no level: out of scope       40          8       0          0',
      '',
    ]);
  });

  test('nothing is claimed that a finding speaks against', () => {
    const claims = (...codes: (keyof typeof FINDINGS)[]) => linesOf(checkedFile(codes.map((code) => ({ ...UNUSED, code })))).filter((line) => line.startsWith('  - '));
    expect(claims()).toHaveLength(4);
    expect(claims('gap')).not.toContain('  - everyone in scope gets a level');
    expect(claims('never-matches')).not.toContain('  - 2 of 2 rules decide for someone');
    expect(claims('shadowed')).not.toContain('  - 2 of 2 rules decide for someone');
    expect(claims('not-monotone')).not.toContain('  - a worse answer to a need never gets a lower level or urgency');
    expect(claims('not-proved')).toEqual(['  - 2 of 5 properties hold: much-is-high, no-child']);
    expect(claims('redundant', 'unused-score', 'not-counted')).toHaveLength(4);
  });

  test('where the answer sets could not be counted, there is no table, and the number is whole all the same', () => {
    const { ruleSet, ...checked } = checkedFile([], { answerSets: 5n ** 30n });
    const { tallies: _, ...proof } = checked.proof;
    const lines = linesOf({ ...checked, ruleSet: { ...ruleSet, properties: [] }, proof: { ...proof, properties: [] } });
    expect(lines).toContain('proved over all 931,322,574,615,478,515,625 answer sets, in 1,235 ms');
    expect(lines.join('\n')).not.toMatch(/answer sets that come out as|hold/);
  });

  test('findings are told apart from errors, files by an empty line, and a file name cannot write on the screen', () => {
    const text = checkText([{ ...checkedFile([GAP, UNUSED]), file: 'a\u001b[2J.yaml' }, checkedFile([REDUNDANT])], 80);
    expect(text).toContain(String.raw`a\u001b[2J.yaml: 1 error, 1 other finding`);
    expect(text).toContain('my rules.yaml:20:5: note: rule `bad-pain` only adds a reason');
    expect(text.match(/\n\n/g)).toHaveLength(1);
  });

  test('lines fit a narrow screen', () => {
    const lines = checkText([checkedFile()], 40).split('\n');
    expect(Math.max(...lines.filter((line) => line.startsWith('  - ') || line.startsWith('    ')).slice(0, 6).map((line) => line.length))).toBeLessThanOrEqual(40);
  });

  test('numbers are grouped the same everywhere', () => {
    expect([0, 999, 1000, 1_000_000n, 2n ** 70n].map(grouped)).toEqual(['0', '999', '1,000', '1,000,000', '1,180,591,620,717,411,303,424']);
  });
});

describe('as JSON', () => {
  test('has the shape that the schema says', () => {
    const value = checkValue([checkedFile([GAP, NOT_MONOTONE, UNUSED, REDUNDANT]), checkedFile()]);
    expect(checkResult.safeParse(JSON.parse(JSON.stringify(value))).error).toBeUndefined();
    expect(value).toMatchObject({
      files: [
        { file: PLACE.file, errors: 2, warnings: 1, notes: 1, findings: [{ code: 'gap', line: 12, column: 5, witness: GAP.witness }, { change: { pain: 'none' } }, {}, {}] },
        { errors: 0, proof: { answerSets: 96, milliseconds: 1235, properties: ['much-is-high', 'no-child'] } },
      ],
    });
  });

  test('a number of answer sets is a text where JSON readers would lose digits', () => {
    const most = BigInt(Number.MAX_SAFE_INTEGER);
    const tallies = [most, most + 1n].map((answerSets) => ({ level: 'low', status: 'decided', urgency: 'routine', answerSets }) as const);
    const value = checkValue([checkedFile([], { answerSets: 5n ** 30n, tallies })]);
    expect(value).toMatchObject({ files: [{ proof: { answerSets: '931322574615478515625', tallies: [{ answerSets: Number.MAX_SAFE_INTEGER }, { answerSets: '9007199254740992' }] } }] });
    expect(checkResult.safeParse(value).error).toBeUndefined();
  });
});

describe('as annotations for GitHub', () => {
  test('each finding at its place, by severity, with its answers; then the totals', () => {
    expect(checkGithub([checkedFile([NOT_MONOTONE, UNUSED, REDUNDANT])]).split('\n')).toEqual([
      '::error file=my rules.yaml,line=12,col=5,title=not-monotone::a worse answer lowers the level%0Aanswers: { age: adult, pain: much, sleep: 7, time: day }%0Achanged: { pain: none }%0Ahelp: add a rule',
      '::warning file=my rules.yaml,line=30,col=5,title=unused-source::source `talk` is used nowhere',
      '::notice file=my rules.yaml,line=20,col=5,title=redundant::rule `bad-pain` only adds a reason',
      'my rules.yaml: 1 error, 2 other findings',
      '',
    ]);
  });

  test('nothing in a file name or a message ends the command or begins another', () => {
    const text = checkGithub([checkedFile([{ ...UNUSED, message: '50% of\n::error::x', place: { ...PLACE, file: 'a,b:c%.yaml' } }])]);
    expect(text.split('\n')[0]).toBe(String.raw`::warning file=a%2Cb%3Ac%25.yaml,line=12,col=5,title=unused-source::50%25 of\u000a::error::x`);
  });
});
