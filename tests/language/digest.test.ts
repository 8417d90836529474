import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { digest } from '../../src/language/digest.ts';
import { ruleSetFrom } from '../rule-sets.ts';
import { SMALL } from './small.ts';

const small = ruleSetFrom(SMALL);

test('is the hash of canonical JSON without the digest', () => {
  const { digest: stated, ...ruleSet } = small;
  expect(digest(ruleSet)).toBe(stated);
  expect(digest(small)).toBe(stated);
  const only = { id: 'b', about: 'a' } as unknown as typeof ruleSet;
  expect(digest(only)).toBe(`sha256:${createHash('sha256').update('{"about":"a","id":"b"}').digest('hex')}`);
});

test('does not depend on the order of keys at any depth', () => {
  const reversed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(reversed);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, reversed(part)]).reverse());
  };
  expect(digest(reversed(small) as typeof small)).toBe(small.digest);
});
