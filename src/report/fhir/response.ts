import { say, type Messages } from '../../messages/messages.ts';
import type { Answer } from '../../model/answers.ts';
import type { Assessment } from '../../model/assessment.ts';
import { ABSENT_EXTENSION, ABSENT_SYSTEM, ASKED_UNKNOWN, codeSystem, questionnaireUrl } from '../../model/fhir.ts';
import { NOT_SURE, type Question, type RuleSet } from '../../model/rule-set.ts';
import { answered, answerInWords } from '../words.ts';

/**
 * The answers as a FHIR R4 QuestionnaireResponse. "Not sure" is an answer, said as an absent value; a question that was not
 * asked is left out. It bears no day: when the answers were given is not known.
 */
export function questionnaireResponse(ruleSet: RuleSet, { answers, complete }: Assessment, messages: Messages): unknown {
  const item = answered(ruleSet, answers).map(({ question, answer }) => responseItem(ruleSet, question, answer, messages));
  return {
    resourceType: 'QuestionnaireResponse',
    questionnaire: `${questionnaireUrl(ruleSet.id)}|${ruleSet.version}`,
    status: complete ? 'completed' : 'in-progress',
    ...(item.length > 0 && { item }),
  };
}

/** FHIR has no empty lists: none of several options is an item without an answer. */
function responseItem(ruleSet: RuleSet, question: Question, answer: Answer, messages: Messages): unknown {
  const values = [answer].flat().map((value) => valueOf(ruleSet, question, value, messages));
  return { linkId: question.id, text: question.text, ...(values.length > 0 && { answer: values }) };
}

function valueOf(ruleSet: RuleSet, question: Question, value: string | number, messages: Messages): unknown {
  if (question.type === 'integer') return value === NOT_SURE ? { _valueInteger: absent() } : { valueInteger: value };
  if (value === NOT_SURE) return { valueCoding: { system: ABSENT_SYSTEM, code: ASKED_UNKNOWN, display: say(messages, 'notSure') } };
  return { valueCoding: { system: codeSystem(ruleSet.id, question.id), code: value, display: answerInWords(question, value, messages) } };
}

/** What stands in place of a missing primitive value: https://hl7.org/fhir/R4/json.html#null */
function absent(): unknown {
  return { extension: [{ url: ABSENT_EXTENSION, valueCode: ASKED_UNKNOWN }] };
}
