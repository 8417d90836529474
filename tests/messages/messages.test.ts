import { expect, test } from 'vitest';
import { en } from '../../src/messages/en.ts';
import { type Messages, say } from '../../src/messages/messages.ts';

test('a message has its placeholders filled in, each wherever it stands', () => {
  expect(say(en, 'progress', { number: 3, count: 11 })).toBe('Question 3 of 11');
  const twice: Messages = { ...en, progress: '{count}: {number}, {number}' };
  expect(say(twice, 'progress', { number: 3, count: 11 })).toBe('11: 3, 3');
});

test('what a value holds is not taken for a placeholder or a pattern', () => {
  expect(say(en, 'progress', { number: '{count}', count: '$&' })).toBe('Question {count} of $&');
});

test('which placeholders a message needs is known to the compiler', () => {
  // @ts-expect-error -- `count` is missing
  expect(say(en, 'progress', { number: 3 })).toBe('Question 3 of {count}');
  // @ts-expect-error -- this message has no placeholders
  expect(say(en, 'back', { count: 1 })).toBe(en.back);
});

test('every message is one line of text without spaces around it', () => {
  for (const text of Object.values(en)) expect(text).toMatch(/^\S(?:[^\n]*\S)?$/);
});
