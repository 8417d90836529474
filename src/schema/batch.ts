import { z } from 'zod';
import { range, status, urgency } from './assessment.ts';
import { id, map, text } from './words.ts';

const record = {
  line: z.int().min(1).describe('the line that the record stands on, from 1'),
  id: z.union([z.string(), z.number()]).nullable().describe("the record's own id, null without one"),
};

/** A line that `batch` prints: what came of one record, or why it was rejected. */
export const batchLine = z.xor([
  map({
    ...record,
    status,
    level: id.nullable().describe('null unless decided'),
    range: range.describe('the least and the most intensive level still possible'),
    urgency,
    decidedBy: z.array(id).describe('ids of rules'),
    complete: z.boolean(),
    unanswered: z.array(id),
  }),
  map({
    ...record,
    urgency: urgency.exactOptional().describe('what rules ask for that hold by the answers that could be read, where that is more than routine'),
    error: map({ code: id, message: text }),
  }),
]);
