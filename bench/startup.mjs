import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cpuMsOf, cpuMsSoFar, median } from './measure.mjs';
import { ROOT } from './source.mjs';

const BIN = path.join(ROOT, 'bin/level-of-care.js');
const PARSE = `import { readFileSync } from 'node:fs'; import { parse } from 'yaml'; parse(readFileSync('rules/adult.yaml', 'utf8'));`;

/** Processor time of whole processes, in milliseconds. */
export async function startup(ruleSet, { rounds, runs }, log) {
  log('timing whole processes');
  const answers = Object.fromEntries(ruleSet.questions.filter(({ kind }) => kind !== 'note').map(({ id, options }) => [id, options[1 % options.length].id]));
  answers.age = 'adult';
  const folder = mkdtempSync(path.join(tmpdir(), 'level-of-care-bench-'));
  const file = path.join(folder, 'answers.json');
  writeFileSync(file, JSON.stringify(answers));
  process.chdir(ROOT);
  const { execPath } = process;
  try {
    const times = cpuMsOf(
      {
        'node -e 0': [execPath, '-e', '0'],
        'node -e 0 and parsing rules/adult.yaml with `yaml`': [execPath, '--input-type=module', '-e', PARSE],
        'level-of-care --version': [execPath, BIN, '--version'],
        'level-of-care assess --answers a.json --json': [execPath, BIN, 'assess', '--answers', file, '--json'],
        'level-of-care rules check rules/adult.yaml': [execPath, BIN, 'rules', 'check', 'rules/adult.yaml'],
        'interview in plain lines up to the first question': [execPath, BIN, '--plain'],
      },
      { rounds, runs },
    );
    return { ...times, 'interview on a terminal up to the first question': await interviewMs(rounds) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the program has taken when the first question stands on a terminal. */
async function interviewMs(rounds) {
  const { spawn } = await import('@lydell/node-pty');
  const taken = [];
  for (let round = 0; round < rounds; round += 1) {
    taken.push(
      await new Promise((resolve, reject) => {
        const terminal = spawn(process.execPath, [BIN], { cwd: ROOT, cols: 100, rows: 40 });
        let [screen, ms] = ['', undefined];
        terminal.onData((data) => {
          screen += data;
          if (ms === undefined && screen.includes('How old are you?')) {
            ms = cpuMsSoFar(terminal.pid);
            terminal.kill('SIGKILL');
          } else if (ms === undefined && /press|enter/i.test(data)) terminal.write('\r');
        });
        terminal.onExit(() => (ms === undefined ? reject(new Error(`no question came:\n${screen}`)) : resolve(ms)));
      }),
    );
  }
  return median(taken);
}
