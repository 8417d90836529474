import { z } from 'zod';
import { map, name, names } from './words.ts';

const bound = z.union([name, z.int()]);
const bounds = map({ atLeast: bound.optional(), atMost: bound.optional() }).meta({ minProperties: 1 });

/** An id, one of several, or a stretch of an ordered list: what a property may expect of `level` or `urgency`. */
export const choice = z.union([name, names, bounds]);

/** What a condition says about one question, score, `level` or `urgency`. */
const test = z.union([name, z.int(), names, bounds]);

/** A condition: what must hold of the answers. Every key but these four is the id of a question or score. */
export const condition = z
  .object({
    get all() {
      return conditions.optional();
    },
    get any() {
      return conditions.optional();
    },
    get not() {
      return condition.optional();
    },
    get count() {
      return map({ atLeast: z.int().optional(), atMost: z.int().optional(), of: conditions }).optional();
    },
  })
  .catchall(test)
  .meta({ id: 'condition', minProperties: 1, description: 'a map of questions to options; all of its keys must hold' });

const conditions: z.ZodArray<typeof condition> = z.array(condition).min(1);
