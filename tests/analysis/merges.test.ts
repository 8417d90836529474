import { expect, test } from 'vitest';
import { Merges } from '../../src/analysis/merges.ts';

test('each of many merges is found again, and none that was not kept', () => {
  const merges = new Merges();
  const numbers = [...Array(40).keys()];
  const all = [0, 1, 2].flatMap((operation) => numbers.flatMap((a) => numbers.map((b) => ({ operation, a, b }))));
  for (const [result, { operation, a, b }] of all.entries()) {
    expect(merges.resultOf(operation, a, b)).toBeUndefined();
    merges.keep(operation, a, b, result);
  }
  expect(all.map(({ operation, a, b }) => merges.resultOf(operation, a, b))).toEqual([...all.keys()]);
  for (const a of numbers) expect([merges.resultOf(3, a, 1), merges.resultOf(1, a, 40), merges.resultOf(1, a + 40, 1)]).toEqual([undefined, undefined, undefined]);
});
