import { expect, test } from 'vitest';
import { levelOfCare } from './program.ts';

const NO_TERMINAL = 'no terminal to ask for them';

test.each([
  ['a command', ['asess'], '`assess`'],
  ['a command below another', ['rules', 'tests'], '`test`'],
  ['a flag', ['assess', '--partail'], '`--partial`'],
  ['a flag of a question', ['assess', '--severty', 'mild'], '`--severity`'],
  ['a flag of a question of another rule set', ['assess', '--rules', 'tests/fixtures/small.yaml', '--hom', 'shaky'], '`--home`'],
  ['a flag without a command', ['--severty=mild'], '`--severity`'],
  ['an option', ['assess', '--severity', 'modrate'], '`moderate`'],
  ['a flag of another command', ['batch', '--partail'], '`--partial`'],
])('suggests what was meant by %s', async (_what, args, suggestion) => {
  const { exitCode, stdout, stderr } = await levelOfCare(args);
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  expect(stderr).toContain(`did you mean ${suggestion}?`);
});

test.each([
  ['a format that does not exist', ['assess', '--format', 'xml']],
  ['two formats', ['assess', '--json', '--format', 'text']],
  ['a flag without its value', ['assess', '--answers']],
  ['an argument too many', ['batch', 'one', 'two']],
  ['an argument for `assess`', ['assess', 'one']],
  ['a schema that does not exist', ['schema', 'nothing']],
  ['a missing argument', ['schema']],
  ['a language that is not there', ['assess', '--lang', 'xx', '--severity', 'mild']],
  ['a group of commands alone', ['rules']],
  ['a pattern that is none', ['rules', 'test', '-t', '/(/']],
])('%s is refused', async (_what, args) => {
  const { exitCode, stdout, stderr } = await levelOfCare(args);
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  expect(stderr).not.toBe('');
});

test.each([
  ['assess', '--answers', 'one.json'],
  ['assess', '--rules', 'adult'],
  ['rules test', '--rules', 'adult'],
  ['batch', '--output', 'out.ndjson'],
])('`%s` takes `%s` once', async (verb, flag, value) => {
  const { exitCode, stdout, stderr } = await levelOfCare([...verb.split(' '), flag, value, flag, value]);
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  expect(stderr).toContain(`\`${flag}\` stands twice`);
});

test('the value of an unknown flag is not repeated', async () => {
  const { stderr } = await levelOfCare(['assess', '--sevverity=marker-7f3a']);
  expect(stderr).toContain('--sevverity');
  expect(stderr).not.toContain('marker-7f3a');
});

test.each([[['--help']], [['-h']], [['help']], [['assess', '--help']], [['help', 'assess']], [['batch', '--help']], [['questions', '--help']], [['schema', '--help']], [['rules', '--help']], [['help', 'rules']]])(
  'help is a result, and begins with three examples: %j',
  async (args) => {
    const { exitCode, stdout, stderr } = await levelOfCare(args);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    const [heading, ...lines] = stdout.split('\n');
    expect(heading).toBe('Examples:');
    expect(lines.slice(0, 4).map((line) => line.slice(0, 4))).toEqual(['  $ ', '  $ ', '  $ ', '']);
  },
);

test.each([[['rules', 'test', '--help']], [['rules', 'check', '--help']]])('so is the help of commands below others: %j', async (args) => {
  expect(await levelOfCare(args)).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/^Examples:\n {2}\$ level-of-care rules/) as string });
});

test('the help of `assess` has a flag for each question of the rule set in use', async () => {
  expect((await levelOfCare(['assess', '--help'])).stdout).toContain('--severity <answer>');
  const own = (await levelOfCare(['assess', '--help', '--rules', 'tests/fixtures/small.yaml'])).stdout;
  expect(own).toContain('--phq <answer>');
  expect(own).not.toContain('--severity');
});

test('the version is that of the package', async () => {
  const { version } = (await import('../../package.json', { with: { type: 'json' } })).default;
  expect(await levelOfCare(['--version'])).toMatchObject({ exitCode: 0, stdout: version, stderr: '' });
});

test.each([[[]], [['assess']], [['--plain']], [['assess', '--json']]])('without a terminal and without lines to read there is no interview: %j', async (args) => {
  const { exitCode, stdout, stderr } = await levelOfCare(args);
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  expect(stderr).toContain(NO_TERMINAL);
  expect(stderr).toContain('--answers FILE');
  expect(stderr).toContain('--age');
});

test('piped lines that end too early are no result', async () => {
  const { exitCode, stdout, stderr } = await levelOfCare(['assess', '--json'], { input: '\n1\n' });
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  expect(stderr).toContain('the input ended before the last answer');
});

test.each([
  ['no colour for a pipe', {}, [], false],
  ['colour when it is forced', { FORCE_COLOR: '1' }, [], true],
  ['no colour with NO_COLOR', { NO_COLOR: '1', FORCE_COLOR: '1' }, [], false],
  ['no colour with --no-color', { FORCE_COLOR: '1' }, ['--no-color'], false],
])('%s', async (_what, env, flags, coloured) => {
  const { stdout } = await levelOfCare(['assess', '--severity', 'mild', '--partial', ...flags], { env });
  expect(stdout.includes('\u001b[')).toBe(coloured);
});
