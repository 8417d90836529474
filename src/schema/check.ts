import { z } from 'zod';
import { FINDINGS, INPUT_PROBLEMS } from '../model/problem.ts';
import { urgency } from './assessment.ts';
import { digest, id, map, name, text, version } from './words.ts';

const code = z.enum(Object.keys({ ...FINDINGS, ...INPUT_PROBLEMS }) as [keyof typeof FINDINGS | keyof typeof INPUT_PROBLEMS]);
const count = z.int().min(0);
const answers = z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())]));

/** A number of answer sets: a text where it is larger than JSON readers can keep apart from its neighbours. */
const answerSets = z.union([count, z.string().regex(/^\d+$/)]).describe('a text of digits above 2^53 - 1');

const finding = map({
  code,
  severity: z.enum(['error', 'warning', 'note']),
  message: text,
  help: text.optional(),
  witness: answers.optional().describe('answers that show the finding'),
  change: answers.optional().describe('where the finding is about two answer sets: how the second differs from the witness'),
  file: z.string().optional(),
  line: z.int().min(1).optional(),
  column: z.int().min(1).optional(),
});

/** What `rules check --json` prints. */
export const checkResult = map({
  schemaVersion: z.literal(1),
  files: z.array(
    map({
      file: z.string(),
      ruleSet: map({ id, version, digest }).nullable().describe('null when the file holds no rule set that can be read'),
      errors: count,
      warnings: count,
      notes: count,
      findings: z.array(finding),
      proof: map({
        answerSets: answerSets.describe('answer sets in all; "not sure" counts as what it stands for'),
        tallies: z
          .array(map({ level: name.nullable(), status: z.enum(['decided', 'out-of-scope', 'no-rule']), urgency, answerSets }))
          .optional()
          .describe('how many answer sets come out the same; absent when they are more than can be counted'),
        properties: z.array(name).describe('properties that are proved to hold'),
        milliseconds: count,
      }).nullable(),
    }),
  ),
});
