import { expect, test } from 'vitest';
import { code, fenced } from '../../../src/report/diff/markdown.ts';

test('a name in code cannot end it', () => {
  expect(code('bad-pain')).toBe('`bad-pain`');
  expect(code('a`b`\u001B')).toBe("`a'b'\\u001b`");
});

test('the fence around a text is longer than any within', () => {
  expect(fenced('text', ['one', 'two'])).toBe('```text\none\ntwo\n```');
  expect(fenced('diff', ['a ``` b', '`````', 'c ` d'])).toBe('``````diff\na ``` b\n`````\nc ` d\n``````');
});
