import { expect, test } from 'vitest';
import { onSource } from '../cli/on-source.ts';
import { ROOT } from '../cli/program.ts';

const helpOf = async (...words: readonly string[]): Promise<string> => (await onSource([...words, '--help'], ROOT)).stdout;

test('the help of `assess` tells of every flag, and of each question with its options', async () => {
  expect(await helpOf('assess', '--rules', 'tests/fixtures/small.yaml')).toBe(`Examples:
  $ level-of-care assess
  $ level-of-care assess --answers answers.json --json
  $ echo 'severity: moderate' | level-of-care assess --answers - --partial

Usage: level-of-care assess [options]

answer the questions, or hand in answers, and get a suggested level of care

Options:
  --rules <rules>    use a built-in rule set (adult, audit-c, gad-7, phq-9) or
                     that of a YAML file (default: adult)
  --format <format>  how to print the result (choices: text, json, markdown,
                     html, fhir; default: text)
  --json             the same as --format json
  --lang <language>  the language of the questions and the result; without it,
                     that of the system (choices: en, es)
  --answers <file>   read answers from a JSON or YAML file, or from standard
                     input (-); a FHIR QuestionnaireResponse is taken too
  --partial          allow missing answers: the result is the range of levels
                     still possible
  --output <file>    write the result to a file that only you can read
  --explain <level>  say why the result is not this level
  --plain            ask in plain numbered lines
  --phq <answer>     What is the total? (0 to 27, not-sure)
  --home <answer>    How is home? (steady, shaky)
  --wishes <answer>  What do you want? (sleep, work; several as a;b)
  -h, --help         show this help

A flag for a question goes over the file. Flags stay in the history of the
shell. Others on this computer can see them. A file or standard input is more
private.`);
});

test('it speaks the language that is asked for', async () => {
  const help = await helpOf('assess', '--lang', 'es');
  expect(help.split('\n').filter((line) => /^\S.*:/.test(line))).toEqual(['Ejemplos:', 'Uso: level-of-care assess [opciones]', 'Opciones:']);
  expect(help).toContain('--answers <archivo>');
  expect(help).toContain('--explain <nivel>');
  expect(help.replaceAll(/\s+/g, ' ')).toContain('(valores: text, json, markdown, html, fhir; por defecto: text)');
});

test('the help of the program tells of every command', async () => {
  expect(await helpOf()).toBe(`Examples:
  $ level-of-care
  $ level-of-care assess --answers answers.json --json
  $ level-of-care rules test

Usage: level-of-care [options] [command]

A private self-assessment: which level of care to ask about, why, and whom to
see.

Options:
  -V, --version   print the version
  --no-color      print without colours
  -h, --help      display help for command

Commands:
  assess          answer the questions, or hand in answers, and get a suggested
                  level of care
  batch           assess many records, one line in, one line out
  completion      print a script that completes command lines in a shell
  levels          read about the levels of care, side by side
  manual          print the manual page
  questions       list the questions and their options
  rules           check, test, compare, draw and export rule sets
  schema          print a JSON Schema
  help [command]  display help for command

\`level-of-care\` alone starts the questions. \`level-of-care assess --help\` has a
flag for each of them.`);
});

test('the help of `rules` tells of the commands below it', async () => {
  const help = await helpOf('rules');
  expect(help).toMatch(/^Examples:\n {2}\$ level-of-care rules init my\.yaml\n {2}\$ level-of-care rules check my\.yaml\n {2}\$ level-of-care rules test my\.cases\.yaml\n/);
  expect([...help.matchAll(/^ {2}(check|diff|export|init|map|test) +[a-z]/gm)].map(([, name]) => name)).toEqual(['check', 'diff', 'export', 'init', 'map', 'test']);
});

test.each([
  [['help', 'rules', 'init'], 'Usage: level-of-care rules init [options] <file>'],
  [['--no-color', 'rules', 'init', '--help'], 'Usage: level-of-care rules init [options] <file>'],
  [['rules', '--no-color', 'init', '--help'], 'Usage: level-of-care rules init [options] <file>'],
  [['--no-color', '--help'], 'Usage: level-of-care [options] [command]'],
  [['--no-color', '--rules', 'phq-9', '--help'], 'Usage: level-of-care assess [options]'],
  [['-h'], 'Usage: level-of-care [options] [command]'],
  [['help'], 'Usage: level-of-care [options] [command]'],
])('it is that of the command, wherever it is asked for: %j', async (words, usage) => {
  const { exitCode, stdout } = await onSource(words, ROOT);
  expect({ exitCode, usage: stdout.split('\n').find((line) => line.startsWith('Usage')) }).toEqual({ exitCode: 0, usage });
});

test.each([[['--version']], [['-V']], [['--no-color', '--version']], [['-V', '--no-color']]])('the version is asked for by %j', async (words) => {
  expect(await onSource(words, ROOT)).toMatchObject({ exitCode: 0, stdout: '1.0.0', stderr: '' });
});
