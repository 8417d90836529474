import { describe, expect, test } from 'vitest';
import { readTyped, type Screen } from '../../src/interview/screen.ts';

const ASKING = {
  text: [],
  asked: [],
  help: { lines: [], pressing: false },
  lasting: false,
  hint: { typing: '', keys: '' },
  prompt: '',
} as const;

const ONE: Screen<string> = {
  ...ASKING,
  choices: [
    { key: '1', id: 'none', text: 'No thoughts', reply: 'none' },
    { key: '2', id: 'some', text: 'Some thoughts', reply: 'some' },
    { key: '3', id: 'sometimes', text: 'Sometimes', reply: 'sometimes' },
    { key: '4', id: 'not-sure', text: 'I am not sure', alias: 'not sure', reply: 'not-sure' },
    { key: 'b', text: 'Go back', reply: 'back' },
  ],
};

const SEVERAL: Screen<string> = {
  ...ASKING,
  choices: [
    { key: '1', id: 'rest', text: 'Rest', reply: 'rest' },
    { key: '2', id: 'skills', text: 'Skills', reply: 'skills' },
    { key: '3', id: 'friends', text: 'Friends', reply: 'friends' },
    { key: 's', text: 'Skip', reply: 'skip' },
  ],
  several: (ids) => ids.join('+'),
};

const NUMBER: Screen<string> = {
  ...ASKING,
  choices: [{ key: 'n', id: 'not-sure', text: 'I am not sure', reply: 'not-sure' }],
  number: { min: 0, max: 27, reply: (value) => `number ${value}` },
};

const FREE: Screen<string> = { ...ASKING, choices: [{ key: 'n', text: 'No', reply: 'no' }], free: (text) => `file ${text}` };

function replies(screen: Screen<string>, typed: readonly string[]): (string | undefined)[] {
  return typed.map((text) => readTyped(screen, text)?.reply);
}

describe('typed text', () => {
  test('is a mark, an id, or the only beginning of a text, in any case and with spaces around', () => {
    const typed = ['1', ' 2 ', 'some', 'SOMETIMES', 'no t', 'sometimes', 'b', 'go', 'not-sure', 'I am'];
    expect(replies(ONE, typed)).toEqual(['none', 'some', 'some', 'sometimes', 'none', 'sometimes', 'back', 'back', 'not-sure', 'not-sure']);
  });

  test('that could be two choices is none: "n" could be no, and could be not sure', () => {
    expect(replies(ONE, ['n', 'no', 'so', 's', 'somet'])).toEqual([undefined, undefined, undefined, undefined, 'sometimes']);
    expect(readTyped({ ...ONE, choices: ONE.choices.slice(1) }, 'n')?.reply).toBe('not-sure');
  });

  test('that matches nothing is no reply', () => {
    expect(replies(ONE, ['', '  ', '0', '5', '1,2', '1 2', 'x', '1x'])).toEqual(Array.from({ length: 8 }));
  });

  test('may be a list where several are asked for, in the order of the screen and each once', () => {
    const typed = ['1,3', '3 1', '2;1', 'rest, 3', '2', '1,1', 'fri', 's'];
    expect(replies(SEVERAL, typed)).toEqual(['rest+friends', 'rest+friends', 'rest+skills', 'rest+friends', 'skills', 'rest', 'friends', 'skip']);
    expect(replies(SEVERAL, ['1,4', '1,s', ',', ''])).toEqual(Array.from({ length: 4 }));
  });

  test('is a whole number in its bounds where one is asked for', () => {
    expect(replies(NUMBER, ['0', '27', '007', 'n'])).toEqual(['number 0', 'number 27', 'number 7', 'not-sure']);
    expect(replies(NUMBER, ['28', '-1', '1.5', '1e1', '9999999999', ''])).toEqual(Array.from({ length: 6 }));
  });

  test('is taken as it is where any text will do', () => {
    expect(replies(FREE, ['My File.txt', ' no.txt ', 'n', ''])).toEqual(['file My File.txt', 'file no.txt', 'no', undefined]);
  });
});
