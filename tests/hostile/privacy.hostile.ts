import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { spawn } from '@lydell/node-pty';
import { execa, execaSync } from 'execa';
import { describe, expect, test } from 'vitest';
import { folderWith } from '../cli/folder.ts';
import { BIN, MODERATE, ROOT } from '../cli/program.ts';

const HAS_STRACE = execaSync('strace', ['-qq', 'true'], { reject: false }).exitCode === 0;

const ANSWERS = JSON.stringify(MODERATE);
const home = folderWith({ '.bashrc': '', 'letter.txt': 'private' });
const inputs = folderWith({ 'answers.json': ANSWERS, 'records.ndjson': `${ANSWERS}\n`.repeat(100) });
const outputs = folderWith();
const file = (name: string): string => path.join(inputs, name);
const output = (name: string): string => path.join(outputs, name);

/** What Node itself reads: its own files, system libraries and settings, and what the kernel tells of the process. */
const OF_NODE = ['/proc/', '/sys/', '/dev/', '/etc/', '/usr/', '/lib', path.dirname(process.execPath)];

const TRACED = ['-f', '-qq', '-e', 'trace=network,openat,open,creat,rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat,link,linkat,symlink,symlinkat,truncate,chmod,fchmodat'];

interface Calls {
  /** Calls that have to do with a network, or with any socket. */
  readonly network: readonly string[];
  readonly read: readonly string[];
  /** Opened to be written, or made, renamed, removed or changed. */
  readonly written: readonly string[];
}

/** The system calls in a trace, each path once. */
function callsIn(trace: string): Calls {
  const lines = readFileSync(trace, 'utf8').split('\n').filter((line) => !/= -1 E(NOENT|EXIST|NOTDIR)/.test(line));
  const paths = (found: readonly string[]): readonly string[] => [...new Set(found.flatMap((line) => [...line.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map((match) => match[1] ?? '')))];
  const opens = lines.filter((line) => /\bopen(at)?\(/.test(line));
  const isWriting = (line: string): boolean => /O_WRONLY|O_RDWR|O_CREAT|O_TRUNC/.test(line);
  const network = lines.filter((line) => /\b(socket|socketpair|connect|bind|listen|accept4?|send\w*|recv\w*)\(/.test(line));
  const changes = lines.filter((line) => /\b(creat|rename\w*|unlink\w*|mkdir\w*|link\w*|symlink\w*|truncate|chmod|fchmodat)\(/.test(line));
  return { network, read: paths(opens.filter((line) => !isWriting(line))), written: paths([...opens.filter(isWriting), ...changes]) };
}

function expectPrivate({ network, read, written }: Calls, named: readonly string[] = []): void {
  expect(network).toEqual([]);
  const own = [...OF_NODE, path.join(ROOT, 'bin'), path.join(ROOT, 'dist'), path.join(ROOT, 'rules'), path.join(ROOT, 'package.json'), outputs, ...named];
  expect(read.filter((name) => !own.some((start) => name.startsWith(start)))).toEqual([]);
  expect(written.filter((name) => !name.startsWith(outputs) && !/^\/dev\/(null|tty|pts\/\d+)$/.test(name))).toEqual([]);
}

describe.skipIf(!HAS_STRACE)('the system calls of the program (skipped where `strace` is not installed or not allowed)', () => {
  const surroundings = { PATH: process.env['PATH'] ?? '', HOME: home, LANG: 'C.UTF-8', TERM: 'xterm-256color' };

  test.each<[string, readonly string[], string, readonly string[]]>([
    ['assess', ['assess', '--answers', file('answers.json'), '--output', output('result.txt')], '', ['result.txt']],
    ['assess from standard input', ['assess', '--answers', '-', '--json'], ANSWERS, []],
    ['batch', ['batch', file('records.ndjson'), '--output', output('results.ndjson')], '', ['results.ndjson']],
    ['rules check', ['rules', 'check'], '', []],
    ['rules test', ['rules', 'test'], '', []],
    ['an interview in plain lines', ['--plain'], `\n${'1\n'.repeat(10)}s\ns\nr\n`, []],
  ])('%s: no socket, nothing read but the program and its inputs, nothing written but what was asked (H28, H31)', async (what, args, input, kept) => {
    const trace = path.join(folderWith(), 'trace');
    const { exitCode } = await execa('strace', [...TRACED, '-o', trace, process.execPath, BIN, ...args], { cwd: inputs, input, extendEnv: false, reject: false, env: surroundings });
    expect({ what, exitCode }).toEqual({ what, exitCode: 0 });
    expectPrivate(callsIn(trace), [inputs]);
    for (const name of kept) expect(readdirSync(outputs)).toContain(name);
    expect(readdirSync(outputs).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  test('an interview in a terminal: no socket, nothing read but the program, nothing written at all (H28, H31)', async () => {
    const trace = path.join(folderWith(), 'trace');
    const pty = spawn('strace', [...TRACED, '-o', trace, process.execPath, BIN], { cols: 80, rows: 40, cwd: inputs, env: surroundings });
    let written = '';
    const keys: [RegExp, string][] = [[/Your choice:/, '\r'], [/Question 1 of/, '\u001b[B'], [/> 1/, '\r'], [/Question 2 of/, '\u0003']];
    pty.onData((data) => {
      written += data;
      const [next] = keys;
      if (next === undefined || !next[0].test(written)) return;
      written = '';
      keys.shift();
      setTimeout(() => pty.write(next[1]), 200);
    });
    const exitCode = await new Promise((resolve) => {
      pty.onExit((end) => resolve(end.exitCode));
    });
    expect({ exitCode, keys }).toEqual({ exitCode: 130, keys: [] });
    expectPrivate(callsIn(trace));
  });

  test('the trace would show a socket and a file, if there were any', async () => {
    const trace = path.join(folderWith(), 'trace');
    const script = `require('node:net').connect(9, '127.0.0.1').on('error', () => {}); require('node:fs').writeFileSync(${JSON.stringify(file('left'))}, '')`;
    await execa('strace', [...TRACED, '-o', trace, process.execPath, '-e', script]);
    const { network, written } = callsIn(trace);
    expect(network.some((line) => line.includes('connect('))).toBe(true);
    expect(written).toContain(file('left'));
  });

});

test.skipIf(execaSync('unshare', ['-rn', 'true'], { reject: false }).exitCode !== 0)('runs without any network (H31; skipped where `unshare -rn` is not allowed)', async () => {
  const { stdout } = await execa('unshare', ['-rn', process.execPath, BIN, 'assess', '--answers', file('answers.json'), '--json']);
  expect(JSON.parse(stdout)).toMatchObject({ level: 'iop' });
});

test.skipIf(process.platform !== 'linux')('what the process is called does not tell any answer (H27)', async () => {
  const running = execa(process.execPath, [BIN, '--plain'], { reject: false, env: { HOME: home } });
  let asked = '';
  running.stderr.on('data', (data: Buffer) => (asked += data.toString()));
  running.stdin.write('\n1\n4\n');
  while (!asked.includes('Stop here and get help')) await new Promise((resolve) => setTimeout(resolve, 20));
  const names = ['cmdline', 'comm', 'environ'].map((name) => readFileSync(`/proc/${running.pid}/${name}`, 'utf8'));
  expect(names.filter((name) => /imminent|adult/.test(name))).toEqual([]);
  running.stdin.end('s\n');
  expect(await running).toMatchObject({ exitCode: 0 });
});
