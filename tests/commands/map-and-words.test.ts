import { describe, expect, test } from 'vitest';
import { folderWith } from '../cli/folder.ts';
import { onSource } from '../cli/on-source.ts';
import { ROOT } from '../cli/program.ts';

test('the map of the rules is one page that holds all of them', async () => {
  const { exitCode, stdout, stderr } = await onSource(['rules', 'map', '--rules', 'tests/fixtures/small.yaml'], ROOT);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  expect(stdout).toMatch(/^<!doctype html>/i);
  for (const piece of ['A small rule set', 'home-and-total', 'Home does not help.']) expect(stdout).toContain(piece);
});

describe('a word that is no command, file or flag', () => {
  test.each([
    ['a command far from every other', ['rules', 'zzzzzzzzzz'], 'there is no command `zzzzzzzzzz`'],
    ['a rule set near a built-in one', ['rules', 'check', 'adlt'], 'did you mean `adult`?'],
    ['a rule set near none', ['rules', 'check', 'zzzzzzzz'], 'name a YAML file, or one of'],
    ['a value near a choice', ['levels', '--format', 'jsn'], 'did you mean'],
    ['a file in a folder that is not there', ['rules', 'diff', '--base', 'HEAD', 'nowhere/rules.yaml'], 'nowhere/rules.yaml'],
  ])('%s', async (_what, words, told) => {
    const { exitCode, stdout, stderr } = await onSource(words, ROOT, { cwd: folderWith() });
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(told);
  });
});

describe('help', () => {
  test.each([['rules', '--help'], ['batch', '--help'], ['assess', '--help'], ['help', 'levels'], ['--help']])('%s %s is a result', async (...words) => {
    const { exitCode, stdout, stderr } = await onSource(words.filter((word) => word !== undefined), ROOT);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toContain('Usage:');
  });
});
