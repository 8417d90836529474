import { Chalk } from 'chalk';
import { describe, expect, test } from 'vitest';
import { type Bounds, BOUNDS } from '../../../src/analysis/diff/bounds.ts';
import { comparisonOf, diff } from '../../../src/analysis/diff/diff.ts';
import { RecordsTally } from '../../../src/analysis/diff/records.ts';
import type { Answers } from '../../../src/model/answers.ts';
import type { Difference } from '../../../src/model/difference.ts';
import { diffGithub } from '../../../src/report/diff/github.ts';
import { diffText } from '../../../src/report/diff/text.ts';
import { edited, type Edit } from '../../language/small.ts';
import { ruleSetFrom } from '../../rule-sets.ts';

const URGENT: Edit = ['urgency: soon', 'urgency: urgent'];
const NOT_MUCH: Edit = ['when: { pain: { atLeast: none } }', 'when: { pain: some }'];
const HELP = '    help: Think of today.\n';
/** The same rule set, in which one question has another id and another text. */
const HOUR: readonly Edit[] = [
  ['id: time, kind: preference, text: When?', 'id: hour, kind: preference, text: At what time?'],
  ['time: { night: 1 }', 'hour: { night: 1 }'],
  ['vary: time', 'vary: hour'],
  ['when: { time: night }', 'when: { hour: night }'],
];

function between(old: readonly Edit[], now: readonly Edit[], bounds: Partial<Bounds> = {}): Difference {
  return diff(ruleSetFrom(edited(...old)), ruleSetFrom(edited(...now)), { ...BOUNDS, ...bounds });
}

/** What a screen and a comment say, each on one line. */
function told(difference: Difference): readonly string[] {
  const page = { difference, names: { old: 'old.yaml', new: 'new.yaml' } };
  return [diffText(page, { columns: 80, chalk: new Chalk({ level: 0 }) }), diffGithub(page)].map((text) => text.replaceAll(/\s+/g, ' '));
}

test.each<[string, readonly Edit[], readonly Edit[], readonly string[]]>([
  ['a rule that was renamed', [], [['id: bad-pain', 'id: worse-pain']], ['= rule worse-pain, was bad-pain', 'None of 96 answer sets changes level or urgency.']],
  ['a rule that is reached through a score', [], [['pain: { some: 1, much: 2 }', 'pain: { some: 0, much: 2 }']], ['~ rule bad-pain: decides 12 changes, all LOWERED; holds for 12 fewer; reached through load']],
  ['a rule that lowers some and raises others', [], [['sleep: { atLeast: 2 }', 'sleep: { atMost: 4 }']], ['decides 40 changes, 24 LOWERED; holds for 16 more and 24 fewer', '40 change level or urgency; 24 are LOWERED']],
  ['a rule that decides nothing', [], [['  - id: bad-pain', '  - { id: idle, when: { pain: much, sleep: 7 }, level: low, because: So., sources: [book] }\n  - id: bad-pain']], ['+ rule idle: decides none of the changes']],
  ['an urgency that is raised', [], [URGENT], ['Urgency soon to urgent', '48 change level or urgency; none is lowered']],
  ['answers without a rule', [], [NOT_MUCH], ['LOWERED level low to no rule', 'no rule, routine']],
  ['answers that only one version takes', [['max: 7', 'max: 9']], [['max: 7', 'max: 8'], ['text: By night }', 'text: By night }, { id: noon, text: At noon }']], ['12 answer sets of the old version cannot be compared: the new one does not take them.', '54 answer sets of the new version cannot be compared: the old one did not take them.']],
  ['a text that is gone', [], [[HELP, '']], ['- help: Think of today.']],
  ['a text that is new', [[HELP, '']], [], ['+ help: Think of today.']],
])('%s', (_what, old, now, sentences) => {
  const texts = told(between(old, now));
  for (const sentence of sentences) expect(texts.filter((text) => !text.includes(sentence))).toEqual([]);
});

test('where the two versions ask otherwise, a witness has the answers to each', () => {
  const [text, comment] = told(between(HOUR, [URGENT]));
  expect(text).toContain('was asked { age: adult, pain: some, sleep: 2, hour: day } is asked { age: adult, pain: some, sleep: 2, time: day }');
  expect(comment).toContain('old answers: { age: adult, pain: some, sleep: 2, hour: day } new answers: { age: adult, pain: some, sleep: 2, time: day }');
});

test('where so many rules differ that it was not asked what each decides, none is named for a move', () => {
  const texts = told(between([], [URGENT], { pairs: 0 }));
  expect(texts.filter((text) => /\bby,? `?bad-pain`? before|decides/.test(text))).toEqual([]);
  expect(texts.every((text) => text.includes('~ rule bad-pain') && text.includes('48 where pain at least some, sleep at least 2'))).toBe(true);
});

test('what the regions leave out has its number', () => {
  const difference = between([], [URGENT]);
  if (difference.effect.how !== 'counted') throw new Error('not counted');
  const moves = difference.effect.moves.map((move) => ({ ...move, elsewhere: 1234n }));
  for (const text of told({ ...difference, effect: { ...difference.effect, moves } })) expect(text).toContain('and 1,234 more');
});

describe('records', () => {
  const [old, now] = [ruleSetFrom(edited()), ruleSetFrom(edited(['urgency: soon', 'urgency: routine']))];
  const CALM = { age: 'adult', pain: 'none', sleep: 0, time: 'day' };

  function onRecords(records: readonly Answers[], rejected: number): Difference {
    const comparison = comparisonOf(old, now);
    const tally = new RecordsTally(comparison);
    records.forEach((answers, index) => tally.add({ line: index + 1, id: null }, { old: answers, new: answers }));
    for (let line = 1; line <= rejected; line += 1) tally.reject({ line: records.length + line, code: 'json-syntax', message: 'this is not JSON' });
    return { ...comparison.told, effect: tally.effect('records.ndjson') };
  }

  test('one that is lowered, and one line without', () => {
    for (const text of told(onRecords([CALM, { ...CALM, pain: 'much', sleep: 7 }], 1))) {
      for (const sentence of ['Of 2 records, 1 changes level or urgency; 1 is LOWERED.', '1 line of records.ndjson holds no valid record.', 'line 3: this is not JSON']) expect(text).toContain(sentence);
      expect(text).not.toMatch(/and \d+ more/);
    }
  });

  test('none that changes, and no line without', () => {
    for (const text of told(onRecords([CALM], 0))) {
      expect(text).toContain('None of 1 record changes level or urgency.');
      expect(text).not.toMatch(/Records that change|Lines without/);
    }
  });
});
