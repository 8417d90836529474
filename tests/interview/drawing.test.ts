import { Chalk } from 'chalk';
import { describe, expect, test } from 'vitest';
import { type Drawing, drawnLines, promptOf } from '../../src/interview/drawing.ts';
import { choiceFor, type Screen } from '../../src/interview/screen.ts';
import { screenOf } from '../../src/interview/screens.ts';
import { OPENING } from '../../src/interview/state.ts';
import { en } from '../../src/messages/en.ts';
import type { Question } from '../../src/model/rule-set.ts';
import { small } from './small.ts';

const ruleSet = small();
const chalk = new Chalk({ level: 1 });
const WIDTH = 40;

function questionScreen(id: string): Screen<unknown> {
  const question = ruleSet.questions.find((candidate) => candidate.id === id) as Question;
  return screenOf({ ruleSet, messages: en, chalk, width: WIDTH }, { ...OPENING, at: 'question', question, why: false });
}

/** The lines, with what is written in colour between signs. */
function drawn(id: string, pointed: string, { marked = [], trouble = '', tight = false }: { readonly marked?: readonly string[] } & Partial<Pick<Drawing, 'trouble' | 'tight'>> = {}): readonly string[] {
  const screen = questionScreen(id);
  const choices = marked.flatMap((key) => choiceFor(screen, key) ?? []);
  const signs: Readonly<Record<string, string>> = { '1': '*', '22': '*', '2': '~', '36': '<', '39': '>', '33': '<' };
  return drawnLines({ screen, chalk, width: WIDTH, pointed: choiceFor(screen, pointed), marked: choices, trouble, tight })
    .map((line) => line.split('\u001B[').map((part) => part.replace(/^(\d+)m/, (_, code: string) => signs[code] ?? code)).join(''));
}

describe('a question is drawn', () => {
  test('with help and what to do below the choices, and an arrow at the one pointed at', () => {
    expect(drawn('danger', '1')).toEqual([
      '~Question 2 of 7*',
      '',
      '*Are you in danger?*',
      'Right now.',
      '',
      '<> 1  No danger>',
      '  2  Some danger',
      '  3  Danger now',
      '  4  I am not sure',
      '',
      '?  Why we ask this   b  Go back',
      'q  Leave now',
      '',
      'Help right now: Call 911. Call or text',
      '988.',
      '~Type a number, or move with the arrow*',
      '~keys. Then press Enter.*',
    ]);
  });

  test('with a box at each option that can be marked, and what was wrong in the end', () => {
    expect(drawn('wishes', '2', { marked: ['1'], trouble: 'Not so.' })).toEqual([
      '~Question 6 of 7*',
      '',
      '*What do you want?*',
      '',
      '  1  [x] Rest',
      '<> 2  [ ] Skills>',
      '  3  [ ] Friends',
      '',
      's  Skip: none of these   b  Go back',
      'q  Leave now',
      '',
      'Help right now: Call 911. Call or text',
      '988.',
      '~Type numbers, such as 1,3, or mark lines*',
      '~with the space bar. Then press Enter.*',
      '<Not so.>',
    ]);
  });

  test('without a blank line where rows are few', () => {
    expect(drawn('wishes', 'b', { tight: true })).toEqual([
      '~Question 6 of 7*',
      '*What do you want?*',
      '  1  [ ] Rest',
      '  2  [ ] Skills',
      '  3  [ ] Friends',
      's  Skip: none of these   <> b  Go back>',
      'q  Leave now',
      'Help right now: Call 911. Call or text',
      '988.',
      '~Type numbers, such as 1,3, or mark lines*',
      '~with the space bar. Then press Enter.*',
    ]);
  });

  test('with what was wrong in place of what to do where rows are few', () => {
    expect(drawn('wishes', '1', { tight: true, trouble: 'Not so.' }).slice(-3)).toEqual(['Help right now: Call 911. Call or text', '988.', '<Not so.>']);
  });
});

test('where nothing is an answer, all that can be done stands in the list', () => {
  const screen = screenOf({ ruleSet, messages: en, chalk, width: WIDTH }, OPENING);
  const lines = drawnLines({ screen: { ...screen, asked: [], text: [] }, chalk, width: WIDTH, pointed: undefined, marked: [], trouble: '', tight: false });
  expect(lines.slice(0, 3)).toEqual(['  s  Start', '  q  Leave now', '']);
});

test('a text that is suggested stands before the line that is typed', () => {
  const screen = questionScreen('danger');
  expect(promptOf(screen)).toBe('Your answer: ');
  expect(promptOf({ ...screen, prompt: 'File:', free: String, standing: 'summary.html' })).toBe('File: (summary.html) ');
  expect(promptOf({ ...screen, prompt: 'File:', free: String })).toBe('File: ');
});
