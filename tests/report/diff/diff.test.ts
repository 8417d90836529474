import { Chalk } from 'chalk';
import widthOf from 'fast-string-width';
import { describe, expect, test } from 'vitest';
import { comparisonOf, diff } from '../../../src/analysis/diff/diff.ts';
import { BOUNDS } from '../../../src/analysis/diff/bounds.ts';
import { RecordsTally } from '../../../src/analysis/diff/records.ts';
import type { Difference } from '../../../src/model/difference.ts';
import type { RuleSet } from '../../../src/model/rule-set.ts';
import { diffGithub } from '../../../src/report/diff/github.ts';
import type { DiffPage } from '../../../src/report/diff/page.ts';
import { diffText } from '../../../src/report/diff/text.ts';
import { diffValue } from '../../../src/report/diff/value.ts';
import { difference as shape } from '../../../src/schema/diff.ts';
import { adult } from '../../rule-sets.ts';

const old = adult();
const plain = new Chalk({ level: 0 });
const NAMES = { old: 'old.yaml', new: 'new.yaml' };

/** One difference of each kind. */
const now: RuleSet = {
  ...old,
  digest: 'sha256:0',
  levels: [...old.levels.slice(0, 3), { id: 'residential', name: 'Residential care', week: 'You live there.' }, ...old.levels.slice(3)],
  rules: old.rules.map((rule) => (rule.id === 'severe-in-unsafe-home' ? { ...rule, level: 'residential', urgency: 'soon', because: 'A place to stay. '.repeat(12) } : rule)),
};

function onRecords(): Difference {
  const comparison = comparisonOf(old, now);
  const tally = new RecordsTally(comparison);
  const answers = { age: 'adult', safety: 'none', severity: 'severe', detox: 'none', medical: 'stable', home: 'unsafe', support: 'some', motivation: 'ready', history: 'first', schedule: 'days' };
  for (let line = 1; line <= 30; line += 1) tally.add({ line, id: '\u001b[2J' }, { old: answers, new: answers });
  const { home: _home, ...partial } = answers;
  tally.add({ line: 31, id: null }, { old: partial, new: partial });
  for (let line = 32; line <= 60; line += 1) tally.reject({ line, code: 'json-syntax', message: 'this is not JSON: `\u202e`' });
  return { ...comparison.told, effect: tally.effect('records.ndjson') };
}

const DIFFERENCES: readonly (readonly [string, Difference])[] = [
  ['counted', diff(old, now)],
  ['counted around the rules', diff(old, now, { ...BOUNDS, wholeNodes: 0 })],
  ['proved', diff(old, now, { ...BOUNDS, wholeNodes: 0, aroundNodes: 0 })],
  ['not even proved', diff(old, { ...now, rules: old.rules.map((rule) => ({ ...rule, when: { test: 'not', of: { test: 'not', of: rule.when } } })) }, { ...BOUNDS, wholeNodes: 0, aroundNodes: 0, steps: 0, stepsPerRule: 0 })],
  ['records', onRecords()],
  ['the same', diff(old, old)],
];

const page = (difference: Difference, more: Partial<DiffPage> = {}): DiffPage => ({ difference, names: NAMES, ...more });

describe.each(DIFFERENCES)('%s', (kind, difference) => {
  const lowers = kind !== 'the same' && kind !== 'not even proved';

  test.each([40, 60, 80, 200])('text fits %i columns', (columns) => {
    const lines = diffText(page(difference), { columns, chalk: plain }).split('\n');
    expect(lines.filter((line) => widthOf(line) > Math.min(columns, 80))).toEqual([]);
    expect(lines.some((line) => line.includes('LOWERED'))).toBe(lowers);
  });

  test('nothing in it acts on a screen', () => {
    const text = diffText(page(difference), { columns: 80, chalk: plain }) + diffGithub(page(difference));
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  test('JSON is of the shape that `schema rules-diff` prints', () => {
    const digest = `sha256:${'0'.repeat(64)}`;
    const value = diffValue(page({ ...difference, old: { ...difference.old, digest }, new: { ...difference.new, digest } }));
    expect(shape.safeParse(JSON.parse(JSON.stringify(value))).error).toBeUndefined();
  });

  test('Markdown says what the text says', () => {
    const markdown = diffGithub(page(difference));
    expect(markdown.includes('LOWERED')).toBe(lowers);
    expect(markdown.split('```').length % 2).toBe(1);
    if (lowers && kind !== 'records') expect(markdown).toContain('severe-in-unsafe-home');
  });
});

test('numbers are grouped, and every move is told with its number', () => {
  const [, difference] = DIFFERENCES[0] as (typeof DIFFERENCES)[number];
  const text = diffText(page(difference), { columns: 80, chalk: plain });
  expect(text).toContain('Of 165,888 answer sets');
  if (difference.effect.how !== 'counted') throw new Error('not counted');
  for (const { count } of difference.effect.moves) expect(text).toContain(`: ${String(count).replace(/(\d)(\d{3})$/, '$1,$2')} answer sets`);
});

test('records that change and lines without one are told up to a number, and the rest counted', () => {
  const text = diffText(page(onRecords()), { columns: 80, chalk: plain });
  for (const piece of ['Of 30 records, 30 change', '1 record cannot be compared', '29 lines of records.ndjson hold', 'line 20 (id \\u001b[2J): LOWERED', 'and 10 more', 'and 9 more']) expect(text).toContain(piece);
  expect(text).not.toContain('line 21 ');
});

test('the line that accepts a change is told only until it is there', () => {
  const [, difference] = DIFFERENCES[0] as (typeof DIFFERENCES)[number];
  for (const told of [(more: Partial<DiffPage>) => diffText(page(difference, more), { columns: 80, chalk: plain }), (more: Partial<DiffPage>) => diffGithub(page(difference, more))]) {
    const accepting = /^ *accepted: sha256:\w+ to sha256:\w+$/m;
    expect(told({})).not.toMatch(accepting);
    expect(told({ acceptance: { file: 'changes.md', line: null } })).toMatch(accepting);
    expect(told({ acceptance: { file: 'changes.md', line: 7 } })).not.toMatch(accepting);
  }
});

test('a comment is never longer than GitHub takes', () => {
  const longer = { ...now, rules: now.rules.map((rule) => ({ ...rule, because: 'Because it is so. '.repeat(120) })) };
  expect(diffGithub(page(diff(old, longer))).length).toBeLessThan(65_536);
});
