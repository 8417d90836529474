import { expect, expectTypeOf, test } from 'vitest';
import type { z } from 'zod';
import type { Answers } from '../../src/model/answers.ts';
import type { PrintedAssessment, Status } from '../../src/model/assessment.ts';
import type { Expectation } from '../../src/model/case.ts';
import type { Question } from '../../src/model/rule-set.ts';
import type { anyAnswers } from '../../src/schema/answers.ts';
import { assessment, status } from '../../src/schema/assessment.ts';
import type { caseFile } from '../../src/schema/cases.ts';
import type { questionList } from '../../src/schema/questions.ts';

/** What the model says, without `readonly`, which zod does not say. */
type Plain<T> = T extends object ? { -readonly [Key in keyof T]: Plain<T[Key]> } : T;

test('the shapes and the model say the same', () => {
  expectTypeOf<z.infer<typeof anyAnswers>>().toEqualTypeOf<Plain<Answers>>();
  expectTypeOf<z.infer<typeof assessment>>().toEqualTypeOf<Plain<PrintedAssessment>>();
  expectTypeOf<z.infer<typeof status>>().toEqualTypeOf<Status>();
  expectTypeOf<z.infer<typeof questionList>['questions'][number]>().toEqualTypeOf<Plain<Question>>();
  expectTypeOf<keyof z.infer<ReturnType<typeof caseFile>>['cases'][number]['expect']>().toEqualTypeOf<keyof Expectation>();
  expect(status.options).toHaveLength(4);
});
