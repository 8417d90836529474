import { say, type Messages } from '../../messages/messages.ts';
import { ABSENT_SYSTEM, ASKED_UNKNOWN, codeSystem, questionnaireUrl } from '../../model/fhir.ts';
import type { ChoiceQuestion, Question, RuleSet } from '../../model/rule-set.ts';

const HELP_CONTROL = 'http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl';
const CONTROL_SYSTEM = 'http://hl7.org/fhir/questionnaire-item-control';

/**
 * The questions as a FHIR R4 Questionnaire. What this is and is not, and where help is, stand before the first question,
 * as in the interview. A link id is the id of a question; those of texts hold a mark that no id has.
 */
export function questionnaire(ruleSet: RuleSet, messages: Messages): unknown {
  const { id, version, title, about, notice, questions, contacts } = ruleSet;
  return {
    resourceType: 'Questionnaire',
    url: questionnaireUrl(id),
    version,
    title,
    status: 'active',
    subjectType: ['Patient'],
    description: `${about} ${notice}`,
    item: [
      display('_about', about),
      display('_notice', notice),
      ...contacts.filter(({ crisis }) => crisis).map(({ id: contact, name, how }) => display(`_contact.${contact}`, `${name}: ${how}`)),
      ...questions.map((question) => questionItem(ruleSet, question, messages)),
    ],
  };
}

function questionItem(ruleSet: RuleSet, question: Question, messages: Messages): unknown {
  const asked = { linkId: question.id, text: question.text, required: question.kind !== 'note' };
  const help = question.help === undefined ? {} : { item: [{ extension: [helpControl()], ...display(`${question.id}.help`, question.help) }] };
  if (question.type === 'integer') return { extension: bounds(question.min, question.max), ...asked, type: 'integer', ...help };
  return { ...asked, type: 'choice', repeats: question.several, answerOption: answerOptions(ruleSet, question, messages), ...help };
}

function answerOptions(ruleSet: RuleSet, { id, options, notSure }: ChoiceQuestion, messages: Messages): readonly unknown[] {
  const codes = options.map((option) => ({ valueCoding: { system: codeSystem(ruleSet.id, id), code: option.id, display: option.text } }));
  return notSure === undefined ? codes : [...codes, { valueCoding: { system: ABSENT_SYSTEM, code: ASKED_UNKNOWN, display: say(messages, 'notSure') } }];
}

function bounds(min: number, max: number): readonly unknown[] {
  return [
    { url: 'http://hl7.org/fhir/StructureDefinition/minValue', valueInteger: min },
    { url: 'http://hl7.org/fhir/StructureDefinition/maxValue', valueInteger: max },
  ];
}

function display(linkId: string, text: string): { readonly linkId: string; readonly text: string; readonly type: 'display' } {
  return { linkId, text, type: 'display' };
}

function helpControl(): unknown {
  return { url: HELP_CONTROL, valueCodeableConcept: { coding: [{ system: CONTROL_SYSTEM, code: 'help' }] } };
}
