import type { Answers } from '../../../src/model/answers.ts';
import type { Case } from '../../../src/model/case.ts';

/** A case with nothing but answers. */
export const caseOf = (answers: Answers, index = 1): Case => ({ name: `case ${index}`, answers, expect: {}, tags: [], place: { file: '', line: index, column: 1, text: '' } });
