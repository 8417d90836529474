import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { check } from '../src/analysis/check.ts';
import { example, spaceOf, statement } from '../src/analysis/space.ts';
import { RESULT_FORMATS } from '../src/commands/result.ts';
import { assess } from '../src/engine/assess.ts';
import { checkAnswers } from '../src/language/answers.ts';
import { readRuleSet } from '../src/language/rule-set.ts';
import type { Problem } from '../src/model/problem.ts';
import type { RuleSet } from '../src/model/rule-set.ts';
import { folderWith } from './cli/folder.ts';
import { onSource } from './cli/on-source.ts';
import { built, MODERATE, ROOT } from './cli/program.ts';
import { adult, adultWithPlaces } from './rule-sets.ts';

/** Controls of docs/hazards.md that no other test shows. */
const ruleSet = adult();
const TEXT = readFileSync(path.join(ROOT, 'rules/adult.yaml'), 'utf8');

/** What a slip of one finger makes of a word: a letter left out, doubled, swapped with the next, or another. */
function slips(word: string): readonly string[] {
  const at = (index: number): string => word[index] ?? '';
  const made = Array.from(word, (_, index) => {
    const [before, after] = [word.slice(0, index), word.slice(index + 1)];
    return [before + after, before + at(index) + at(index) + after, before + at(index + 1) + at(index) + after.slice(1), `${before}x${after}`];
  }).flat();
  return [...new Set(made)].filter((slip) => slip !== word && slip !== '');
}

function problemsOf(given: Readonly<Record<string, unknown>>): readonly Problem[] {
  const read = checkAnswers(ruleSet, Object.entries(given).map(([question, value]) => ({ question, value })));
  return read.ok ? [] : read.problems;
}

describe('a slip of one letter', () => {
  test('in the id of any question is refused, and names it (H06)', () => {
    const { questions } = ruleSet;
    const ids = new Set(questions.map(({ id }) => id));
    const taken = questions.flatMap(({ id }) =>
      slips(id)
        .filter((slip) => !ids.has(slip))
        .filter((slip) => !problemsOf({ ...MODERATE, [slip]: 'x' }).some(({ code, message, help = '' }) => code === 'unknown-question' && message.includes(`\`${slip}\``) && help.includes(id))),
    );
    expect(taken).toEqual([]);
  });

  test('in any option is refused, and names what is valid (H07)', () => {
    const taken = ruleSet.questions.flatMap((question) => {
      const options = question.type === 'choice' ? question.options.map(({ id }) => id) : [];
      const valid = [...options, ...(question.notSure === undefined ? [] : ['not-sure'])];
      return valid.flatMap((option) =>
        slips(option)
          .filter((slip) => !valid.includes(slip))
          .filter((slip) => {
            const value = question.type === 'choice' && question.several ? [slip] : slip;
            return !problemsOf({ ...MODERATE, [question.id]: value }).some(({ code, help = '' }) => code === 'unknown-option' && valid.every((id) => help.includes(id)));
          }),
      );
    });
    expect(taken).toEqual([]);
  });

  test.each(['id', 'when', 'level', 'because', 'sources'])('in the key `%s` is refused, rule by rule (H11)', (key) => {
    const [before = '', rules = '', after = ''] = TEXT.split(/^(?=rules:|advice:)/m);
    const misspelt = rules.replaceAll(new RegExp(`^( {2}- | {4})${key}:`, 'gm'), `$1${key}x:`);
    const read = readRuleSet(before + misspelt + after, 'misspelt.yaml');
    const found = (read.ok ? [] : read.problems).filter(({ code }) => code === 'unknown-key' || code === 'missing-key');
    expect(found.filter(({ code }) => code === 'unknown-key')).toHaveLength(ruleSet.rules.length);
    expect(found.filter(({ code }) => code === 'missing-key')).toHaveLength(ruleSet.rules.length);
  });

  test('in a question of any condition is refused (H11)', () => {
    const missed = ruleSet.questions.flatMap(({ id }) => {
      const misspelt = TEXT.replaceAll(new RegExp(`([{ ,]|^ +)${id}: (?=[a-z[{])`, 'gm'), `$1${id}x: `);
      return misspelt === TEXT || !readRuleSet(misspelt, 'misspelt.yaml').ok ? [] : [id];
    });
    expect(missed).toEqual([]);
  });
});

/** The errors that a check finds on a changed copy of the adult rule set. */
function errorsOf(changed: RuleSet, today = '2026-12-01'): readonly string[] {
  return check(changed, { placeOf: adultWithPlaces().placeOf, today })
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ code }) => code);
}

describe('a copy of the rule set in which safety is weakened does not pass (H12)', () => {
  const emergencies = ruleSet.rules.filter(({ urgency }) => urgency === 'emergency');

  test.each(emergencies.filter(({ id }) => ['intent-plan-or-attempt', 'dangerous-withdrawal'].includes(id)).map(({ id }) => id))('%s', (id) => {
    const without = ruleSet.rules.filter((rule) => rule.id !== id);
    const softened = ruleSet.rules.map((rule) => (rule.id === id ? { ...rule, urgency: 'soon' as const } : rule));
    for (const rules of [without, softened]) expect(errorsOf({ ...ruleSet, rules })).toContain('property-fails');
  });
});

test('no rule changes in silence: the changelog names the version and the digest of the adult rule set (H13)', () => {
  const { version, digest } = ruleSet;
  expect(readFileSync(path.join(ROOT, 'CHANGELOG.md'), 'utf8'), 'the rules or their texts have changed: say so in CHANGELOG.md, with a star where a level or an urgency can change, and raise the version').toContain(`adult ${version} ${digest}`);
});

test('a crisis number that was not checked again in time is an error (H18)', async () => {
  const epoch = (days: number): string => String(Date.parse(`${ruleSet.contacts[0]?.checked}T12:00:00Z`) / 1000 + days * 86_400);
  expect(await built(['rules', 'check'], { env: { SOURCE_DATE_EPOCH: epoch(10) } })).toMatchObject({ exitCode: 0 });
  const { exitCode, stdout } = await built(['rules', 'check', '--json'], { env: { SOURCE_DATE_EPOCH: epoch(200) } });
  expect(exitCode).toBe(1);
  expect(stdout.match(/"contact-stale"/g)).toHaveLength(ruleSet.contacts.length);
});

test('the first help named is the local emergency number, and help outside the US is named, too (H19)', () => {
  for (const answers of [{}, MODERATE, { ...MODERATE, age: 'under-18' }]) {
    const [first, ...others] = assess(ruleSet, answers).contacts.filter(({ crisis }) => crisis);
    expect(first?.how).toContain('local emergency number');
    expect(others.map(({ id }) => id)).toContain('outside-the-us');
  }
});

test.each([
  ['withdrawal that can be a danger', { test: 'option', question: 'detox', options: ['possible', 'likely', 'dangerous'] }, /^Do not stop drinking or taking sedatives suddenly/],
  ['an unstable body or pregnancy with use', { test: 'option', question: 'medical', options: ['unstable'] }, /pregnant.*Do not stop suddenly/],
  ['a health problem', { test: 'option', question: 'medical', options: ['managed'] }, /doctor/],
] as const)('every result with %s says so and names a doctor, over all answer sets (H23)', (_what, condition, wanted) => {
  const saying = ruleSet.advice.filter(({ say }) => wanted.test(say));
  expect(saying.length).toBeGreaterThan(0);
  const space = { ...spaceOf(ruleSet), inScope: [] };
  expect(example(space, [statement(ruleSet, condition)], saying.map(({ when }) => statement(ruleSet, when)))).toBeUndefined();
});

describe('a valid answer appears in no error about another one (H30)', () => {
  const MARKER = 'marker-7f3a';
  const small = readFileSync(path.join(ROOT, 'tests/fixtures/small.yaml'), 'utf8').replaceAll('steady', MARKER);
  const folder = folderWith({
    'rules.yaml': small,
    'wrong.json': `{"home": "${MARKER}", "phq": "x"}`,
    'wrong.yaml': `{ home: ${MARKER}, phq: x }`,
    'broken.json': `{"home": "${MARKER}", "phq": `,
    'broken.yaml': `home: ${MARKER}\nphq: [`,
    'right.json': `{"home": "${MARKER}", "phq": 1}`,
    'records.ndjson': `{"home": "${MARKER}", "phq": "x"}\n{"home": "${MARKER}"\n{"id": {"home": "${MARKER}"}, "phq": 1}\n`,
    'records.csv': `phq,home\nx,${MARKER}\n1,${MARKER},\n1,"${MARKER}\n`,
  });

  test.each([
    ['assess', '--answers', 'wrong.json'],
    ['assess', '--answers', 'wrong.yaml'],
    ['assess', '--answers', 'broken.json'],
    ['assess', '--answers', 'broken.yaml'],
    ['assess', `--home=${MARKER}`, '--phq=x'],
    ['assess', '--answers', 'right.json', '--output', 'nowhere/result.txt'],
    ['assess', '--answers', 'right.json', '--form', 'text'],
    ['batch', 'records.ndjson'],
    ['batch', 'records.csv'],
  ])('%s %s %s', async (...args) => {
    const { exitCode, stdout, stderr } = await onSource([...args, '--rules', 'rules.yaml'], ROOT, { cwd: folder });
    expect(exitCode).not.toBe(0);
    expect(`${stdout}${stderr}`).not.toContain(MARKER);
  });
});

test('README and the help of `assess` say who can see what is typed as a flag (H27)', async () => {
  for (const text of [readFileSync(path.join(ROOT, 'README.md'), 'utf8'), (await built(['assess', '--help'])).stdout]) {
    expect(text.replaceAll(/\s+/g, ' ')).toMatch(/stay in the (shell's history|history of the shell).*a file or (a pipe|standard input)/i);
  }
});

test.each(['text', 'json', ...RESULT_FORMATS])('as %s a result says that it is no diagnosis and that a professional decides, and shows its answers and rules (H25, H26)', async (format) => {
  const { exitCode, stdout } = await built(['assess', '--format', format, ...Object.entries(MODERATE).map(([id, option]) => `--${id}=${option}`)]);
  expect(exitCode).toBe(0);
  const words = stdout.replaceAll(/\s+/g, ' ');
  expect(words).toContain('This is not a diagnosis');
  expect(words).toContain('licensed professional');
  expect(words).toContain(ruleSet.digest.slice(0, 'sha256:'.length + 12));
  expect(words).toMatch(/moderate|the basics/);
});

test('the built program holds no network code (H31)', () => {
  const files = readdirSync(path.join(ROOT, 'dist'), { recursive: true, encoding: 'utf8' }).filter((name) => /\.c?js$/.test(name));
  expect(files.length).toBeGreaterThan(10);
  const network = /["'](?:node:)?(?:https?|http2|net|tls|dns|dgram|inspector)(?:\/\w+)?["']|\b(?:fetch|WebSocket|EventSource|XMLHttpRequest|sendBeacon)\s*\(/;
  expect(files.filter((name) => network.test(readFileSync(path.join(ROOT, 'dist', name), 'utf8')))).toEqual([]);
});
