import { describe, expect, test } from 'vitest';
import { en } from '../../src/messages/en.ts';
import { ladderLines } from '../../src/report/ladder.ts';
import { ladder } from '../../src/report/outcome.ts';
import { small } from '../interview/small.ts';

function linesOf(range: readonly [string, string], width = 60): readonly string[] {
  return ladderLines(ladder(small(), range, en), width);
}

describe('the ladder', () => {
  test('has the most care on top, and an arrow and a word at one level', () => {
    expect(linesOf(['middle', 'middle'])).toEqual(['^ more care', '|    High care (HIGH)', '| => Middle care <- to ask about', '|    Low care (LOW)', 'v less care']);
  });

  test('marks every level that is still possible', () => {
    expect(linesOf(['low', 'middle']).filter((line) => line.includes('=>'))).toEqual(['| => Middle care <- could be', '| => Low care (LOW) <- could be']);
  });

  test('goes on below the name where it is too long for the screen', () => {
    expect(linesOf(['middle', 'middle'], 20).slice(1, -1)).toEqual(['|    High care', '|    (HIGH)', '| => Middle care <-', '|    to ask about', '|    Low care (LOW)']);
  });
});
