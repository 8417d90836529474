import { lstatSync, readFileSync, readlinkSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../src/model/assessment.ts';
import { folderWith } from './folder.ts';
import { BIN, levelOfCare, MODERATE } from './program.ts';
import { violations } from './schemas.ts';

const FLAGS = Object.entries(MODERATE).flatMap(([question, option]) => [`--${question}`, option]);
const JSON_TEXT = JSON.stringify(MODERATE);
const YAML_TEXT = Object.entries(MODERATE).map(([question, option]) => `${question}: ${option}\n`).join('');

async function assessed(args: readonly string[], input?: string): Promise<Assessment> {
  const { stdout, stderr, exitCode } = await levelOfCare(['assess', '--json', ...args], input === undefined ? {} : { input });
  expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
  const assessment = JSON.parse(stdout) as Assessment;
  expect(await violations('assessment', assessment)).toEqual([]);
  return assessment;
}

describe('answers come in', () => {
  const folder = folderWith({ 'answers.json': JSON_TEXT, 'answers.yaml': YAML_TEXT });

  test.each([
    ['as a JSON file', ['--answers', path.join(folder, 'answers.json')], undefined],
    ['as a YAML file', ['--answers', path.join(folder, 'answers.yaml')], undefined],
    ['as JSON on standard input', ['--answers', '-'], JSON_TEXT],
    ['as YAML on standard input', ['--answers', '-'], YAML_TEXT],
    ['as flags', FLAGS, undefined],
    ['as flags with an equals sign', Object.entries(MODERATE).map(([question, option]) => `--${question}=${option}`), undefined],
  ])('%s, with the same result', async (_how, args, input) => {
    const { answers, level, complete, status } = await assessed(args, input);
    expect({ answers, level, complete, status }).toEqual({ answers: MODERATE, level: 'iop', complete: true, status: 'decided' });
  });

  test('as a file with flags over it', async () => {
    const { answers, level } = await assessed(['--answers', path.join(folder, 'answers.json'), '--severity', 'severe']);
    expect({ answers, level }).toEqual({ answers: { ...MODERATE, severity: 'severe' }, level: 'php' });
  });

  test('in part, with a range instead of a level', async () => {
    const { status, level, range, unanswered } = await assessed(['--partial', '--severity', 'severe']);
    expect({ status, level }).toEqual({ status: 'open', level: null });
    expect(range).toEqual(['php', 'inpatient']);
    expect(unanswered).toContain('safety');
  });

  test('as plain lines of an interview, prompts apart from the result', async () => {
    const { stdout, stderr, exitCode } = await levelOfCare(['--rules', 'tests/fixtures/small.yaml', '--json'], { input: '\n12\n2\n1\nr\n' });
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ answers: { phq: 12, home: 'shaky', wishes: ['sleep'] }, level: 'daily' });
    expect(stderr).toContain('How is home?');
  });

  test('without a verb', async () => {
    const { stdout } = await levelOfCare(['--json', ...FLAGS]);
    expect(JSON.parse(stdout)).toMatchObject({ level: 'iop' });
  });
});

test('missing answers are named, and no level is guessed', async () => {
  const { exitCode, stdout, stderr } = await levelOfCare(['assess', '--severity', 'mild']);
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  for (const question of Object.keys(MODERATE).filter((id) => id !== 'severity')) expect(stderr).toContain(`\`${question}\``);
  expect(stderr).toContain('--partial');
});

describe('an emergency is told although other answers are missing or wrong (H50)', () => {
  const { schedule: _schedule, ...answers } = { ...MODERATE, safety: 'imminent' };
  const file = (change: object): string => path.join(folderWith({ 'answers.json': JSON.stringify({ ...answers, ...change }) }), 'answers.json');

  test.each([
    ['one is missing', () => ['--answers', file({})]],
    ['one of the file is wrong', () => ['--answers', file({ schedule: 'noon' })]],
    ['a flag is wrong', () => ['--safety', 'imminent', '--schedule', 'noon']],
  ])('%s', async (_what, flags) => {
    const { exitCode, stdout, stderr } = await levelOfCare(['assess', ...flags()]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toMatch(/^warning: the answers given point to an emergency\n {2}help: .*911.*988/);
    expect(stderr).toContain('schedule');
  });

  test('and nothing else is called one', async () => {
    const { stderr } = await levelOfCare(['assess', '--safety', 'passive', '--schedule', 'noon']);
    expect(stderr).not.toContain('emergency');
  });
});

describe('a rule set of one\'s own', () => {
  const rules = ['--rules', 'tests/fixtures/small.yaml'];

  test('brings flags for numbers and for several options', async () => {
    const { answers, level, advice } = await assessed([...rules, '--phq', '12', '--home', 'shaky', '--wishes', 'sleep; work']);
    expect(answers).toEqual({ phq: 12, home: 'shaky', wishes: ['sleep', 'work'] });
    expect({ level, advice: advice.map(({ id }) => id) }).toEqual({ level: 'daily', advice: ['sleep-first'] });
    expect(await violations('answers', answers, ...rules)).toEqual([]);
  });

  test('takes "not sure" where it says what that counts as', async () => {
    const { level, notSure } = await assessed([...rules, '--phq', 'not-sure', '--home', 'steady']);
    expect({ level, notSure }).toMatchObject({ level: 'daily', notSure: [{ question: 'phq', countedAs: 15 }] });
    expect(await levelOfCare(['assess', ...rules, '--phq', '1', '--home', 'not-sure'])).toMatchObject({ exitCode: 2, stdout: '' });
  });

  test.each([
    ['a number out of bounds', ['--phq', '28', '--home', 'steady']],
    ['a fraction', ['--phq', '1.5', '--home', 'steady']],
    ['a flag of another rule set', ['--severity', 'mild']],
    ['one question twice', ['--phq', '1', '--home', 'steady', '--home', 'shaky']],
  ])('refuses %s', async (_what, args) => {
    expect(await levelOfCare(['assess', ...rules, ...args])).toMatchObject({ exitCode: 2, stdout: '' });
  });

  test('is refused with all of its problems, each with its place', async () => {
    const text = readFileSync('tests/fixtures/small.yaml', 'utf8').replace('home: shaky }, level: daily', 'hom: shaky }, level: dayly');
    const { exitCode, stdout, stderr } = await levelOfCare(['assess', '--rules', path.join(folderWith({ 'own.yaml': text }), 'own.yaml')]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    const line = text.split('\n').findIndex((each) => each.includes('hom: shaky')) + 1;
    expect(stderr.match(new RegExp(`own\\.yaml:${line}:\\d+: `, 'g'))).toHaveLength(2);
    expect(stderr).toContain('did you mean `home`?');
    expect(stderr).toContain('did you mean `daily`?');
    expect(stderr).toMatch(/\n {2}.*hom: shaky.*\n +\^\n/);
  });
});

describe('bad answers', () => {
  const bad: readonly [string, string | Uint8Array, string][] = [
    ['an unknown question', '{"severty": "mild"}', 'did you mean `severity`?'],
    ['an unknown option', '{"severity": "mildd"}', 'did you mean `mild`?'],
    ['a duplicate key', '{"severity": "mild", "severity": "severe"}', 'severity'],
    ['a duplicate key the other way round', '{"severity": "severe", "severity": "mild"}', 'severity'],
    ['`__proto__`', '{"__proto__": {"severity": "mild"}}', '__proto__'],
    ['`constructor`', '{"constructor": "mild"}', 'constructor'],
    ['a wrong type', '{"severity": 1}', 'severity'],
    ['nothing', '{"severity": null}', 'severity'],
    ['a list for one answer', '{"severity": ["mild"]}', 'severity'],
    ['a list of answers', '["mild"]', 'map'],
    ['broken JSON', '{"severity": "mild"', '1:'],
    ['YAML with an alias', 'severity: &a mild\nhome: *a\n', '1:'],
    ['an empty file', '', ''],
    ['a byte-order mark', '\ufeff{"severity": "mild"}', 'byte-order mark'],
    ['bytes that are not UTF-8', Buffer.from('{"severity": "mi\xffld"}', 'latin1'), '1:17'],
    ['a control character', '{"severity": "mild\u001b[31m"}', 'U+001B'],
    ['a very deep nest', '['.repeat(100_000), ''],
    ['more than a megabyte', `{"severity": "${'x'.repeat(1024 * 1024)}"}`, '1 MiB'],
  ];

  test.each(bad)('with %s are refused, from a file and from standard input', async (_what, content, hint) => {
    const file = path.join(folderWith({ answers: content }), 'answers');
    for (const run of [levelOfCare(['assess', '--partial', '--answers', file]), levelOfCare(['assess', '--partial', '--answers', '-'], { input: content })]) {
      const { exitCode, stdout, stderr } = await run;
      expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
      expect(stderr).toContain(hint);
      expect(stderr).not.toMatch(/[^\n\P{Cc}]/u);
      expect(stderr).not.toMatch(/ {4}at /);
    }
  });

  test('problems of the file and of the flags come at once', async () => {
    const file = path.join(folderWith({ 'a.json': '{"hom": "stable"}' }), 'a.json');
    const { stderr } = await levelOfCare(['assess', '--answers', file, '--severity', 'mildd']);
    expect(stderr).toContain('`hom`');
    expect(stderr).toContain('`--severity`');
  });

  test('the other answers on the line of a mistake are not shown (H30)', async () => {
    const { stderr, exitCode } = await levelOfCare(['assess', '--answers', '-'], { input: '{"goals": ["marker-7f3a"], "safety": "imminent", "hom": "stable"}' });
    expect(exitCode).toBe(2);
    expect(stderr).not.toContain('imminent');
  });

  test.each([
    ['a folder', '.', 'is a folder'],
    ['a missing file', 'no-such-file.json', 'there is no file'],
    ['a name with an escape', 'a\u001b[31mb.json', '\\u001b[31m'],
  ])('%s is refused', async (_what, file, hint) => {
    const { exitCode, stdout, stderr } = await levelOfCare(['assess', '--answers', file]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(hint);
    expect(stderr).not.toContain('\u001b');
  });
});

describe('--output', () => {
  test('writes a file that only its owner can read, whatever the mask and whatever stood there (H29)', async () => {
    const folder = folderWith({ 'there.json': 'old' });
    const script = (file: string): string => `umask 000; exec "$0" "$1" assess --json --output "${path.join(folder, file)}" ${FLAGS.join(' ')}`;
    const { execa } = await import('execa');
    for (const file of ['new.json', 'there.json']) {
      const { stdout } = await execa('sh', ['-c', script(file), process.execPath, BIN]);
      expect(stdout).toBe('');
      expect(statSync(path.join(folder, file)).mode & 0o777).toBe(0o600);
      expect(JSON.parse(readFileSync(path.join(folder, file), 'utf8'))).toMatchObject({ level: 'iop' });
    }
  });

  test('never writes through a link (H29)', async () => {
    const folder = folderWith({ target: 'kept' });
    symlinkSync('target', path.join(folder, 'link'));
    const { exitCode, stderr } = await levelOfCare(['assess', '--output', 'link', ...FLAGS], { cwd: folder });
    expect({ exitCode, target: readFileSync(path.join(folder, 'target'), 'utf8'), link: readlinkSync(path.join(folder, 'link')) }).toEqual({ exitCode: 2, target: 'kept', link: 'target' });
    expect(stderr).toContain('symbolic link');
  });

  test.each([
    ['a folder', '.'],
    ['a folder that is not there', 'nowhere/result.txt'],
    ['a device', '/dev/null'],
  ])('refuses %s', async (_what, file) => {
    expect(await levelOfCare(['assess', '--output', file, ...FLAGS])).toMatchObject({ exitCode: 2, stdout: '', stderr: expect.stringContaining('error: ') as string });
    expect(lstatSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  test('writes nothing when the answers are wrong', async () => {
    const folder = folderWith();
    await levelOfCare(['assess', '--output', 'result.txt', '--severity', 'mildd'], { cwd: folder });
    expect(lstatSync(path.join(folder, 'result.txt'), { throwIfNoEntry: false })).toBeUndefined();
  });

  test('the text in a file has no colours', async () => {
    const folder = folderWith();
    await levelOfCare(['assess', '--output', 'result.txt', ...FLAGS], { cwd: folder, env: { FORCE_COLOR: '1' } });
    expect(readFileSync(path.join(folder, 'result.txt'), 'utf8')).not.toContain('\u001b');
  });
});

test('the text for a person holds the level, the reasons and the crisis line', async () => {
  const { stdout, exitCode } = await levelOfCare(['assess', ...FLAGS]);
  expect(exitCode).toBe(0);
  expect(stdout).toContain('(IOP)');
  expect(stdout).toContain('988');
});
