import { z } from 'zod';
import { KINDS } from '../model/rule-set.ts';
import { ruleSetId } from './assessment.ts';
import { id, map, text } from './words.ts';

const asked = {
  id,
  kind: z.enum(KINDS),
  text,
  help: text.exactOptional().describe('how to read the question'),
  why: text.exactOptional().describe('why it is asked'),
  ifNotSure: text.exactOptional().describe('what to ask a professional after "not sure"'),
};

const question = z.xor([
  map({
    ...asked,
    type: z.literal('choice'),
    options: z.array(map({ id, text })),
    several: z.boolean().describe('several options at once, as a list'),
    notSure: id.exactOptional().describe('the option that `not-sure` counts as; absent where it is no answer'),
  }),
  map({
    ...asked,
    type: z.literal('integer'),
    min: z.int(),
    max: z.int(),
    notSure: z.int().exactOptional().describe('the number that `not-sure` counts as; absent where it is no answer'),
  }),
]);

/** What `questions --json` prints. */
export const questionList = map({
  schemaVersion: z.literal(1),
  ruleSet: ruleSetId,
  title: text,
  questions: z.array(question),
});
