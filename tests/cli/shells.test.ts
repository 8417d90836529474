import { existsSync, mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { execa } from 'execa';
import { describe, expect, test } from 'vitest';
import { folderWith } from './folder.ts';
import { BIN, ROOT } from './program.ts';

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
});

test.skipIf(!isInstalled('groff'))('`man` can show the manual page', async () => {
  const { stdout, stderr } = await execa('groff', ['-man', '-Tutf8', '-ww', path.join(ROOT, 'man/level-of-care.1')]);
  expect(stderr).toBe('');
  expect(stdout.replaceAll(/\s+/g, ' ')).toContain('wrong usage or invalid input');
});
