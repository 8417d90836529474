import { expect, test } from 'vitest';
import { freeze } from '../../src/language/freeze.ts';

test('freezes what is in a value, too, and takes what cannot be frozen', () => {
  const value = freeze({ list: [{ text: 'a' }], nothing: null, number: 1, missing: undefined });
  expect(value).toEqual({ list: [{ text: 'a' }], nothing: null, number: 1, missing: undefined });
  for (const part of [value, value.list, value.list[0]]) expect(Object.isFrozen(part)).toBe(true);
});
