import { expect, test } from 'vitest';
import { codingOf } from '../../src/engine/coding.ts';
import { Lookup } from '../../src/engine/lookup.ts';
import { questionOf, ruleSetOf } from '../analysis/large-rule-sets.ts';

/** As many answer sets as there are numbers of so many bits. */
function codingOfBits(bits: number) {
  return codingOf(ruleSetOf(Array.from({ length: bits }, (_, place) => questionOf(`q${place}`, 2)), []));
}

function codesOf(number: number, bits: number): Int32Array {
  return Int32Array.from({ length: bits }, (_, place) => (number >> place) & 1);
}

/** What is made for each of the first numbers, asked for twice, and how often it was made. */
function asked(bits: number, count: number) {
  let made = 0;
  const lookup = new Lookup(codingOfBits(bits), [...Array(bits).keys()], (codes) => {
    made += 1;
    return { number: codes.reduce((sum, code, place) => sum + code * 2 ** place, 0) };
  });
  const numbers = [0, 1].map(() => Array.from({ length: count }, (_, number) => lookup.valueOf(codesOf(number, bits)).number));
  return { right: numbers.every((list) => list.every((value, number) => value === number)), made };
}

test('a value is made once for each answer set', () => {
  expect(asked(8, 256)).toEqual({ right: true, made: 256 });
});

test('where there are more values than can be kept, the rest is made anew', () => {
  expect(asked(17, 65_600)).toEqual({ right: true, made: 65_600 + 65 });
});

test('where there are more answer sets than a table has places, each is made anew', () => {
  expect(asked(21, 100)).toEqual({ right: true, made: 200 });
});

test('where there are as many answer sets as a table has places, each is made once', () => {
  expect(asked(20, 100)).toEqual({ right: true, made: 100 });
});
