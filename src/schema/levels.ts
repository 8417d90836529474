import { z } from 'zod';
import { ruleSetId } from './assessment.ts';
import { level } from './rule-set.ts';
import { map, text } from './words.ts';

/** What `levels --json` prints. */
export const levelList = map({
  schemaVersion: z.literal(1),
  ruleSet: ruleSetId,
  levels: z.array(level).min(1).describe('least intensive first'),
  notice: text,
});
