import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith } from './folder.ts';
import { levelOfCare, ROOT } from './program.ts';
import { violations } from './schemas.ts';

const SMALL = readFileSync(path.join(ROOT, 'tests/fixtures/small.yaml'), 'utf8');
/** Lowers 10 to 14 with a home that does not help, and raises nobody. */
const LOWERED = SMALL.replace('phq: { atLeast: 10 }, home: shaky', 'phq: { atLeast: 15 }, home: shaky');
const RAISED = SMALL.replace('phq: { atLeast: 10 }, home: shaky', 'phq: { atLeast: 9 }, home: shaky');
const WORDED = SMALL.replace('because: The total is high.', 'because: The total is too high.');

const RECORDS = [
  { id: 'a', phq: 9, home: 'steady' },
  { id: 'b', phq: 12, home: 'shaky' },
  { id: 3, phq: 9, home: 'shaky' },
  { phq: 14, home: 'shaky', wishes: ['sleep'] },
];

const FILES = { 'old.yaml': SMALL, 'lowered.yaml': LOWERED, 'raised.yaml': RAISED, 'worded.yaml': WORDED, 'same.yaml': `# a comment\n${SMALL}`, 'records.ndjson': ndjson(RECORDS) };

function ndjson(records: readonly unknown[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join('');
}

function diff(words: readonly string[], files: Readonly<Record<string, string>> = {}) {
  return levelOfCare(['rules', 'diff', ...words], { cwd: folderWith({ ...FILES, ...files }) });
}

async function exitOf(...words: readonly string[]): Promise<number | undefined> {
  return (await diff(words)).exitCode;
}

async function value(words: readonly string[], files?: Readonly<Record<string, string>>): Promise<unknown> {
  const { stdout } = await diff([...words, '--json'], files);
  const parsed = JSON.parse(stdout) as unknown;
  expect(await violations('rules-diff', parsed)).toEqual([]);
  return parsed;
}

describe('rules diff', () => {
  test('says how many answer sets change, which, by which rule, with answers that show it', async () => {
    const { exitCode, stdout, stderr } = await diff(['old.yaml', 'lowered.yaml']);
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: '' });
    for (const piece of ['Of 56 answer sets, 5 change', '5 are LOWERED', 'phq 10 to 14, home shaky', 'home-and-total', '{ phq: 10, home: shaky }']) expect(stdout).toContain(piece);
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  test('prints the same as JSON, valid against its schema', async () => {
    expect(await value(['old.yaml', 'lowered.yaml'])).toMatchObject({
      schemaVersion: 1,
      old: { file: 'old.yaml', id: 'small' },
      new: { file: 'lowered.yaml' },
      changed: true,
      effect: { how: 'counted', whole: true, compared: '56', changed: '5', lowered: '5', moves: [{ from: 'daily', to: 'visits', count: '5', elsewhere: '0', regions: [{ when: { phq: [10, 11, 12, 13, 14], home: ['shaky'] } }] }] },
      versionRaised: { least: '2.0.0', enough: false },
      parts: [{ part: 'rule', id: 'home-and-total', fields: [{ field: 'when' }] }],
    });
  });

  test('prints Markdown for a pull request, whatever the texts hold', async () => {
    const { stdout } = await diff(['old.yaml', 'worded.yaml', '--format', 'github'], { 'worded.yaml': WORDED.replace('too high.', "too '```' high <b>.") });
    expect(stdout).toContain('**None of 56 answer sets changes level or urgency.**');
    expect(stdout).toMatch(/^````diff$/m);
    expect(stdout).not.toMatch(/^<b>/m);
  });

  test.each(['adult', 'gad-7'])('takes a built-in rule set by its name: %s', async (name) => {
    expect(await value([name, path.join(ROOT, `rules/${name}.yaml`)])).toMatchObject({ changed: false, effect: { how: 'counted', changed: '0' }, parts: [] });
  });
});

describe('exit codes', () => {
  test.each([
    ['old.yaml', [0, 0, 0, 0]],
    ['same.yaml', [0, 0, 0, 0]],
    ['worded.yaml', [1, 0, 0, 0]],
    ['raised.yaml', [1, 1, 0, 0]],
    ['lowered.yaml', [1, 1, 1, 0]],
  ] as const)('%s', async (file, expected) => {
    const exits = await Promise.all(['any', 'outcome', 'lowered', 'never'].map((failOn) => exitOf('old.yaml', file, '--fail-on', failOn)));
    expect(exits).toEqual(expected);
    expect(await exitOf('old.yaml', file)).toBe(expected[0]);
  });

  test.each([
    [['old.yaml'], 'bad-usage'],
    [['old.yaml', 'same.yaml', 'raised.yaml'], 'bad-usage'],
    [['--base', 'main', 'old.yaml', 'same.yaml'], 'bad-usage'],
    [['old.yaml', 'missing.yaml'], 'there is no file'],
    [['old.yaml', 'records.ndjson'], 'records.ndjson:'],
    [['old.yaml', 'same.yaml', '--fail-on', 'some'], '--fail-on'],
    [['main:old.yaml', 'old.yaml'], 'git'],
    [['--base', '', 'old.yaml'], 'git'],
  ])('2 for %j', async (words, said) => {
    const { exitCode, stdout, stderr } = await diff(words);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(said === 'bad-usage' ? 'rules diff' : said);
  });
});

describe('versions in git', () => {
  const folder = folderWith({ 'rules.yaml': SMALL });
  const git = (...args: readonly string[]) => execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.org', ...args], { cwd: folder, stdio: 'ignore' });
  git('init', '-b', 'main');
  git('add', '.');
  git('commit', '-m', 'first');
  writeFileSync(path.join(folder, 'rules.yaml'), LOWERED);

  test.each([[['main:rules.yaml', 'rules.yaml']], [['HEAD:./rules.yaml', 'rules.yaml']], [['--base', 'main', 'rules.yaml']], [['--base=HEAD', path.join(folder, 'rules.yaml')]]])('%j', async (words) => {
    const { exitCode, stdout } = await levelOfCare(['rules', 'diff', ...words, '--json'], { cwd: folder });
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ effect: { changed: '5', lowered: '5' } });
  });

  test('what git does not know is invalid input', async () => {
    for (const words of [['mian:rules.yaml', 'rules.yaml'], ['main:rule.yaml', 'rules.yaml'], ['--base', 'mian', 'rules.yaml'], ['--base', '--output=x', 'rules.yaml']]) {
      const { exitCode, stdout, stderr } = await levelOfCare(['rules', 'diff', ...words], { cwd: folder });
      expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
      expect(stderr).toContain(words.join(' ').includes('mian') ? 'no revision `mian`' : words.join(' ').includes('rule.yaml') ? 'no file `rule.yaml`' : 'no revision');
    }
  });
});

describe('--on', () => {
  test('tells which records change', async () => {
    expect(await value(['old.yaml', 'lowered.yaml', '--on', 'records.ndjson'])).toMatchObject({
      effect: { how: 'records', file: 'records.ndjson', compared: '4', changed: '2', lowered: '2', rejected: '0', records: [{ line: 2, id: 'b', lowered: true }, { line: 4, id: null }] },
    });
    expect(await exitOf('old.yaml', 'lowered.yaml', '--on', 'records.ndjson', '--fail-on', 'lowered')).toBe(1);
    expect(await exitOf('old.yaml', 'raised.yaml', '--on', 'records.ndjson', '--fail-on', 'lowered')).toBe(0);
    expect((await diff(['old.yaml', 'raised.yaml', '--on', 'records.ndjson'])).stdout).toContain('line 3 (id 3): visits, routine to daily, routine');
  });

  test('a line that holds no record is told, and keeps the exit code from being 0', async () => {
    const records = `${ndjson(RECORDS.slice(0, 1))}not json\n{"phq": 99, "home": "steady"}\n{"phq": 1, "hmoe": "steady"}\n\n`;
    const { exitCode, stdout } = await diff(['old.yaml', 'same.yaml', '--on', 'records.ndjson', '--fail-on', 'never'], { 'records.ndjson': records });
    expect(exitCode).toBe(1);
    for (const line of [2, 3, 4, 5]) expect(stdout).toContain(`line ${line}: `);
    expect(stdout).not.toContain('99');
  });

  test('a record that lacks an answer which only one version asks is compared where that does not matter', async () => {
    const asks = SMALL.replace('  - id: wishes', '  - id: way\n    text: Can you get there?\n    kind: preference\n    options: [{ id: with-ease, text: With ease }, { id: hardly, text: Hardly }]\n  - id: wishes');
    const now = asks.replace('rules:\n', 'rules:\n  - { id: no-way, when: { way: hardly, phq: { atLeast: 12 } }, level: daily, because: It is far., sources: [book] }\n');
    expect(await value(['old.yaml', 'asks.yaml', '--on', 'records.ndjson'], { 'asks.yaml': now })).toMatchObject({
      // The two at 9 hang on nothing; of the others, home decides before the way does.
      effect: { compared: '4', changed: '0', notCompared: '0' },
    });
    const far = ndjson([{ phq: 12, home: 'steady' }]);
    expect(await value(['old.yaml', 'asks.yaml', '--on', 'records.ndjson'], { 'asks.yaml': now, 'records.ndjson': far })).toMatchObject({ effect: { compared: '0', notCompared: '1' } });
  });

  test('an answer under the old name of a question and one under the new are one too many', async () => {
    const renamed = SMALL.replaceAll('home', 'house').replace('How is house?', 'How is home?');
    const records = ndjson([{ phq: 9, house: 'steady' }, { phq: 9, home: 'steady' }, { phq: 9, home: 'steady', house: 'shaky' }]);
    const { exitCode, stdout } = await diff(['old.yaml', 'renamed.yaml', '--on', 'records.ndjson', '--fail-on', 'never'], { 'renamed.yaml': renamed, 'records.ndjson': records });
    expect(exitCode).toBe(1);
    expect(stdout).toContain('line 3: `house` has an answer under its other name, too');
    expect(stdout).not.toMatch(/line [12]: /);
  });

  test('an empty file is invalid input', async () => {
    expect((await diff(['old.yaml', 'same.yaml', '--on', 'records.ndjson'], { 'records.ndjson': '' })).exitCode).toBe(2);
  });
});

describe('--accept', () => {
  test('a change is accepted by a line that names both digests, and by no other', async () => {
    const { stdout } = await diff(['old.yaml', 'lowered.yaml', '--json']);
    const { old, new: now } = JSON.parse(stdout) as { readonly old: { readonly digest: string }; readonly new: { readonly digest: string } };
    const accepting = (text: string) => diff(['old.yaml', 'lowered.yaml', '--accept', 'changes.md', '--json'], { 'changes.md': text });
    const [before, after] = [old, now].map(({ digest }) => digest.slice(0, 'sha256:'.length + 16));
    const line = `accepted: ${before} to ${after}`;
    const accepted = await accepting(`# Changes\n\n- ${line}, by two clinicians\n`);
    expect([accepted.exitCode, JSON.parse(accepted.stdout)]).toEqual([0, expect.objectContaining({ acceptance: { file: 'changes.md', line: 3 } })]);
    for (const other of ['', `${after}\n`, `accepted: ${after} to ${before}\n`, `not ${line}\n`]) {
      const refused = await accepting(other);
      expect([refused.exitCode, JSON.parse(refused.stdout)]).toEqual([1, expect.objectContaining({ acceptance: { file: 'changes.md', line: null } })]);
    }
  });

  test('the report holds the line to add', async () => {
    const { stdout } = await diff(['old.yaml', 'raised.yaml', '--accept', 'changes.md', '--format', 'github'], { 'changes.md': '' });
    const report = await diff(['old.yaml', 'raised.yaml', '--accept', 'changes.md'], { 'changes.md': stdout });
    expect(report.exitCode).toBe(0);
  });

  test('the file is needed only when something changed', async () => {
    expect(await exitOf('old.yaml', 'same.yaml', '--accept', 'missing.md')).toBe(0);
    expect(await exitOf('old.yaml', 'raised.yaml', '--accept', 'missing.md')).toBe(2);
  });
});
