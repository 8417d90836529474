import { expect, test } from 'vitest';
import { type Box, boxesAround, volume } from '../../../src/analysis/diff/box.ts';

/** Whether a box of two questions lets in none of these pairs of codes. */
const without = (...pairs: readonly (readonly [number, number])[]) => ([first = [], second = []]: Box): boolean => !pairs.some(([a, b]) => first.includes(a) && second.includes(b));

test('a box grows round its seed until nothing more fits, in each order of the questions', () => {
  expect(boxesAround([2, 3], Int32Array.of(0, 0), 9, without([1, 2]))).toEqual([
    [[0, 1], [0, 1]],
    [[0], [0, 1, 2]],
    [[0], [0, 1, 2]],
    [[0, 1], [0, 1]],
  ]);
  expect(boxesAround([2, 3], Int32Array.of(0, 0), 2, without([1, 2]))).toHaveLength(2);
});

test('single answers are let in where the whole question is not, in their order', () => {
  const [box] = boxesAround([3, 4], Int32Array.of(1, 2), 1, without([0, 3], [2, 0], [2, 3]));
  expect(box).toEqual([[0, 1, 2], [1, 2]]);
  expect(boxesAround([3, 4], Int32Array.of(2, 2), 1, without([0, 0], [0, 3], [2, 0]))[0]).toEqual([[0, 1, 2], [1, 2]]);
});

test('orders go round, from each question, forwards and backwards', () => {
  const seen: string[] = [];
  const one = (box: Box): boolean => {
    seen.push(box.map((codes) => codes.length).join(''));
    return false;
  };
  boxesAround([2, 2, 2], Int32Array.of(0, 0, 0), 6, one);
  const firsts = seen.filter((_, place) => place % 6 < 3).join(' ');
  expect(firsts).toBe('211 121 112 112 121 211 121 112 211 211 112 121 112 211 121 121 211 112');
});

test('the volume is the product of the answers to each question', () => {
  expect(volume([[0, 1], [0, 1, 2], [4]])).toBe(6n);
  expect(volume([])).toBe(1n);
});
