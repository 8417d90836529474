import type { Problem } from '../../../src/model/problem.ts';
import type { CheckedFile } from '../../../src/report/check/checked.ts';
import { SMALL } from '../../language/small.ts';
import { ruleSetFrom } from '../../rule-sets.ts';

export const PLACE = { file: 'my rules.yaml', line: 12, column: 5, text: '  - id: mild' };

export const GAP: Problem = {
  code: 'gap',
  severity: 'error',
  message: 'no rule covers `pain: much`',
  help: 'add a rule',
  place: PLACE,
  witness: { age: 'adult', pain: 'much', sleep: 7, time: 'day' },
};

export const NOT_MONOTONE: Problem = { ...GAP, code: 'not-monotone', message: 'a worse answer lowers the level', change: { pain: 'none' } };

export const UNUSED: Problem = { code: 'unused-source', severity: 'warning', message: 'source `talk` is used nowhere', place: { ...PLACE, line: 30 } };

export const REDUNDANT: Problem = { code: 'redundant', severity: 'note', message: 'rule `bad-pain` only adds a reason', place: { ...PLACE, line: 20 } };

/** A small rule set, checked: what was found is up to the test. */
export function checkedFile(findings: readonly Problem[] = [], proof: Partial<CheckedFile['proof']> = {}): CheckedFile {
  return {
    file: PLACE.file,
    ruleSet: ruleSetFrom(SMALL),
    findings,
    proof: {
      answerSets: 96n,
      tallies: [
        { level: null, status: 'out-of-scope', urgency: 'routine', answerSets: 40n },
        { level: null, status: 'out-of-scope', urgency: 'soon', answerSets: 8n },
        { level: 'low', status: 'decided', urgency: 'routine', answerSets: 24n },
        { level: 'high', status: 'decided', urgency: 'soon', answerSets: 1_234_567n },
      ],
      properties: ['much-is-high', 'no-child'],
      ...proof,
    },
    milliseconds: 1234.6,
  };
}
