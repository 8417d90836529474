import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { execa, execaSync } from 'execa';
import { describe, expect, test } from 'vitest';
import { folderWith } from '../cli/folder.ts';
import { BIN, built, MODERATE, ROOT } from '../cli/program.ts';
import { harm } from '../contract.ts';
import { measured, tooDear } from './measured.ts';

const FLAGS = Object.entries(MODERATE).map(([question, option]) => `--${question}=${option}`);
/** Enough for several threads. */
const RECORDS = 200_000;
const INPUT = Array.from({ length: RECORDS }, (_, id) => `${JSON.stringify({ id, ...MODERATE })}\n`).join('');
const folder = folderWith({ 'records.ndjson': INPUT, 'answers.json': JSON.stringify(MODERATE) });
const RECORDS_FILE = path.join(folder, 'records.ndjson');

/** A shell line in which `$LOC` is the program. */
async function shell(line: string, options: { readonly cwd?: string; readonly env?: Record<string, string> } = {}): Promise<{ exitCode: number | undefined; stdout: string; stderr: string }> {
  const { exitCode, stdout, stderr } = await execa('bash', ['-c', line], { reject: false, stdin: 'ignore', ...options, env: { LOC: `${process.execPath} ${BIN}`, ...options.env } });
  return { exitCode, stdout, stderr };
}

const digestOf = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex');

/** Leaves less than 4 KiB on a small disk. */
const FILL = 'dd if=/dev/zero of=filler bs=1k count=64 2> /dev/null';

/** Whether this user may mount a small disk of their own. */
const CAN_MOUNT = execaSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folderWith()], { reject: false }).exitCode === 0;

describe.skipIf(!CAN_MOUNT)('a disk of 64 KiB (skipped where `unshare -rm mount` is not allowed)', () => {
  test.each([
    ['batch', `$LOC batch ${RECORDS_FILE} --output out`],
    ['batch over an older file', `echo old > out; $LOC batch ${RECORDS_FILE} --output out`],
    ['assess', `${FILL}; $LOC assess ${FLAGS.join(' ')} --output out`],
    ['rules export', `${FILL}; $LOC rules export --to sql --output out`],
    ['rules init', `${FILL}; $LOC rules init out.yaml`],
    ['rules map', `$LOC rules map --out out`],
  ])('%s: refused, and the disk is as it was (H14, H15)', async (_what, line) => {
    const disk = folderWith();
    const script = `mount -t tmpfs -o size=64k tmpfs ${disk} && cd ${disk} && { ${line}; code=$?; ls -A | grep -v filler; cat out 2> /dev/null; exit $code; }`;
    const { exitCode, stdout, stderr } = await execa('unshare', ['-rm', 'bash', '-c', script], { reject: false, stdin: 'ignore', env: { LOC: `${process.execPath} ${BIN}` } });
    expect({ exitCode, left: stdout }).toEqual({ exitCode: 2, left: line.startsWith('echo old') ? 'out\nold' : '' });
    expect(stderr).toContain('no space is left');
  });
});

describe('readers of a pipe', () => {
  test('a slow one of more than 5 MB gets every byte, and memory stays low (H15)', async () => {
    await built(['batch', RECORDS_FILE, '--output', path.join(folder, 'whole')]);
    const whole = readFileSync(path.join(folder, 'whole'));
    expect(whole.length).toBeGreaterThan(5_000_000);
    const slow = 'const { createHash } = require("node:crypto"); const hash = createHash("sha256"); (async () => { for await (const chunk of process.stdin) { hash.update(chunk); await new Promise((done) => setTimeout(done, 10)); } console.log(hash.digest("hex")); })();';
    const { stdout, exitCode } = await shell(`$LOC batch ${RECORDS_FILE} 2> /dev/null | ${process.execPath} -e '${slow}'; exit "\${PIPESTATUS[0]}"`);
    expect({ exitCode, digest: stdout }).toEqual({ exitCode: 0, digest: digestOf(whole) });
    expect(tooDear(await measured(['batch', RECORDS_FILE]), 'batch')).toEqual([]);
  });

  test('one that goes away, after any number of lines, ends it quietly and never with 0 (H15)', async () => {
    const found: unknown[] = [];
    for (const lines of [0, 1, 10, 1_000, RECORDS - 1]) {
      const { exitCode, stderr } = await shell(`$LOC batch ${RECORDS_FILE} | head -n ${lines} > /dev/null; exit "\${PIPESTATUS[0]}"`);
      // The last part fits into the pipe, so it may be written before the reader goes.
      if (lines < RECORDS - 1 && (exitCode !== 141 || stderr !== '')) found.push({ lines, exitCode, stderr });
    }
    expect(found).toEqual([]);
  });
});

describe('surroundings', () => {
  const readOnly = folderWith();
  chmodSync(readOnly, 0o500);
  const homes: Readonly<Record<string, Record<string, string>>> = { 'a missing home': { HOME: '/nonexistent' }, 'no home': { HOME: '' }, 'a read-only home': { HOME: readOnly } };

  test.each(Object.entries(homes))('%s makes no difference, and nothing is written there (H28)', async (_what, env) => {
    for (const args of [['assess', ...FLAGS], ['batch', RECORDS_FILE], ['rules', 'check'], ['rules', 'test']]) {
      expect(await built(args, { env })).toMatchObject({ exitCode: 0 });
    }
    expect(readdirSync(readOnly)).toEqual([]);
  });

  test('standard input that is closed is no input', async () => {
    for (const command of ['assess', 'assess --answers -', 'batch', 'assess --plain']) {
      const { exitCode, stdout, stderr } = await shell(`$LOC ${command} <&-`);
      expect({ command, exitCode, stdout }).toEqual({ command, exitCode: 2, stdout: '' });
      expect(harm(stderr, command)).toEqual([]);
    }
  });

  test.skipIf(!existsSync('/dev/full'))('standard error that is closed or full changes no result', async () => {
    const { stdout } = await shell(`$LOC batch ${RECORDS_FILE} 2>&-`);
    expect(stdout.split('\n')).toHaveLength(RECORDS);
    expect((await shell(`$LOC assess ${FLAGS.join(' ')} --json 2> /dev/full`)).stdout).toContain('"level": "iop"');
  });

  test('language, clock and time zone make no difference (H36)', async () => {
    const commands = [['assess', ...FLAGS], ['assess', ...FLAGS, '--json'], ['questions', '--json'], ['rules', 'check'], ['rules', 'test'], ['batch', RECORDS_FILE]];
    const [first, ...others] = ['C', 'tr_TR.UTF-8', 'de_DE.UTF-8'].flatMap((LC_ALL) => ['UTC', 'Pacific/Kiritimati', 'America/St_Johns'].map((TZ) => ({ LC_ALL, LANG: LC_ALL, TZ })));
    // How long a check took is the one thing that may differ.
    const printed = async (args: readonly string[], env: Record<string, string> = {}): Promise<string> => (await built(args, { env })).stdout.replace(/in [\d,]+ ms/, '');
    for (const args of commands) {
      const expected = await printed(args, first);
      expect(expected).not.toBe('');
      for (const env of others) expect((await printed(args, env)) === expected, `${args[0]} ${JSON.stringify(env)}`).toBe(true);
    }
  });
});

describe('kill -9, 200 times at random moments', () => {
  test('leaves the older file or the whole new one, never a part (H14, H15)', async () => {
    const place = path.join(folder, 'killed');
    mkdirSync(place);
    const target = path.join(place, 'out.ndjson');
    const started = performance.now();
    await built(['batch', RECORDS_FILE, '--output', target]);
    const [longest, whole] = [performance.now() - started, digestOf(readFileSync(target))];
    const ends = { older: 0, whole: 0, torn: 0 };
    for (let time = 0; time < 200; time += 1) {
      writeFileSync(target, 'older\n');
      const running = execa(process.execPath, [BIN, 'batch', RECORDS_FILE, '--output', target], { cwd: ROOT, reject: false, stdin: 'ignore' });
      await wait(Math.random() * longest * 1.2);
      running.kill('SIGKILL');
      const { exitCode } = await running;
      const found = readFileSync(target);
      if (found.toString() === 'older\n' && exitCode !== 0) ends.older += 1;
      else if (digestOf(found) === whole) ends.whole += 1;
      else ends.torn += 1;
    }
    const unfinished = readdirSync(place).filter((name) => name !== 'out.ndjson');
    console.log(`kill -9: ${JSON.stringify(ends)}, ${unfinished.length} unfinished files left`);
    expect(ends.torn).toBe(0);
    expect(ends.older).toBeGreaterThan(20);
    expect(unfinished.filter((name) => !name.startsWith('.level-of-care-'))).toEqual([]);
    rmSync(place, { recursive: true });
  });
});
