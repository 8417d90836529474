import { z } from 'zod';
import { KINDS, MOST_QUESTIONS, MOST_RULES, URGENCIES } from '../model/rule-set.ts';
import { choice, condition } from './condition.ts';
import { address, day, id, map, name, names, text, texts, version } from './words.ts';

/** A rule-set file as it stands in YAML: `docs/rule-language.md`, key by key. */

export const level = map({
  id,
  name: text,
  short: text.optional().describe('the usual short name, such as IOP'),
  week: text.describe('what a week looks like, in one sentence'),
  what: text.optional(),
  hours: text.optional(),
  nights: text.optional().describe('where one sleeps'),
  length: text.optional().describe('how long it often lasts'),
  parts: texts.optional(),
  fits: text.optional(),
  cost: text.optional(),
  follows: text.optional().describe('what may come after it'),
});

const asked = {
  id,
  kind: z.enum(KINDS).describe('need sets the level; preference chooses between levels that both fit; scope; note: advice only'),
  text,
  help: text.optional().describe('how to read the question'),
  why: text.optional().describe('why it is asked'),
  ifNotSure: text.optional().describe('what to ask a professional after "not sure"'),
};
const question = z.xor([
  map({
    ...asked,
    options: z.array(map({ id, text })).min(2).describe('for a need: from least to most need'),
    several: z.boolean().optional().describe('several options at once; notes only'),
    notSure: name.optional().describe('the option that "not sure" counts as; needs only'),
  }),
  map({
    ...asked,
    integer: map({ min: z.int(), max: z.int() }),
    notSure: z.int().optional().describe('the number that "not sure" counts as; needs only'),
  }),
]);

const points = z.record(name, z.record(name, z.int().min(0).max(1000)));

const rule = map({
  id,
  when: condition,
  level: name.describe('at least this level'),
  urgency: z.enum(URGENCIES).optional().describe('at least this urgency'),
  because: text.describe('the reason, for the person who answered'),
  sources: names,
});

const advice = map({ id, when: condition, say: text, sources: names.optional() });

const outcome = map({
  level: choice.optional(),
  urgency: choice.optional(),
  status: z.enum(['decided', 'out-of-scope']).optional(),
});
const property = z.xor([
  map({ id, when: condition, expect: outcome }),
  map({ id, never: condition }),
  map({ id, vary: name, when: condition.optional(), expect: map({ levels: map({ atMost: z.int().min(0) }) }) }),
  map({ id, monotone: names }),
]);

const contact = map({
  id,
  name: text,
  how: text.describe('what to do, such as: call or text 988'),
  crisis: z.boolean().optional().describe('shown first, last and with every result'),
  when: condition.optional().describe('shown only when this holds'),
  source: address,
  checked: day.describe('the day it was last checked'),
  recheck: day.describe('the day by which it must be checked again'),
  unverified: z.boolean().optional(),
});

const source = map({ title: text, url: address.optional(), unverified: z.boolean().optional() });

export const ruleSetFile = map({
  ruleSet: id.describe('id of the rule set'),
  version: version.describe('three numbers: 1.0.0'),
  title: text,
  about: text.describe('what this is; shown before the first question'),
  notice: text.describe('what this is not; part of every result'),
  levels: z.array(level).min(2).describe('least intensive first'),
  questions: z.array(question).min(1).max(MOST_QUESTIONS).describe('in the order in which they are asked'),
  scores: z.record(id, points).optional().describe('points per option, summed'),
  screen: name.optional().describe('the score that is the total of a screening questionnaire; its levels are then bands of the total'),
  scope: map({ when: condition, otherwise: text }).optional(),
  rules: z.array(rule).min(1).max(MOST_RULES),
  advice: z.array(advice).optional(),
  properties: z.array(property).optional().describe('what must hold for every possible answer set'),
  referral: map({ who: text, today: text, notAsked: text, bring: texts, ask: texts }),
  contacts: z.array(contact).min(1),
  sources: z.record(id, source),
});
