import { ABSENT_EXTENSION, ABSENT_SYSTEM, ASKED_UNKNOWN, codeSystem, questionnaireUrl } from '../model/fhir.ts';
import { NOT_SURE, type Question, type RuleSet } from '../model/rule-set.ts';
import type { GivenAnswer } from './answer.ts';
import { shorten, validNames } from './nearest.ts';
import type { Page } from './page.ts';
import { child, entries, items, type Node, plain, textOf } from './tree.ts';

/** Responses that can be used: not those that were entered in error. */
const STATUSES = ['completed', 'in-progress', 'amended', 'stopped'];

/** What changes the meaning of what it stands on, and must not be passed over: https://hl7.org/fhir/R4/extensibility.html */
const MODIFIERS = new Set(['modifierExtension', 'implicitRules']);

/**
 * The answers that a FHIR R4 QuestionnaireResponse holds, or the one response in a Bundle. It is checked against the
 * Questionnaire that the rule set is: what is wrong with it as a response is refused on the page; that each answer fits
 * its question is left to `checkAnswers`.
 */
export function givenInResponse(page: Page, ruleSet: RuleSet, root: Node): readonly GivenAnswer[] {
  const response = responseIn(page, root);
  if (response === undefined) return [];
  refuseModifiers(page, response);
  checkStatus(page, response);
  checkQuestionnaire(page, response, ruleSet);
  const seen = new Set<string>();
  return items(child(response, 'item')).flatMap((item) => {
    const link = linkOf(page, item);
    if (link === undefined || isText(item, link)) return [];
    if (seen.has(link.id)) page.refuse('duplicate-key', item.start, `\`${shorten(link.id)}\` is answered twice`, 'keep one of the items');
    seen.add(link.id);
    return itemAnswer(page, ruleSet, item, link);
  });
}

function responseIn(page: Page, root: Node): Node | undefined {
  const type = textOf(child(root, 'resourceType'));
  if (type === 'QuestionnaireResponse') return root;
  const resources = items(child(root, 'entry')).flatMap((entry) => child(entry, 'resource') ?? []);
  const responses = resources.filter((resource) => textOf(child(resource, 'resourceType')) === 'QuestionnaireResponse');
  const [response] = responses;
  if (response !== undefined && responses.length === 1) return response;
  const message = type === 'Bundle' ? `the Bundle holds ${responses.length} responses` : 'this FHIR resource holds no answers';
  page.refuse('wrong-type', root.start, message, 'one QuestionnaireResponse is expected, by itself or in a Bundle');
  return undefined;
}

function refuseModifiers(page: Page, node: Node): void {
  for (const { key, keyStart } of entries(node)) {
    if (MODIFIERS.has(key)) page.refuse('unknown-key', keyStart, `\`${key}\` can change what the response means`, 'this program knows of no such change');
  }
}

function checkStatus(page: Page, response: Node): void {
  const status = child(response, 'status');
  const word = textOf(status) ?? '';
  if (status === undefined) page.refuse('missing-key', response.start, '`status` is missing', `one of ${STATUSES.join(', ')}`);
  else if (!STATUSES.includes(word)) page.refuse('unknown-name', status.start, `a response with the status \`${shorten(word)}\` is not used`, validNames(word, STATUSES));
}

/** The version may differ: whether the answers fit this version is checked answer by answer. */
function checkQuestionnaire(page: Page, response: Node, ruleSet: RuleSet): void {
  const questionnaire = child(response, 'questionnaire');
  const expected = questionnaireUrl(ruleSet.id);
  if (questionnaire === undefined) page.refuse('missing-key', response.start, '`questionnaire` is missing', `for this rule set: ${expected}`);
  else if (textOf(questionnaire)?.split('|')[0] !== expected) page.refuse('other-rule-set', questionnaire.start, 'this response is to another questionnaire', `for this rule set: ${expected}`);
}

/** What an item says that it belongs to, and where it says so. */
interface Link {
  readonly id: string;
  readonly start: number;
}

function linkOf(page: Page, item: Node): Link | undefined {
  const linkId = child(item, 'linkId');
  const id = textOf(linkId);
  if (linkId !== undefined && id !== undefined) return { id, start: linkId.start };
  page.refuse('missing-key', item.start, '`linkId` is missing', 'it names the question');
  return undefined;
}

/** Some programs copy the texts between the questions, which nobody answers, into the response. */
function isText(item: Node, { id }: Link): boolean {
  return /[._]/.test(id) && child(item, 'answer') === undefined && child(item, 'item') === undefined;
}

function itemAnswer(page: Page, ruleSet: RuleSet, item: Node, { id, start }: Link): readonly GivenAnswer[] {
  refuseModifiers(page, item);
  const answers = items(child(item, 'answer'));
  for (const node of [item, ...answers]) refuseNested(page, node);
  const given = { question: id, place: page.placeAt(start), valuePlace: page.placeAt((answers[0] ?? item).start) };
  const question = ruleSet.questions.find((each) => each.id === id);
  if (question === undefined) return [{ ...given, value: undefined }];
  const values = answers.flatMap((answer) => answerValue(page, ruleSet, question, answer));
  // What was refused already is not held against the question a second time.
  if (values.length < answers.length) return [];
  if (question.type === 'choice' && question.several) return [{ ...given, value: values }];
  return values.length === 0 ? [] : [{ ...given, value: values.length === 1 ? values[0] : values }];
}

/** Questions stand beside one another; what stands below one may be a text, but no answer. */
function refuseNested(page: Page, node: Node): void {
  for (const nested of items(child(node, 'item'))) {
    const link = linkOf(page, nested);
    if (link !== undefined && !isText(nested, link)) page.refuse('wrong-type', nested.start, `\`${shorten(link.id)}\` stands below another question`, 'in this questionnaire no question does');
  }
}

/** The answer as the rule set calls it, in a list; empty when it was refused. */
function answerValue(page: Page, ruleSet: RuleSet, question: Question, answer: Node): readonly unknown[] {
  refuseModifiers(page, answer);
  const key = question.type === 'integer' ? 'valueInteger' : 'valueCoding';
  const others = entries(answer).filter((entry) => /^_?value/.test(entry.key) && entry.key.replace('_', '') !== key);
  for (const other of others) page.refuse('wrong-type', other.keyStart, `\`${question.id}\` takes a \`${key}\`, not a \`${shorten(other.key)}\``);
  if (others.length > 0) return [];
  const value = child(answer, key);
  const absence = [answer, value, child(answer, `_${key}`)].find((node) => absences(node).length > 0);
  if (absence !== undefined) return absentValue(page, question, absence);
  if (value === undefined) page.refuse('missing-key', answer.start, `\`${key}\` is missing`);
  else if (question.type === 'integer') return [plain(value)];
  else return codeOf(page, ruleSet, question, value);
  return [];
}

function codeOf(page: Page, ruleSet: RuleSet, { id }: Question, coding: Node): readonly unknown[] {
  const [system, code] = [textOf(child(coding, 'system')), child(coding, 'code')];
  const expected = codeSystem(ruleSet.id, id);
  const isKnown = system === expected || (system === ABSENT_SYSTEM && textOf(code) === ASKED_UNKNOWN);
  if (code === undefined) page.refuse('missing-key', coding.start, '`code` is missing', `an option of \`${id}\``);
  else if (!isKnown) page.refuse('unknown-option', coding.start, `the code of \`${id}\` is not of this questionnaire`, `its \`system\` is ${expected}`);
  else return [system === ABSENT_SYSTEM ? NOT_SURE : plain(code)];
  return [];
}

function absences(node: Node | undefined): readonly Node[] {
  return items(child(node, 'extension')).filter((extension) => textOf(child(extension, 'url')) === ABSENT_EXTENSION);
}

/** "Not sure"; any other reason for an absent value is no answer that the questionnaire has. */
function absentValue(page: Page, { id }: Question, node: Node): readonly unknown[] {
  const reasons = absences(node).map((extension) => textOf(child(extension, 'valueCode')));
  if (reasons.every((reason) => reason === ASKED_UNKNOWN)) return [NOT_SURE];
  page.refuse('unknown-option', node.start, `\`${id}\` takes no other reason for a missing answer than \`${ASKED_UNKNOWN}\``);
  return [];
}
