import { z } from 'zod';
import { status, urgency } from './assessment.ts';
import { id, map, name, text } from './words.ts';

const expectation = map({
  status: status.optional(),
  level: name.optional(),
  range: z.array(name).min(2).max(2).optional().describe('the least and the most intensive level still possible'),
  urgency: urgency.optional(),
  decidedBy: z.array(name).optional().describe('rules that must be among those that decided; none may when the list is empty'),
  advice: z.array(name).optional().describe('pieces of advice that must be among those given; none may when the list is empty'),
}).meta({ minProperties: 1 });

/** Answers with what is expected of them; a line of an NDJSON file of cases. */
export function caseOf<Answers extends z.ZodType>(answers: Answers) {
  return map({
    name: text.describe('a sentence that says what the case is about'),
    answers,
    expect: expectation,
    tags: z.array(id).optional(),
  });
}

/** A file of cases. What the answers are depends on the rule set. */
export function caseFile<Answers extends z.ZodType>(answers: Answers) {
  return map({
    ruleSet: text.describe('path of the rule set from the folder of this file, or the name of a built-in one'),
    cases: z.array(caseOf(answers)).min(1),
  });
}
