import { z } from 'zod';
import { URGENCIES } from '../model/rule-set.ts';
import { anyAnswers } from './answers.ts';
import { digest, id, map, text, version } from './words.ts';

/** What `assess --json` prints; `src/model/assessment.ts` tells what each field means. */

export const status = z.enum(['decided', 'open', 'out-of-scope', 'no-rule']);
export const urgency = z.enum(URGENCIES);
export const range = z.tuple([id, id]).nullable();
export const ruleSetId = map({ id, version, digest });

const change = map({ answers: anyAnswers, level: id, urgency });

const firedRule = map({
  rule: id,
  level: id.nullable(),
  urgency,
  because: text,
  answers: anyAnswers,
  sources: z.array(id),
});

const explanation = map({
  level: id,
  askForMore: z.array(firedRule).describe('the rules that hold and ask for more than this level'),
  fewest: change.nullable().describe('the fewest answers that would have to differ to get this level; null when none were found'),
});

export const assessment = map({
  schemaVersion: z.literal(1),
  ruleSet: ruleSetId,
  answers: anyAnswers,
  complete: z.boolean().describe('every required question is answered'),
  status,
  level: id.nullable().describe('null unless decided'),
  range: range.describe('the least and the most intensive level still possible'),
  urgency,
  urgencyRange: z.tuple([urgency, urgency]),
  decidedBy: z.array(firedRule).describe('the rules that ask for the level or urgency of the result'),
  alsoMatched: z.array(firedRule).describe('the rules that hold and ask for less'),
  wouldChange: z.array(change).describe('every change of a single answer that moves the level'),
  unanswered: z.array(id),
  notSure: z.array(map({ question: id, countedAs: z.union([id, z.int()]), ask: z.string() })),
  scores: z.record(id, z.int().nullable()).describe('the total of each score; null while a question that it sums over has no answer'),
  advice: z.array(map({ id, say: text })),
  referral: map({ who: text, today: text, notAsked: text, bring: z.array(text), ask: z.array(text) }),
  contacts: z.array(map({ id, name: text, how: text, crisis: z.boolean() })),
  notice: text,
  fewestChanges: z.array(change).exactOptional().describe('the fewest answers, two or three, that together lead to the level below and to the level above, where no single one does'),
  nextQuestion: id.nullable().exactOptional().describe('the unanswered question that narrows the result most; null unless answers are missing'),
  explain: explanation.nullable().exactOptional().describe('only with `--explain`: why not that level; null where there is no level to compare with'),
});
