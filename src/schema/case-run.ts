import { z } from 'zod';
import { anyAnswers } from './answers.ts';
import { ruleSetId, status, urgency } from './assessment.ts';
import { id, map, text } from './words.ts';

const value = z.union([z.string(), z.array(z.string())]).nullable();
const kind = z.enum(['rule', 'option', 'level', 'urgency', 'part', 'edge']);
const count = z.int().min(0);
const line = z.int().min(1);

const obligation = map({
  kind,
  rule: id.optional(),
  name: text.describe('the rule, option, level, urgency, part or edge, by its ids'),
  missing: z.array(z.string()).optional().describe('the sides of a part or an edge that no case shows'),
  line,
});

const coverage = map({
  ruleSet: ruleSetId,
  file: z.string(),
  percent: z.number().min(0).max(100).describe('met, of what is possible'),
  totals: z.array(map({ kind, met: count, possible: count, impossible: count })),
  open: z.array(obligation).describe('not met, though some answers would'),
  impossible: z.array(obligation).describe('proved that no answers can meet it; not counted'),
  suggestions: z.array(
    map({
      answers: anyAnswers,
      shows: map({ kind, rule: id.optional(), name: text, side: z.string().optional() }),
      near: map({ name: text, file: z.string(), line, changed: z.array(id) }).optional(),
      outcome: map({ status, level: id.nullable(), urgency, decidedBy: z.array(id) }).describe('what the rule set makes of the answers; for the author to confirm'),
    }),
  ),
});

/** What `rules test --json` prints; docs/coverage.md tells what is covered. */
export const caseRun = map({
  schemaVersion: z.literal(1),
  passed: count,
  failed: count,
  notRun: count.describe('cases that `--bail` left out'),
  cases: z.array(
    map({
      name: text,
      file: z.string(),
      line,
      passed: z.boolean(),
      differences: z.array(map({ of: z.string(), expected: value, received: value })),
      fired: z.array(id).describe('every rule whose condition held'),
    }),
  ),
  coverage: z.array(coverage).optional().describe('one for each rule set, with `--coverage`'),
});
