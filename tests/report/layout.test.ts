import { expect, test } from 'vitest';
import { indented, item, pageWidth, paragraph } from '../../src/report/layout.ts';

test('a page is as wide as the terminal, within what can be read', () => {
  expect([1, 20, 40, 80, 200].map(pageWidth)).toEqual([20, 20, 40, 80, 80]);
  // Some terminals say that they have no columns.
  expect([0, undefined].map(pageWidth)).toEqual([80, 80]);
});

test('a paragraph keeps its own line breaks, and breaks words that are too long for a line', () => {
  expect(paragraph('  One two three\n\nfour ', 7)).toEqual(['One two', 'three', '', 'four']);
  expect(paragraph('findahelpline.com', 10)).toEqual(['findahelpl', 'ine.com']);
});

test('an item hangs beside its mark', () => {
  expect(item('- ', 'one two three', 9)).toEqual(['- one two', '  three']);
  expect(item('10  ', 'one', 20)).toEqual(['10  one']);
});

test('lines are indented, and blank ones stay blank', () => {
  expect(indented(['a', '', 'b'])).toEqual(['  a', '', '  b']);
});
