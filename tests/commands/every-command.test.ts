import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith } from '../cli/folder.ts';
import { onSource, problemsOnSource } from '../cli/on-source.ts';
import { ROOT } from '../cli/program.ts';

const SMALL = readFileSync(path.join(ROOT, 'tests/fixtures/small.yaml'), 'utf8');
const CASES = `ruleSet: ./small.yaml
cases:
  - { name: a calm home, answers: { phq: 3, home: steady }, tags: [calm], expect: { level: visits, decidedBy: [start], range: [visits, visits], advice: [] } }
  - { name: a high total, answers: { phq: 20, home: steady }, tags: [hard], expect: { level: visits, urgency: soon, decidedBy: [start] } }
  - { name: after a high total, answers: { phq: 12, home: shaky }, expect: { status: decided } }
`;
const FILES = {
  'small.yaml': SMALL,
  'lowered.yaml': SMALL.replace('phq: { atLeast: 10 }, home: shaky', 'phq: { atLeast: 15 }, home: shaky'),
  'gap.yaml': SMALL.replace('phq: { atLeast: 0 }', 'phq: { atLeast: 1 }'),
  'broken.yaml': SMALL.replace('version: 1.0.0', 'version: one'),
  'small.cases.yaml': CASES,
  'table.csv': 'id,phq,home,wishes\na,3,steady,sleep;work\nb,,"shaky",\nc,3,steady\n',
  'records.ndjson': '{"id":"a","phq":12,"home":"shaky"}\n{"phq":3,"home":"steady"}\n',
  'answers.yaml': 'phq: 12\nhome: shaky\nwishes: [sleep]\n',
  'wrong.json': '{"phq":12,"home":"shakey"}',
  'good.csv': 'phq,home\n3,steady\n"12","shaky"\n',
  'columns.csv': 'phq,hoem,phq\n3,steady,4\n',
  'empty.ndjson': '',
  'none.cases.yaml': 'ruleSet: ./small.yaml\ncases: []\n',
  'adults.ndjson': '{"name":"a youth","answers":{"age":"under-18"},"expect":{"status":"out-of-scope"}}\n',
  'small.es.yaml': 'ruleSet: other\n',
};

/** Runs a command line, given as one text, in a folder with these files. */
function run(line: string, input?: string) {
  return onSource(line.split(' '), ROOT, { cwd: folderWith(FILES), ...(input !== undefined && { input }) });
}

/** What a command line prints, its exit code, and pieces of its standard output. */
type Row = readonly [line: string, exitCode: number, pieces: readonly string[]];

const RESULTS: readonly Row[] = [
  ['assess --rules small.yaml --answers answers.yaml --json', 0, ['"level": "daily"']],
  ['assess --rules small.yaml --answers answers.yaml --explain visits', 0, ['Home does not help.', 'Ask about sleep.']],
  ['assess --rules small.yaml --answers answers.yaml --format markdown', 0, ['# A small rule set']],
  ['assess --rules small.yaml --answers answers.yaml --format html', 0, ['<title>A small rule set</title>']],
  ['assess --rules small.yaml --answers answers.yaml --format fhir', 0, ['"resourceType": "Bundle"']],
  ['assess --rules small.yaml --phq 12 --home shaky --wishes sleep;work', 0, ['Day care']],
  ['assess --rules small.yaml --phq not-sure --partial --json', 0, ['"status": "open"', '"nextQuestion": ']],
  ['assess --rules small.yaml --phq 12 --partial --explain visits --json', 0, ['"explain": null']],
  ['assess --rules phq-9 --help', 0, ['Usage:', '--explain']],
  ['batch --rules small.yaml table.csv', 1, ['{"line":2,"id":"a","status":"decided","level":"visits"', '"line":3,"id":"b","error":{"code":"unanswered"', 'there are 3 cells on the line, and 4 in the header']],
  ['batch --rules small.yaml table.csv --partial --format csv --jobs 1', 1, ['line,id,status', 'decided,visits,']],
  ['batch --rules small.yaml good.csv', 0, ['"level":"visits"', '"level":"daily"']],
  ['questions --rules small.yaml', 0, ['What is the total?']],
  ['questions --rules small.yaml --json', 0, ['"options": [']],
  ['questions --rules small.yaml --format fhir', 0, ['"resourceType": "Questionnaire"']],
  ['levels --rules small.yaml', 0, ['Visits', 'Day care']],
  ['levels --rules small.yaml --json daily', 0, ['"id": "daily"']],
  ['schema answers --rules small.yaml', 0, ['"$schema"', '"phq"']],
  ['manual', 0, ['.TH LEVEL', 'rules check']],
  ['completion bash', 0, ['complete ']],
  ['rules export --rules small.yaml --to sql --dialect postgres', 0, ["'home-and-total'"]],
  ['rules export --rules small.yaml --to csv', 0, ['rule,home-and-total,daily']],
  ['rules check', 0, ['rules/adult.yaml']],
  ['rules check small.yaml', 0, ['proved over all 56 answer sets']],
  ['rules check adult --strict', 0, ['properties']],
  ['rules check gap.yaml', 1, ['no rule covers']],
  ['rules check gap.yaml --json', 1, ['"code": "gap"']],
  ['rules check gap.yaml broken.yaml --format sarif', 2, ['"ruleId": "bad-version"', '"ruleId": "gap"']],
  ['rules check gap.yaml --format github', 1, ['::error ']],
  ['rules test', 0, ['0 failed']],
  ['rules test audit-c', 0, ['0 failed']],
  ['rules test adults.ndjson', 0, ['1 passed, 0 failed']],
  ['rules test small.cases.yaml', 1, ['level: expected visits, received daily', '2 passed, 1 failed']],
  ['rules test small.cases.yaml --json --tag calm --coverage', 0, ['"percent"']],
  ['rules test small.cases.yaml --tag calm --suggest 2 --min-coverage 50', 1, ['1 passed, 0 failed', 'answers:']],
  ['rules test small.cases.yaml --format junit --bail', 1, ['<skipped/>']],
  ['rules test small.cases.yaml --format tap -t high', 1, ['not ok 1 - a high total']],
  ['rules test small.cases.yaml --format github -t /^after/', 0, ['1 passed, 0 failed']],
  ['rules diff small.yaml lowered.yaml', 1, ['5 are LOWERED']],
  ['rules diff small.yaml lowered.yaml --json --fail-on outcome', 1, ['"lowered": "5"']],
  ['rules diff small.yaml lowered.yaml --format github --fail-on lowered', 1, ['> [!CAUTION]']],
  ['rules diff small.yaml lowered.yaml --fail-on never', 0, ['LOWERED']],
  ['rules diff small.yaml small.yaml', 0, ['None of 56']],
  ['rules diff small.yaml lowered.yaml --on records.ndjson', 1, ['Of 2 records, 1 changes']],
];

describe('prints', () => {
  test.each(RESULTS)('%s', async (line, exitCode, pieces) => {
    const ended = await run(line);
    expect({ exitCode: ended.exitCode, missing: pieces.filter((piece) => !ended.stdout.includes(piece)) }).toEqual({ exitCode, missing: [] });
  });
});

/** What a command line is refused for, and pieces of what is said. */
const REFUSALS: readonly (readonly [line: string, codes: readonly string[], pieces: readonly string[]])[] = [
  ['assess --rules small.yaml --answers wrong.json', ['unknown-option'], ['wrong.json:1:', 'shaky']],
  ['assess --rules small.yaml --answers nothing.json', ['cannot-read'], ['there is no file']],
  ['assess --rules small.yaml --phq 12', ['unanswered'], ['no answer to `home`']],
  ['assess --rules small.yaml --phq 12 --explain dayly', ['unknown-level'], ['error: there is no level `dayly`\n  help: did you mean `daily`?']],
  ['assess --rules small.yaml --phq 12 --home steady --home shaky', ['not-several'], ['`--home` takes one answer']],
  ['assess --rules small.yaml --phq 12.5 --home steady', ['wrong-type'], ['`--phq` takes a whole number']],
  ['assess --rules small.yaml --phq 12x --home steady', ['wrong-type'], ['`--phq` takes a whole number']],
  ['assess --rules small.yaml --phq x12 --home steady', ['wrong-type'], ['`--phq` takes a whole number']],
  ['assess --answers one.json --answers two.json', ['bad-usage'], ['`--answers` stands twice\n  help: it takes one value']],
  ['assess --answers', ['bad-usage'], ['argument missing\n  help: `level-of-care assess --help` shows what it takes']],
  ['assess --nothing-like-it', ['unknown-flag'], ['there is no flag `--nothing-like-it` here\n  help: `level-of-care assess --help` shows what it takes']],
  ['assess --hepl', ['unknown-flag'], ['there is no flag `--hepl` here\n  help: did you mean `--help`?']],
  ['assess --no-colour', ['unknown-flag'], ['did you mean `--no-color`?']],
  ['nothing-like-it', ['unknown-command'], ['there is no command `nothing-like-it`\n  help: valid: assess, batch']],
  ['rules chek', ['unknown-command'], ['there is no command `chek`\n  help: did you mean `check`?']],
  ['rules check --nothing-like-it', ['unknown-flag'], ['help: `level-of-care rules check --help` shows what it takes']],
  ['batch --rules small.yaml columns.csv', ['unknown-question', 'duplicate-key'], ['columns.csv:1:1: the column `hoem` is no question', 'the column `phq` stands twice']],
  ['rules diff small.yaml lowered.yaml --on empty.ndjson', ['empty'], ['there is no record in']],
  ['batch empty.ndjson', ['empty'], ['there is no record in `empty.ndjson`']],
  ['batch --rules small.yaml --jobs 1.5 table.csv', ['bad-usage'], ['It is not a whole number.']],
  ['batch --rules small.yaml --jobs 99 table.csv', ['bad-usage'], ['It is not a number from 1 to 64.']],
  ['batch --rules small.yaml --jobs= table.csv', ['bad-usage'], ['It is not a number from 1 to 64.']],
  ['levels --rules small.yaml dayly', ['unknown-level'], ['did you mean `daily`?']],
  ['completion', ['bad-usage'], ['name one shell']],
  ['completion bash zsh', ['bad-usage'], ['name one shell']],
  ['completion bsh', ['bad-usage'], ['there is no completion for `bsh`\n  help: did you mean `bash`?']],
  ['schema answer', ['bad-usage'], ['did you mean `answers`?']],
  ['rules check broken.yaml', ['bad-version'], ['broken.yaml:2:']],
  ['rules test small.cases.yaml -t nobody --tag calm', ['no-cases'], ['none of 3 cases has the name `nobody` and the tag `calm`']],
  ['rules test small.cases.yaml --tag one --tag two', ['no-cases'], ['none of 3 cases has the tag `one` or `two`']],
  ['rules test small.cases.yaml -t nobody', ['no-cases'], ['none of 3 cases has the name `nobody`\n']],
  ['rules test none.cases.yaml', ['too-few'], ['none.cases.yaml:2:']],
  ['rules test empty.ndjson', ['no-cases'], ['there are no cases']],
  ['rules test small.cases.yaml -t /(/', ['bad-usage'], ['is not a regular expression\n  help: write a backslash']],
  ['rules diff small.yaml', ['bad-usage'], ['this compares two versions']],
  ['rules diff --base HEAD small.yaml lowered.yaml', ['bad-usage'], ['`--base` takes one file']],
  ['rules init Clinic.yaml', ['bad-id'], ['`Clinic.yaml` is no name for a rule set\n  help: use small letters']],
  ['rules init clinic.yaml.bak', ['bad-id'], ['is no name for a rule set']],
  ['rules init', ['bad-usage'], ['missing required argument `file`']],
  ['rules init small.yaml', ['cannot-write', 'cannot-write'], ['`small.yaml` is there already', '`small.cases.yaml` is there already']],
];

describe('refuses, with a word of why and nothing on standard output', () => {
  test.each(REFUSALS)('%s', async (line, codes, pieces) => {
    const { exitCode, stdout, stderr } = await run(line);
    const missing = pieces.filter((piece) => !`${stderr}\n`.includes(piece));
    expect({ exitCode, stdout, missing }).toEqual({ exitCode: 2, stdout: '', missing: [] });
    const problems = await problemsOnSource(line.split(' '), ROOT, { cwd: folderWith(FILES) });
    expect(problems.map(({ code, severity }) => ({ code, severity }))).toEqual(codes.map((code) => ({ code, severity: 'error' })));
    expect(problems.filter((problem) => 'help' in problem && !problem.help)).toEqual([]);
  });

  test('a group of commands alone', async () => {
    const { exitCode, stdout, stderr } = await run('rules');
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain('Usage: level-of-care rules');
  });
});

test('a rule set to begin with has no finding, and its cases pass', async () => {
  const cwd = folderWith();
  const { stdout } = await onSource(['rules', 'init', 'my-clinic.yml'], ROOT, { cwd });
  expect(stdout.split('\n')).toEqual([
    ...['my-clinic.yml', 'my-clinic.cases.yaml', 'rule-set.schema.json', 'cases.schema.json'].map((file) => `wrote ${file}`),
    'next: level-of-care rules check my-clinic.yml && level-of-care rules test my-clinic.cases.yaml',
  ]);
  expect(readFileSync(path.join(cwd, 'my-clinic.yml'), 'utf8')).toMatch(/^ruleSet: my-clinic #/m);
  expect(readdirSync(cwd).toSorted((a, b) => a.localeCompare(b))).toEqual(['cases.schema.json', 'my-clinic.cases.yaml', 'my-clinic.yml', 'rule-set.schema.json']);
  expect((await onSource(['rules', 'check', '--strict', 'my-clinic.yml'], ROOT, { cwd })).exitCode).toBe(0);
  expect((await onSource(['rules', 'test', 'my-clinic.cases.yaml'], ROOT, { cwd })).exitCode).toBe(0);
});

test('a change that was reviewed is accepted by its line', async () => {
  const cwd = folderWith(FILES);
  const diff = () => onSource(['rules', 'diff', 'small.yaml', 'lowered.yaml', '--accept', 'answers.yaml'], ROOT, { cwd });
  const { exitCode, stdout } = await diff();
  expect(exitCode).toBe(1);
  const line = /accepted: sha256:\w+ to sha256:\w+/.exec(stdout)?.[0] ?? '';
  const accepting = await onSource(['rules', 'diff', 'small.yaml', 'lowered.yaml', '--accept', 'changes.md'], ROOT, { cwd: folderWith({ ...FILES, 'changes.md': `# Changes\n- ${line}\n` }) });
  expect(accepting.exitCode).toBe(0);
  expect(accepting.stdout).toContain('Accepted in changes.md, line 2.');
});

test('a rule set is compared with what it was in a revision of git', async () => {
  const cwd = folderWith(FILES);
  const git = (...words: readonly string[]) => execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...words], { cwd });
  git('init', '--quiet');
  git('add', 'small.yaml', 'lowered.yaml');
  git('commit', '--quiet', '--message', 'first');
  for (const words of [['--base', 'HEAD', 'small.yaml'], ['HEAD:small.yaml', 'small.yaml']]) {
    const { exitCode, stdout } = await onSource(['rules', 'diff', ...words], ROOT, { cwd });
    expect(exitCode).toBe(0);
    expect(stdout).toContain('None of 56');
  }
  expect((await onSource(['rules', 'diff', 'HEAD:nothing.yaml', 'small.yaml'], ROOT, { cwd })).exitCode).toBe(2);
});

test('the language of the system is spoken where there are texts in it', async () => {
  const levels = (rules: string, locale: string) => onSource(['levels', '--rules', rules], ROOT, { env: { LANG: locale } });
  expect((await levels('adult', 'es_ES.UTF-8')).stdout).not.toBe((await levels('adult', 'C.UTF-8')).stdout);
  expect((await levels('tests/fixtures/small.yaml', 'es_ES.UTF-8')).stdout).toContain('Day care');
});

describe('what could stand next', () => {
  test.each([
    ['a command below a command', ['rules', 'e'], ['export']],
    ['an option of a question', ['--home', 'st'], ['stable', 'strained']],
    ['a number that takes "not sure"', ['assess', '--rules', 'tests/fixtures/small.yaml', '--phq', ''], ['not-sure']],
    ['a choice', ['assess', '--format', 'h'], ['html']],
    ['a flag that is not there yet', ['rules', 'check', '--strict', '--f'], ['--format']],
    ['a level', ['levels', 'ph'], ['php']],
    ['a file', ['batch', 'a'], [':files']],
    ['one more rule set', ['rules', 'check', 'adult', 'p'], ['phq-9']],
    ['a built-in rule set or a file', ['rules', 'check', 'ad'], ['adult', ':files']],
    ['nothing after the last argument', ['schema', 'answers', ''], []],
    ['nothing below what is unknown', ['rules', 'nothing', ''], []],
    ['nothing for a flag that takes any text', ['rules', 'test', '--tag', ''], []],
  ])('%s', async (_what, words, offered) => {
    const { stdout } = await onSource(['completion', '--', `=${words.at(-1) ?? ''}`, ...words.slice(0, -1)], ROOT);
    const first = stdout.split('\n').flatMap((line) => line.split('\t')[0] || []);
    expect(offered.filter((word) => !first.includes(word))).toEqual([]);
    if (offered.length === 0) expect(first).toEqual([]);
  });
});
