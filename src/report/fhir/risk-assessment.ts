import { type MessageKey, say, type Messages } from '../../messages/messages.ts';
import type { Assessment, FiredRule } from '../../model/assessment.ts';
import { codeSystem, DIGEST_SYSTEM, RULE_SET_SYSTEM, URGENCY_SYSTEM } from '../../model/fhir.ts';
import type { RuleSet, Urgency } from '../../model/rule-set.ts';
import { rulesForLevel } from '../reasons.ts';
import { isPressingScreen, screenTotal } from '../screen.ts';
import { levelName, levelOf } from '../words.ts';

/** What a result is made from, where it is reported as FHIR resources. */
export interface Suggested {
  readonly ruleSet: RuleSet;
  readonly assessment: Assessment;
  readonly messages: Messages;
  /** The day of the assessment, YYYY-MM-DD. */
  readonly today: string;
}

/**
 * The suggestion as a FHIR R4 RiskAssessment: preliminary, with no probability, about nobody in particular. It predicts a
 * level where there is one, and an urgency; it is never a Condition, because nothing was diagnosed.
 */
export function riskAssessment(suggested: Suggested, basis: string): unknown {
  const { assessment, today } = suggested;
  const predictions = [...level(suggested), ...urgency(suggested)];
  const mitigation = [...assessment.advice.map(({ say: text }) => text), assessment.referral.today].join(' ');
  return {
    resourceType: 'RiskAssessment',
    status: 'preliminary',
    method: method(suggested.ruleSet),
    subject: { display: 'The person who answered' },
    occurrenceDateTime: today,
    basis: [{ reference: basis }],
    ...(predictions.length > 0 && { prediction: predictions }),
    mitigation,
    note: notes(suggested).map((text) => ({ text })),
  };
}

function method({ id, version, digest, title }: RuleSet): unknown {
  const coding = [
    { system: RULE_SET_SYSTEM, version, code: id, display: title },
    { system: DIGEST_SYSTEM, code: digest },
  ];
  return { coding, text: `Rule set ${id}, version ${version}, ${digest}` };
}

function level({ ruleSet, assessment }: Suggested): readonly unknown[] {
  const found = levelOf(ruleSet, assessment.level);
  if (found === undefined) return [];
  const coding = { system: codeSystem(ruleSet.id, 'level'), version: ruleSet.version, code: found.id, display: levelName(found) };
  const text = isPressingScreen(ruleSet, assessment) ? levelName(found) : found.week;
  return [prediction(coding, text, rulesForLevel(ruleSet, assessment))];
}

const HOW_SOON: Readonly<Record<Urgency, MessageKey & `soon${string}`>> = { routine: 'soonRoutine', soon: 'soonSoon', urgent: 'soonUrgent', emergency: 'soonEmergency' };

/** Without a level, `routine` says nothing for certain, and must not sound as if there were no hurry. */
function urgency({ assessment, messages }: Suggested): readonly unknown[] {
  if (assessment.urgency === 'routine' && assessment.status !== 'decided') return [];
  const text = say(messages, HOW_SOON[assessment.urgency]);
  const rules = assessment.decidedBy.filter((rule) => rule.urgency === assessment.urgency);
  return [prediction({ system: URGENCY_SYSTEM, code: assessment.urgency }, text, rules)];
}

function prediction(coding: unknown, text: string, rules: readonly FiredRule[]): unknown {
  const rationale = rules.map(({ because }) => because).join(' ');
  return { outcome: { coding: [coding], text }, ...(rationale !== '' && { rationale }) };
}

/** What stands with every result: where it falls short of a level, what it is not, and where help is. */
function notes(suggested: Suggested): readonly string[] {
  const { ruleSet, assessment, messages } = suggested;
  const notSure = assessment.notSure.flatMap(({ ask }) => (ask === '' ? [] : say(messages, 'notSureAsk', { ask })));
  const help = assessment.contacts.map(({ name, how }) => `${name}: ${how}`);
  const withoutLevel = { decided: [], open: [range(suggested)], 'out-of-scope': [ruleSet.scope?.otherwise ?? ''], 'no-rule': [say(messages, 'noRuleLead'), say(messages, 'noRuleNext')] };
  const total = screenTotal(ruleSet, assessment, messages);
  return [...(total === undefined ? [] : [total]), ...withoutLevel[assessment.status], ...notSure, assessment.notice, assessment.referral.who, assessment.referral.notAsked, ...help];
}

function range({ ruleSet, assessment, messages }: Suggested): string {
  const [least, most] = (assessment.range ?? []).map((id) => levelOf(ruleSet, id));
  const lead = say(messages, 'rangeLead');
  if (least === undefined || most === undefined) return lead;
  return `${lead} ${say(messages, 'range', { least: levelName(least), most: levelName(most) })}`;
}
