import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { folderWith } from '../cli/folder.ts';
import { asking, coloursIn, KEYS, linesOf, openTerminal, type Terminal, type TerminalOptions } from './terminal.ts';

const CURSOR_SHOWN = '\u001B[?25h';
const CURSOR_HIDDEN = '\u001B[?25l';

/** Past the opening, at the first question. */
async function started(options: TerminalOptions = {}): Promise<Terminal> {
  const terminal = openTerminal(options);
  await terminal.sees(/Your choice:/);
  terminal.press(KEYS.enter);
  await terminal.sees(asking(1, 12));
  return terminal;
}

/** Answers of someone who is well, to the check of all answers. */
async function checked(terminal: Terminal): Promise<void> {
  for (let question = 2; question <= 11; question += 1) await terminal.answer('1', asking(question, 12));
  await terminal.answer('s', asking(12, 12));
  await terminal.answer('s', /Your choice:/);
}

function expectSaneEnd(written: string): void {
  expect(written.lastIndexOf(CURSOR_SHOWN)).toBeGreaterThan(written.lastIndexOf(CURSOR_HIDDEN));
  expect(linesOf(written).slice(-4).join(' ')).toContain('988');
}

describe('the built program in a terminal', () => {
  test('walks from the opening through every question to a result, and saves a summary', async () => {
    const file = path.join(folderWith(), 'mine.txt');
    const terminal = await started();
    await checked(terminal);
    await terminal.answer('r', /Do you want to keep it as a file\?.*Your choice:/);
    await terminal.answer('y', /File: \(level-of-care-summary\.txt\)/);
    terminal.press(file);
    await terminal.sees(/mine\.txt$/);
    terminal.press(KEYS.enter);
    expect(await terminal.exitCode).toBe(0);
    const shown = stripVTControlCharacters(terminal.written());
    expect(shown).toContain('Saved here:');
    expect(shown).toContain('Outpatient therapy');
    const saved = readFileSync(file, 'utf8');
    expect(saved).toContain('Outpatient therapy');
    expect(saved).toContain('988');
    expect(saved).not.toContain('\u001B');
  });

  test('says at the end where a saved result is, how soon it is in an emergency, and help (H20)', async () => {
    const file = path.join(folderWith(), 'mine.json');
    const terminal = await started({ args: ['--json', '--output', file] });
    await terminal.answer('1', asking(2, 12));
    await terminal.answer('4', /Stop here and get help.*Your choice:/);
    await terminal.answer('g', asking(3, 12));
    for (let question = 4; question <= 11; question += 1) await terminal.answer('1', asking(question, 12));
    await terminal.answer('s', asking(12, 12));
    await terminal.answer('s', /Your choice:/);
    await terminal.answer('r', /Saved here: .*mine\.json How soon: now\..* Help right now: .*988/);
    expect(await terminal.exitCode).toBe(0);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ urgency: 'emergency' });
    expectSaneEnd(terminal.written());
  });

  test('back points at the earlier answer, which Enter keeps', async () => {
    const terminal = await started();
    await terminal.answer('1', asking(2, 12));
    await terminal.answer('2', asking(3, 12));
    await terminal.answer('b', /> 2 Passing thoughts.*Your answer:/);
    await terminal.answer('', asking(3, 12));
    terminal.press(KEYS.ctrlC);
    expect(await terminal.exitCode).toBe(130);
  });

  test('arrow keys choose', async () => {
    const terminal = await started();
    terminal.press(KEYS.down);
    await terminal.sees(/> 1 18 or older/);
    terminal.press(KEYS.enter);
    await terminal.sees(asking(2, 12));
    terminal.press(KEYS.ctrlC);
    expect(await terminal.exitCode).toBe(130);
  });

  test('an emergency stops for help; stopping there leaves the help on the screen', async () => {
    const terminal = await started();
    await terminal.answer('1', asking(2, 12));
    await terminal.answer('4', /Stop here and get help.*Your choice:/);
    terminal.press(KEYS.enter);
    expect(await terminal.exitCode).toBe(0);
    expect(terminal.written()).not.toContain('\u001B[2J');
    expect(stripVTControlCharacters(terminal.written())).not.toContain('Question 3');
    expectSaneEnd(terminal.written());
  });

  test('leaving clears the screen, and what can be scrolled back to (H28)', async () => {
    const terminal = await started();
    await terminal.answer('1', asking(2, 12));
    terminal.press('q');
    await terminal.sees(/> q Leave now/);
    terminal.press(KEYS.enter);
    expect(await terminal.exitCode).toBe(0);
    const afterwards = terminal.written().slice(terminal.written().lastIndexOf('\u001B[2J\u001B[3J\u001B[H'));
    expect(afterwards).toContain('None of your answers were kept.');
    expect(afterwards).not.toContain('18 or older');
    expectSaneEnd(terminal.written());
  });

  test('fifty times Enter never gives a result (H05)', async () => {
    const terminal = await started();
    for (let count = 0; count < 50; count += 1) {
      terminal.press(KEYS.enter);
      await terminal.sees(/Nothing is chosen yet/);
    }
    expect(stripVTControlCharacters(terminal.written())).not.toContain('Question 2');
    terminal.press(KEYS.ctrlC);
    expect(await terminal.exitCode).toBe(130);
  });

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('%s keeps nothing, shows help, and gives the terminal back', async (signal, code) => {
    const terminal = await started();
    await terminal.answer('1', asking(2, 12));
    terminal.kill(signal);
    expect(await terminal.exitCode).toBe(code);
    expectSaneEnd(terminal.written());
  });

  test('Ctrl-C and Ctrl-D at each question keep nothing, and help is the last thing shown (H20)', async () => {
    for (const [key, code] of [[KEYS.ctrlC, 130], [KEYS.ctrlD, 2]] as const) {
      const terminal = await started();
      await terminal.answer('1', asking(2, 12));
      await terminal.answer('1', asking(3, 12));
      terminal.press(key);
      expect(await terminal.exitCode).toBe(code);
      expect(stripVTControlCharacters(terminal.written())).toContain('None of your answers were kept.');
      expect(stripVTControlCharacters(terminal.written())).not.toContain('error:');
      expectSaneEnd(terminal.written());
    }
  });

  test.each([
    ['in forty columns', { cols: 40, rows: 24 }],
    ['in forty columns and twelve rows', { cols: 40, rows: 12 }],
  ])('%s no line is wider than the screen (H20)', async (_name, size) => {
    const terminal = await started({ ...size, env: { NO_COLOR: '1' } });
    await checked(terminal);
    await terminal.answer('r', /Do you want to keep it as a file\?.*Your choice:/);
    terminal.press(KEYS.enter);
    expect(await terminal.exitCode).toBe(0);
    expect(linesOf(terminal.written()).filter((line) => line.length > 40)).toEqual([]);
    expect(coloursIn(terminal.written())).toEqual([]);
  });

  test.each<[string, TerminalOptions]>([
    ['--plain', { args: ['--plain'] }],
    ['ACCESSIBLE', { env: { ACCESSIBLE: '1' } }],
    ['TERM=dumb', { env: { TERM: 'dumb' } }],
  ])('%s asks in plain lines: nothing moves, no colour is needed', async (_name, options) => {
    const terminal = openTerminal({ ...options, env: { NO_COLOR: '1', ...options.env } });
    await terminal.sees(/Your choice:/);
    terminal.press('\r');
    await terminal.sees(asking(1, 12));
    terminal.press('1\r');
    await terminal.sees(asking(2, 12));
    terminal.press('q\r');
    expect(await terminal.exitCode).toBe(0);
    expect(terminal.written()).not.toContain('\u001B');
    expectSaneEnd(`${terminal.written()}${CURSOR_SHOWN}`);
  });
});

test('Ctrl-C in plain lines keeps nothing and shows help', async () => {
  const terminal = openTerminal({ args: ['--plain'] });
  await terminal.sees(/Your choice:/);
  terminal.press(KEYS.enter);
  await terminal.sees(asking(1, 12));
  terminal.press(KEYS.ctrlC);
  expect(await terminal.exitCode).toBe(130);
  expectSaneEnd(`${terminal.written()}${CURSOR_SHOWN}`);
});

test('the program is built', () => {
  expect(existsSync(path.resolve(import.meta.dirname, '../../dist/main.cjs'))).toBe(true);
});
