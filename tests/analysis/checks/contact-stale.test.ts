import { expect, test } from 'vitest';
import { contactStale } from '../../../src/analysis/checks/contact-stale.ts';
import { SMALL } from '../../language/small.ts';
import { ruleSetFrom } from '../../rule-sets.ts';
import { subjectOf, subjectsOf } from './subjects.ts';

test.each([
  ['2026-06-30', []],
  ['2026-07-01', []],
  ['2026-07-02', ['contacts/help-line/recheck', 'contacts/night-line/recheck']],
])('on %s, a contact to be checked again by 2026-07-01 (H18)', (today, stale) => {
  expect(subjectsOf(contactStale(subjectOf(ruleSetFrom(SMALL), today)))).toEqual(stale);
});
