import { describe, expect, test } from 'vitest';
import { en } from '../../src/messages/en.ts';
import { ladder } from '../../src/report/ladder.ts';
import { small } from '../interview/small.ts';

describe('the ladder', () => {
  test('has the most care on top, and an arrow and a word at one level', () => {
    expect(ladder(small(), ['middle', 'middle'], en, 60)).toEqual([
      '^ more care',
      '|    High care (HIGH)',
      '| => Middle care <- to ask about',
      '|    Low care (LOW)',
      'v less care',
    ]);
  });

  test('marks every level that is still possible', () => {
    expect(ladder(small(), ['low', 'middle'], en, 60).filter((line) => line.includes('=>'))).toEqual([
      '| => Middle care <- could be',
      '| => Low care (LOW) <- could be',
    ]);
  });

  test('goes on below the name where it is too long for the screen', () => {
    expect(ladder(small(), ['middle', 'middle'], en, 20).slice(1, -1)).toEqual([
      '|    High care',
      '|    (HIGH)',
      '| => Middle care <-',
      '|    to ask about',
      '|    Low care (LOW)',
    ]);
  });
});
