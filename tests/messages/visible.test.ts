import { expect, test } from 'vitest';
import { isVisible, visible } from '../../src/messages/visible.ts';

test.each([
  ['an escape', '\u001b[31m', '\\u001b[31m'],
  ['a line feed', 'a\nb', 'a\\u000ab'],
  ['a carriage return', 'a\rb', 'a\\u000db'],
  ['a tab', '\t', '\\u0009'],
  ['a NUL', '\u0000', '\\u0000'],
  ['a C1 control', '\u009b31m', '\\u009b31m'],
  ['a delete', '\u007f', '\\u007f'],
  ['a bidirectional override', '\u202e', '\\u202e'],
  ['a bidirectional isolate', '\u2066', '\\u2066'],
  ['a line separator', '\u2028', '\\u2028'],
  ['a byte-order mark', '\ufeff', '\\ufeff'],
  ['half of a surrogate pair', 'a\ud800b', 'a\\ud800b'],
  ['a tag character', '\u{e0001}', '\\udb40\\udc01'],
])('%s is spelled out', (_what, text, spelled) => {
  expect(visible(text)).toBe(spelled);
  expect(isVisible(text)).toBe(false);
});

test.each(['', 'plain', 'naïve café', 'مرحبا', '日本語', '👩‍👩‍👧', 'می‌خواهم', 'e\u0301'])('%j stays as it is', (text) => {
  expect(visible(text)).toBe(text);
  expect(isVisible(text)).toBe(true);
});

test('within JSON the spelling means the same character', () => {
  const text = 'a\u009b\u202e\u{e0001}z';
  expect(JSON.parse(visible(JSON.stringify(text)))).toBe(text);
});
