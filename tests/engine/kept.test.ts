import { expect, test } from 'vitest';
import { Kept } from '../../src/engine/kept.ts';

/** Values of sets of two words that say how often each was made. */
function counting(mostSlots: number) {
  const made = new Map<string, number>();
  const kept = new Kept(2, mostSlots, (set) => {
    made.set(set.join(), (made.get(set.join()) ?? 0) + 1);
    return set.join();
  });
  return { made, ask: (place: number): string => kept.valueOf(Int32Array.of(place, -place)) };
}

const numbers = (count: number): number[] => Array.from({ length: count }, (_, place) => place);

test('what is asked for again is not made again, while there is room', () => {
  const { made, ask } = counting(1024);
  const all = [...numbers(512), ...numbers(512), ...numbers(512)];
  for (const place of all) expect(ask(place)).toBe(`${place},${-place}`);
  expect([...made.values()]).toEqual(numbers(512).map(() => 1));
});

test('everything is forgotten when more is asked for than there is room for', () => {
  const { made, ask } = counting(128);
  for (const place of numbers(64)) ask(place);
  expect([ask(0), made.get('0,0')]).toEqual(['0,0', 1]);
  ask(64);
  expect([ask(0), made.get('0,0')]).toEqual(['0,0', 2]);
  expect([ask(64), made.get('64,-64')]).toEqual(['64,-64', 1]);
});
