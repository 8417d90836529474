import type { Answers } from '../model/answers.ts';
import type { Assessment, NotSure } from '../model/assessment.ts';
import { type Condition, NOT_SURE, type RuleSet } from '../model/rule-set.ts';
import { type Codes, encode, UNANSWERED } from './coding.ts';
import { compile, termsOf, TRUE } from './condition.ts';
import { decide, type Decision, missing, named } from './decision.ts';
import { changes, fired } from './explain.ts';
import { tableOf } from './table.ts';

/** What the rules say of some answers, with the reasons, what would change it, and where to turn. */
export function assess(ruleSet: RuleSet, answers: Answers): Assessment {
  const table = tableOf(ruleSet);
  const codes = encode(table.coding, answers);
  const decision = decide(table, codes);
  const facts = withResult(codes, decision);
  const { complete, unanswered } = missing(table, codes);
  const holds = (condition: Condition): boolean => compile(ruleSet, table.coding, condition)(facts) === TRUE;
  return {
    schemaVersion: 1,
    ruleSet: { id: ruleSet.id, version: ruleSet.version, digest: ruleSet.digest },
    answers,
    complete,
    ...named(ruleSet, decision),
    decidedBy: decision.decidedBy.map((row) => fired(ruleSet, table, codes, answers, row)),
    alsoMatched: decision.alsoMatched.map((row) => fired(ruleSet, table, codes, answers, row)),
    wouldChange: decision.status === 'decided' ? changes(ruleSet, table, codes) : [],
    unanswered,
    notSure: notSure(ruleSet, answers),
    scores: Object.fromEntries(ruleSet.scores.map(({ id }) => [id, total(termsOf(ruleSet, table.coding, id), codes)])),
    advice: ruleSet.advice.filter((advice) => holds(advice.when)).map(({ id, say }) => ({ id, say })),
    referral: ruleSet.referral,
    contacts: ruleSet.contacts
      .filter((contact) => contact.when === undefined || holds(contact.when))
      .map(({ id, name, how, crisis }) => ({ id, name, how, crisis })),
    notice: ruleSet.notice,
  };
}

/** The codes together with the level, where there is one, and the urgency, where it is certain. */
function withResult(codes: Codes, { status, possible }: Pick<Decision, 'status' | 'possible'>): Codes {
  const facts = codes.slice();
  const [least, greatest] = possible.urgency;
  facts[facts.length - 2] = status === 'decided' && possible.level !== null ? possible.level[0] : UNANSWERED;
  facts[facts.length - 1] = least === greatest ? least : UNANSWERED;
  return facts;
}

/** Null while a question that counts has no answer. */
function total(terms: ReturnType<typeof termsOf>, codes: Codes): number | null {
  let sum = 0;
  for (const { position, points } of terms) {
    const code = codes[position] as number;
    if (code === UNANSWERED) return null;
    sum += points[code] as number;
  }
  return sum;
}

function notSure(ruleSet: RuleSet, answers: Answers): readonly NotSure[] {
  return ruleSet.questions.flatMap(({ id, notSure: countedAs, ifNotSure }) =>
    Object.hasOwn(answers, id) && answers[id] === NOT_SURE && countedAs !== undefined ? [{ question: id, countedAs, ask: ifNotSure ?? '' }] : [],
  );
}
