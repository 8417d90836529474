import { existsSync, mkdtempSync, readFileSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { execa } from 'execa';
import { describe, expect, test } from 'vitest';
import { folderWith } from './folder.ts';
import { BIN, levelOfCare, ROOT } from './program.ts';

/** What could stand in place of the last word; `:files` where a file could. */
async function offered(...words: readonly string[]): Promise<readonly string[]> {
  const { exitCode, stdout } = await levelOfCare(['completion', '--', `=${words.at(-1) ?? ''}`, ...words.slice(0, -1)]);
  expect(exitCode).toBe(0);
  return stdout.split('\n').filter(Boolean).map((line) => line.split('\t')[0] ?? '');
}

describe('what could stand next', () => {
  test.each([
    ['commands', [''], ['assess', 'batch', 'completion', 'levels', 'manual', 'questions', 'rules', 'schema']],
    ['commands below a command', ['rules', ''], ['check', 'diff', 'export', 'init', 'map', 'test']],
    ['the end of a word', ['que'], ['questions']],
    ['the options of a question', ['assess', '--home', ''], ['stable', 'strained', 'unsafe', 'not-sure']],
    ['the same without a command', ['--home', 'st'], ['stable', 'strained']],
    ['those of the rule set in use', ['assess', '--rules', 'audit-c', '--typical', 'se'], ['seven-to-nine']],
    ['the choices of a flag', ['assess', '--format', 'f'], ['fhir']],
    ['rule sets by name, and files', ['questions', '--rules', ''], ['adult', 'audit-c', 'gad-7', 'phq-9', ':files']],
    ['levels', ['levels', 'i'], ['iop', 'inpatient'].toSorted().toReversed()],
    ['levels of the rule set in use', ['levels', '--rules', 'gad-7', 'm'], ['minimal', 'mild', 'moderate']],
    ['rule sets by name, and files, for an argument', ['rules', 'check', 'a'], ['adult', 'audit-c', ':files']],
    ['the same for more arguments', ['rules', 'test', 'adult', 'p'], ['phq-9', ':files']],
    ['and for versions', ['rules', 'diff', 'gad'], ['gad-7', ':files']],
    ['files alone for an argument', ['batch', 'a'], [':files']],
    ['files for a flag', ['assess', '--answers', ''], [':files']],
    ['the choices of an argument', ['schema', 'ass'], ['assessment']],
    ['nothing after the last argument', ['schema', 'answers', ''], []],
    ['shells', ['completion', ''], ['bash', 'zsh', 'fish', 'powershell']],
    ['nothing for what is unknown', ['nothing', 'like', ''], []],
  ])('%s', async (_, words, expected) => {
    expect((await offered(...words)).toSorted()).toEqual(expected.toSorted());
  });

  test('flags, and those no more that are there already', async () => {
    const flags = await offered('assess', '--partial', '--');
    expect(flags).toEqual(expect.arrayContaining(['--answers', '--severity', '--help', '--no-color']));
    expect(flags).not.toContain('--partial');
    expect(await offered('--sev')).toEqual(['--severity']);
  });

  test('for the values of flags, not for flags among them', async () => {
    expect(await offered('rules', 'test', '--min-coverage', '')).toEqual([]);
    expect(await offered('levels', '--format', 'json', 'ph')).toEqual(['php']);
  });
});

/** A folder for the path with the program in it, under its name. */
function programOnPath(): string {
  const bin = mkdtempSync(path.join(tmpdir(), 'level-of-care-bin-'));
  symlinkSync(BIN, path.join(bin, 'level-of-care'));
  return `${bin}:${process.env['PATH'] ?? ''}`;
}

async function shell(command: string, args: readonly string[], cwd = ROOT): Promise<string> {
  const { stdout } = await execa(command, args, { cwd, env: { PATH: programOnPath(), LANG: 'C.UTF-8' }, stdin: 'ignore' });
  return stdout;
}

function isInstalled(command: string): boolean {
  return (process.env['PATH'] ?? '').split(':').some((folder) => existsSync(path.join(folder, command)));
}

describe('in a shell', () => {
  test.skipIf(!isInstalled('bash'))('bash completes words and file names', async () => {
    const cwd = folderWith({ 'my rules.yaml': '' });
    const complete = (...words: readonly string[]): Promise<string> => {
      const list = words.map((word) => `'${word}'`).join(' ');
      const ask = `source <(level-of-care completion bash); COMP_WORDS=(${list}); COMP_CWORD=${words.length - 1}; _level_of_care level-of-care; printf '%s\\n' "\${COMPREPLY[@]}"`;
      return shell('bash', ['--norc', '-c', ask], cwd);
    };
    expect(await complete('level-of-care', 'assess', '--mot')).toBe('--motivation');
    expect(await complete('level-of-care', 'assess', '--motivation', '')).toBe('ready\nmixed\nlow\nnot-sure');
    expect(await complete('level-of-care', 'rules', 'check', 'my')).toBe('my rules.yaml');
    expect(await shell('bash', ['--norc', '-c', 'source <(level-of-care completion bash); complete -p level-of-care'])).toBe('complete -F _level_of_care level-of-care');
  });

  // A tab pressed in a real line editor.
  test.skipIf(!isInstalled('zsh'))('zsh completes a word on the line', async () => {
    const script = [
      'zmodload zsh/zpty',
      'zpty line zsh -f -i',
      // The line is echoed too, so what is waited for does not stand in it.
      `zpty -w line 'autoload -U compinit; compinit -u -D; source <(level-of-care completion zsh); bindkey "^I" complete-word; print re""ady'`,
      `zpty -r -m line seen '*ready*'`,
      String.raw`zpty -w -n line $'level-of-care levels outp\t'`,
      `zpty -r -m line seen '*outpatient*' && print completed`,
      'zpty -d line',
    ];
    expect(await shell('zsh', ['-f', '-c', script.join('\n')])).toBe('completed');
  });

  test.skipIf(!isInstalled('fish'))('fish completes words, with what they mean', async () => {
    const ask = (line: string): Promise<string> => shell('fish', ['--no-config', '-c', `source (level-of-care completion fish | psub); complete -C '${line}'`]);
    expect(await ask('level-of-care levels io')).toBe('iop\tIntensive outpatient program');
    expect(await ask('level-of-care rules check package.js')).toContain('package.json');
  });

  test.each(['bash', 'zsh', 'fish', 'powershell'])('%s has its script', async (name) => {
    const { exitCode, stdout } = await levelOfCare(['completion', name]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('level-of-care');
  });

  test.each([[[]], [['tcsh']], [['bash', 'zsh']]])('%j is refused', async (args) => {
    expect(await levelOfCare(['completion', ...args])).toMatchObject({ exitCode: 2, stdout: '' });
  });
});

describe('the manual page', () => {
  test('is the one that the program prints', async () => {
    const { stdout } = await levelOfCare(['manual']);
    expect(readFileSync(path.join(ROOT, 'man/level-of-care.1'), 'utf8'), 'write it anew: npm run manual').toBe(`${stdout}\n`);
  });

  test('tells of every command and every flag', async () => {
    const { stdout } = await levelOfCare(['manual']);
    const plain = stdout.replaceAll('\\-', '-');
    for (const call of ['level-of-care assess [options]', 'level-of-care rules diff [options]', '--severity <answer>', '--min-coverage <percent>']) expect(plain).toContain(call);
  });

  test.skipIf(!isInstalled('groff'))('is one that `man` can show', async () => {
    const { stdout, stderr } = await execa('groff', ['-man', '-Tutf8', '-ww', path.join(ROOT, 'man/level-of-care.1')]);
    expect(stderr).toBe('');
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain('wrong usage or invalid input');
  });
});
