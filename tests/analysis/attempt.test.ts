import { expect, test } from 'vitest';
import { attempt } from '../../src/analysis/attempt.ts';
import { TooManyNodes } from '../../src/analysis/diagram.ts';
import { NotProved } from '../../src/analysis/space.ts';

function failing(error: Error): () => never {
  return () => {
    throw error;
  };
}

test('an answer is an answer, and giving up has its own', () => {
  expect(attempt(NotProved, () => 'answer', () => 'instead')).toBe('answer');
  expect(attempt(NotProved, failing(new NotProved()), () => 'instead')).toBe('instead');
  expect(attempt(TooManyNodes, failing(new TooManyNodes('more than 5 nodes')), ({ message }) => message)).toBe('more than 5 nodes');
});

test('another error is not taken for giving up', () => {
  expect(() => attempt(NotProved, failing(new TooManyNodes('many')), () => 'instead')).toThrow(TooManyNodes);
  expect(() => attempt(NotProved, failing(new RangeError('mistake')), () => 'instead')).toThrow('mistake');
});
