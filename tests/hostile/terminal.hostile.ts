import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { asking, KEYS, linesOf, openTerminal, type Terminal, type TerminalOptions } from '../interview/terminal.ts';
import { gathered } from './measured.ts';

const QUESTIONS = 12;
const CURSOR = { shown: '\u001B[?25h', hidden: '\u001B[?25l' };

/** Every place where a person can be: the opening, each question, help, the check of all answers, and the offer to save. */
const PLACES = ['opening', ...Array.from({ length: QUESTIONS }, (_, index) => `question ${index + 1}`), 'help', 'check', 'save'];

/** Walks to a place, by the mildest answers. */
async function at(place: string, options: TerminalOptions = {}): Promise<Terminal> {
  const terminal = openTerminal(options);
  await terminal.sees(/Your choice:/);
  if (place === 'opening') return terminal;
  terminal.press(KEYS.enter);
  await terminal.sees(asking(1, QUESTIONS));
  const last = place === 'help' ? 2 : place.startsWith('question') ? Number(place.slice('question '.length)) : QUESTIONS;
  for (let question = 1; question < last; question += 1) await terminal.answer(question > 10 ? 's' : '1', asking(question + 1, QUESTIONS));
  if (place === 'help') await terminal.answer('4', /Stop here and get help.*Your choice:/);
  if (place === 'check' || place === 'save') await terminal.answer('s', /Check your answers.*Your choice:/);
  if (place === 'save') await terminal.answer('r', /Do you want to keep it as a file\?.*Your choice:/);
  return terminal;
}

/** What is wrong with how a terminal was left: the exit code, the cursor, or no help in sight. */
async function left(terminal: Terminal, code: number, what: string): Promise<readonly string[]> {
  const exitCode = await terminal.exitCode;
  const written = terminal.written();
  return [
    ...(exitCode === code ? [] : [`${what}: exit code ${exitCode}`]),
    ...(written.lastIndexOf(CURSOR.hidden) > written.lastIndexOf(CURSOR.shown) ? [`${what}: the cursor stays hidden`] : []),
    ...(linesOf(written).slice(-5).join(' ').includes('988') ? [] : [`${what}: no help at the end`]),
    ...(/^ +at .*:\d+|something went wrong/m.test(stripVTControlCharacters(written)) ? [`${what}: a stack`] : []),
  ];
}

describe.each([
  ['with moving keys', {}],
  ['in plain lines', { args: ['--plain'] }],
] as const)('%s', (_how, options) => {
  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('%s at every place gives the terminal back, with help in sight (H20)', async (signal, code) => {
    const found = await gathered(PLACES, async (place) => {
      const terminal = await at(place, options);
      terminal.kill(signal);
      return left(terminal, code, `${signal} at ${place}`);
    });
    expect(found).toEqual([]);
  });

  test.each([
    ['Ctrl-C', KEYS.ctrlC, 130],
    ['Ctrl-D', KEYS.ctrlD, 2],
  ])('%s at every place gives the terminal back, with help in sight (H20)', async (key, pressed, code) => {
    const found = await gathered(PLACES, async (place) => {
      const terminal = await at(place, options);
      terminal.press(pressed);
      return left(terminal, key === 'Ctrl-D' && place === 'save' ? 0 : code, `${key} at ${place}`);
    });
    expect(found).toEqual([]);
  });
});

test.each([
  ['with moving keys', {}],
  ['in plain lines', { args: ['--plain'] }],
  ['on a dumb terminal', { env: { TERM: 'dumb' } }],
] as const)('in twenty columns nothing is cut, %s (H20, H21)', async (_how, options) => {
  const terminal = await at('save', { ...options, cols: 20, rows: 24, env: { NO_COLOR: '1', ...('env' in options ? options.env : {}) } });
  terminal.press(KEYS.enter);
  expect(await left(terminal, 0, 'twenty columns')).toEqual([]);
  expect(linesOf(terminal.written()).filter((line) => line.trimEnd().length > 20)).toEqual([]);
});
