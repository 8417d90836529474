import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { asking, KEYS, linesOf, openTerminal, type Terminal, type TerminalOptions } from '../interview/terminal.ts';
import { gathered } from './measured.ts';

const QUESTIONS = 12;
const CURSOR = { shown: '\u001B[?25h', hidden: '\u001B[?25l' };

/** Every place where a person can be: the opening, each question, help, the check of all answers, and the offer to save. */
const PLACES = ['opening', ...Array.from({ length: QUESTIONS }, (_, index) => `question ${index + 1}`), 'help', 'check', 'save'];

/** A way of asking, with how its terminal takes a typed answer: with moving keys, what is typed is waited for. */
interface Way extends TerminalOptions {
  readonly plain: boolean;
}

const MOVING: Way = { plain: false };
const PLAIN: Way = { plain: true, args: ['--plain'] };
const DUMB: Way = { plain: true, env: { TERM: 'dumb' } };

/** Walks to a place, by the mildest answers. */
async function at(place: string, way: Way): Promise<Terminal> {
  const terminal = openTerminal(way);
  const answer = async (typed: string, next: RegExp): Promise<void> => {
    if (!way.plain) return terminal.answer(typed, next);
    terminal.press(`${typed}\r`);
    return terminal.sees(next);
  };
  await terminal.sees(/Your choice:/);
  if (place === 'opening') return terminal;
  terminal.press(KEYS.enter);
  await terminal.sees(asking(1, QUESTIONS));
  const last = place === 'help' ? 2 : place.startsWith('question') ? Number(place.slice('question '.length)) : QUESTIONS;
  for (let question = 1; question < last; question += 1) await answer(question > 10 ? 's' : '1', asking(question + 1, QUESTIONS));
  if (place === 'help') await answer('4', /Stop here and get help.*Your choice:/);
  if (place === 'check' || place === 'save') await answer('s', /Check your answers.*Your choice:/);
  if (place === 'save') await answer('r', /Do you want to keep it as a file\?.*Your choice:/);
  return terminal;
}

/** The offer to save a summary comes below the result, which ends with help. */
const LINES_OF_OFFER = 20;

/** What is wrong with how a terminal was left: the exit code, the cursor, or no help in sight. */
async function left(terminal: Terminal, code: number, what: string, lastLines = 5): Promise<readonly string[]> {
  const exitCode = await terminal.exitCode;
  const written = terminal.written();
  return [
    ...(exitCode === code ? [] : [`${what}: exit code ${exitCode}`]),
    ...(written.lastIndexOf(CURSOR.hidden) > written.lastIndexOf(CURSOR.shown) ? [`${what}: the cursor stays hidden`] : []),
    ...(linesOf(written).slice(-lastLines).join(' ').includes('988') ? [] : [`${what}: no help at the end`]),
    ...(/^ +at .*:\d+|something went wrong/m.test(stripVTControlCharacters(written)) ? [`${what}: a stack`] : []),
  ];
}

describe.each([
  ['with moving keys', MOVING],
  ['in plain lines', PLAIN],
] as const)('%s', (_how, way) => {
  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('%s at every place gives the terminal back, with help in sight (H20)', async (signal, code) => {
    const found = await gathered(PLACES, async (place) => {
      const terminal = await at(place, way);
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
      const terminal = await at(place, way);
      terminal.press(pressed);
      // After the result, no more input means no summary.
      return key === 'Ctrl-D' && place === 'save' ? left(terminal, 0, place, LINES_OF_OFFER) : left(terminal, code, `${key} at ${place}`);
    });
    expect(found).toEqual([]);
  });
});

test.each([
  ['with moving keys', MOVING],
  ['in plain lines', PLAIN],
  ['on a dumb terminal', DUMB],
] as const)('in twenty columns nothing is cut, %s (H20, H21)', async (_how, way) => {
  const terminal = await at('save', { ...way, cols: 20, rows: 24, env: { NO_COLOR: '1', ...way.env } });
  terminal.press(KEYS.enter);
  expect(await left(terminal, 0, 'twenty columns', 4 * LINES_OF_OFFER)).toEqual([]);
  expect(linesOf(terminal.written()).filter((line) => line.trimEnd().length > 20)).toEqual([]);
});
