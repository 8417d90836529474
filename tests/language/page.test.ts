import { expect, test } from 'vitest';
import { Page } from '../../src/language/page.ts';
import { problemsIn } from './small.ts';

test.each([
  ['one\ntwo\n\nfour', 0, 1, 1, 'one'],
  ['one\ntwo\n\nfour', 3, 1, 4, 'one'],
  ['one\ntwo\n\nfour', 4, 2, 1, 'two'],
  ['one\ntwo\n\nfour', 8, 3, 1, ''],
  ['one\ntwo\n\nfour', 11, 4, 3, 'four'],
  ['one\ntwo\n', 8, 3, 1, ''],
  ['one\r\ntwo', 5, 2, 1, 'two'],
  ['one\r\ntwo', 1, 1, 2, 'one'],
  ['', 0, 1, 1, ''],
  ['one\r', 1, 1, 2, 'one\r'],
  ['🌱 two', 3, 1, 4, '🌱 two'],
])('in %j, offset %i is %i:%i', (text, offset, line, column, whole) => {
  expect(new Page(text, 'a.yaml').placeAt(offset)).toEqual({ file: 'a.yaml', line, column, text: whole });
});

test('a page is read unless something was refused', () => {
  const page = new Page('text', 'a.yaml');
  expect(page.read(() => 1)).toEqual({ ok: true, value: 1 });
  page.refuse('empty', 0, 'nothing', 'write');
  expect(page.read(() => 1)).toEqual({
    ok: false,
    problems: [{ code: 'empty', severity: 'error', message: 'nothing', help: 'write', place: { file: 'a.yaml', line: 1, column: 1, text: 'text' } }],
  });
});

test('a problem without advice has no key for it', () => {
  const page = new Page('text', 'a.yaml');
  page.refuse('empty', 0, 'nothing');
  expect(Object.keys(page.refused().problems[0] ?? {})).toEqual(['code', 'severity', 'message', 'place']);
});

test('problems come in the order of their places, those without one last', () => {
  const page = new Page('one\ntwo three', 'a.yaml');
  page.add([{ code: 'unanswered', severity: 'error', message: '' }]);
  page.refuse('bad-id', 8, '');
  page.refuse('bad-day', 4, '');
  page.add([{ code: 'no-order', severity: 'error', message: '' }]);
  page.add([{ code: 'too-few', severity: 'error', message: '' }]);
  page.refuse('empty', 0, '');
  expect(problemsIn(page.refused())).toEqual(['1:1 empty', '2:1 bad-day', '2:5 bad-id', 'unanswered', 'no-order', 'too-few']);
});

test('a thousand problems are enough', () => {
  const page = new Page('text', 'a.yaml');
  for (let count = 0; count < 999; count += 1) page.refuse('empty', 0, '');
  page.add(Array.from({ length: 3 }, () => ({ code: 'unanswered', severity: 'error', message: '' }) as const));
  page.refuse('empty', 0, '');
  expect(page.refused().problems).toHaveLength(1000);
});
