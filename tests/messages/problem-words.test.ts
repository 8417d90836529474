import { describe, expect, test } from 'vitest';
import { inWords, translated } from '../../src/messages/problem-words.ts';
import type { Problem } from '../../src/model/problem.ts';

const PHRASES = {
  'a list': 'una lista',
  'takes `{name}`': 'toma `{name}`',
  '`{name}` takes {type}': '`{name}` toma {type}',
  '`{name}` takes one, not {type}': '`{name}` toma uno, no {type}',
  '{b} before {a}': '{a} después de {b}',
};

describe('a phrase', () => {
  test.each([
    ['as it stands', 'a list', 'una lista'],
    ['with a name in it', 'takes `home`', 'toma `home`'],
    ['with words in it that are a phrase too', '`home` takes a list', '`home` toma una lista'],
    ['the one with more words of its own', '`home` takes one, not a list', '`home` toma uno, no una lista'],
    ['with its names in another order', 'x before y', 'y después de x'],
    ['with what means something to patterns', '`$&(` takes .*', '`$&(` toma .*'],
  ])('is found %s', (_how, text, expected) => {
    expect(translated(text, PHRASES)).toBe(expected);
  });

  test('is not found in other words, nor in a part of a text', () => {
    for (const text of ['a list of', 'constructor', 'toString', '']) expect(translated(text, PHRASES)).toBeUndefined();
  });
});

test('a problem without a phrase is told by its code, and without that as it is; its advice likewise', () => {
  const problem: Problem = { code: 'yaml-syntax', severity: 'error', message: 'odd', help: 'a list' };
  const words = { error: 'e', warning: 'w', note: 'n', help: 'h', codes: { 'yaml-syntax': 'no es YAML' }, phrases: PHRASES };
  expect(inWords(problem, words)).toEqual({ ...problem, message: 'no es YAML', help: 'una lista' });
  expect(inWords({ ...problem, code: 'empty', help: 'odd' }, words)).toEqual({ ...problem, code: 'empty', help: 'odd' });
});
