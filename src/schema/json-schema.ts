import { z } from 'zod';
import type { RuleSet } from '../model/rule-set.ts';
import { answersOf, anyAnswers } from './answers.ts';
import { assessment } from './assessment.ts';
import { batchLine } from './batch.ts';
import { caseRun } from './case-run.ts';
import { caseFile } from './cases.ts';
import { checkResult } from './check.ts';
import { difference } from './diff.ts';
import { levelList } from './levels.ts';
import { questionList } from './questions.ts';
import { ruleSetFile } from './rule-set.ts';

/** What is read and written, by the name under which `level-of-care schema` prints it. */
const SHAPES = {
  answers: { title: 'Answers to the questions of a rule set', shape: (ruleSet) => (ruleSet ? answersOf(ruleSet) : anyAnswers) },
  assessment: { title: 'What `assess --json` prints', shape: () => assessment },
  'rule-set': { title: 'A rule set: docs/rule-language.md', shape: () => ruleSetFile },
  cases: { title: 'Cases for a rule set', shape: (ruleSet) => caseFile(ruleSet ? answersOf(ruleSet).partial() : anyAnswers) },
  batch: { title: 'A line that `batch` prints', shape: () => batchLine },
  levels: { title: 'What `levels --json` prints', shape: () => levelList },
  questions: { title: 'What `questions --json` prints', shape: () => questionList },
  'rules-check': { title: 'What `rules check --json` prints', shape: () => checkResult },
  'rules-diff': { title: 'What `rules diff --json` prints', shape: () => difference },
  'rules-test': { title: 'What `rules test --json` prints', shape: () => caseRun },
} as const satisfies Record<string, { readonly title: string; readonly shape: (ruleSet?: RuleSet) => z.ZodType }>;

export type SchemaName = keyof typeof SHAPES;

export const SCHEMA_NAMES = Object.keys(SHAPES) as readonly SchemaName[];

/**
 * JSON Schema, draft 2020-12. With a rule set, `answers` and `cases` list its questions and options. What depends on names
 * inside the file (that an option belongs to its question, say) is beyond JSON Schema: `rules check` tells.
 */
export function jsonSchema(name: SchemaName, ruleSet?: RuleSet): z.core.JSONSchema.BaseSchema {
  const { title, shape } = SHAPES[name];
  return z.toJSONSchema(shape(ruleSet).meta({ title }), { target: 'draft-2020-12' });
}
