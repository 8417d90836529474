import { z } from 'zod';
import { anyAnswers } from './answers.ts';
import { status, urgency } from './assessment.ts';
import { digest, id, map, text, version } from './words.ts';

/** What `rules diff --json` prints; `src/model/difference.ts` tells what each field means, docs/diff.md what is compared. */

const count = z.string().regex(/^\d+$/).describe('a whole number as text, because it can be larger than a number holds');
const versionOf = map({ file: z.string().describe('as the command line names it'), id, version, digest });
const notCompared = map({ old: count, new: count }).describe('answer sets of one version that the other does not take');

const result = { status, level: id.nullable(), urgency };
const change = { from: map(result), to: map(result), lowered: z.boolean() };
const tally = {
  compared: count,
  changed: count,
  lowered: count.describe('of the changed, those with a less intensive level or a less pressing urgency'),
  matrix: z.array(map({ ...change, count })),
};

const side = map({ answers: anyAnswers, ...result, decidedBy: z.array(id) });
const witness = map({ old: side, new: side }).describe('whole answers as each version asks for them, and what it makes of them');
const measure = z.enum(['level', 'urgency']);

const region = map({
  when: z
    .record(z.string(), z.union([z.array(z.union([z.string(), z.int()])), map({ atLeast: z.int(), atMost: z.int() })]))
    .describe('the answers allowed to each question, and bounds on a score; others do not matter'),
  where: text.describe('the same in words'),
  count,
  rules: z.array(id).nullable().describe('rules that are not the same and decide the move; null where too many differ to ask'),
  witness,
});

const move = map({
  measure,
  from: id.describe('a level or an urgency; `out-of-scope` or `no-rule` where there is no level'),
  to: id,
  lowered: z.boolean(),
  count,
  regions: z.array(region).describe('few regions that together say who is affected; they may overlap'),
  elsewhere: count.describe('answer sets in none of the regions'),
});

const ruleEffect = map({
  rule: id,
  through: z.array(id).describe('questions and scores through which it is another than it was'),
  decides: map({ changed: count, lowered: count }).nullable().describe('changes that it decided before or decides now; null where too many rules differ to count them'),
  holds: map({ more: count, fewer: count }).exactOptional().describe('answer sets for which it holds now and did not, and the other way round'),
});

const finding = map({ measure, direction: z.enum(['lowered', 'raised']), found: z.enum(['yes', 'no', 'unknown']), witness: witness.exactOptional() });

const line = z.int().min(1);
const recordChange = map({ line, id: z.union([z.string(), z.number()]).nullable(), ...change });

const effect = z.discriminatedUnion('how', [
  map({
    how: z.literal('counted'),
    whole: z.boolean().describe('whether the matrix holds every answer set, or only those that change'),
    ...tally,
    notCompared,
    moves: z.array(move),
    rules: z.array(ruleEffect),
  }),
  map({ how: z.literal('proved'), because: text.describe('why nothing could be counted'), notCompared, findings: z.array(finding) }),
  map({
    how: z.literal('records'),
    file: z.string(),
    ...tally,
    notCompared: count,
    records: z.array(recordChange).describe('the first records that change'),
    rejected: count,
    rejectedLines: z.array(map({ line, code: id, message: text })),
  }),
]);

const field = map({ field: text, old: z.string().nullable(), new: z.string().nullable() });
const part = map({
  part: z.enum(['rule set', 'level', 'question', 'option', 'score', 'scope', 'rule', 'advice', 'property', 'referral', 'contact', 'source']),
  id: z.string(),
  change: z.enum(['added', 'removed', 'renamed', 'changed']),
  was: z.string().exactOptional().describe('the old id'),
  fields: z.array(field),
});

export const difference = map({
  schemaVersion: z.literal(1),
  old: versionOf,
  new: versionOf,
  changed: z.boolean().describe('whether the two differ in anything, to the letter'),
  levels: z.array(id).describe('the levels of both versions in the order in which they are compared'),
  assumed: z.array(text).describe('what was taken for granted where questions, options or levels differ'),
  effect,
  versionRaised: map({ least: version, enough: z.boolean() }).exactOptional(),
  parts: z.array(part).describe('what is written otherwise'),
  acceptance: map({ file: z.string(), line: line.nullable() }).exactOptional().describe('the line that accepts this very change'),
});
