import { expect, test } from 'vitest';
import { hardest } from '../messages/hardest.ts';
import { loweredByDropping } from '../dropped.ts';
import { adult } from '../rule-sets.ts';

test('every result of the adult rule set is read with six years of school, whatever the notes and whatever is not sure (H42)', () => {
  const { results, grade, excess } = hardest(adult(), 1);
  console.log(`${results} results: grade ${grade.toFixed(2)} at most; ${JSON.stringify(excess)} beyond grade 6 with notes and not sure`);
  expect(grade).toBeLessThanOrEqual(6);
  expect(Math.max(excess.words, excess.syllables)).toBeLessThanOrEqual(0);
});

test('a dropped answer never lowers what is possible, and never gets a level: each answer of every answer set (H04)', () => {
  expect(loweredByDropping(adult(), 1)).toEqual([]);
});
