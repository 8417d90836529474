import { say } from '../messages/messages.ts';
import type { Question } from '../model/rule-set.ts';
import { listOf, type Item, type Part, type Section, section, textOf, type Told } from './section.ts';
import { answered, answerInWords, questionOf } from './words.ts';

/** Help before all else, where it cannot wait; the contacts that are shown first, last and with every result. */
export function firstHelp(told: Told): readonly Section[] {
  const { assessment, messages } = told;
  if (assessment.urgency === 'emergency') return section('help-first', messages.helpNow, [textOf(messages.emergencyLead), crisisContacts(told)]);
  return assessment.urgency === 'urgent' ? section('help-first', messages.helpHeading, [crisisContacts(told)]) : [];
}

/** What to do today; nothing for someone whom the rule set, and so its referral, is not meant for. */
export function nextStep({ assessment, messages }: Told): readonly Section[] {
  const { status, referral, urgency } = assessment;
  if (urgency === 'emergency') return section('next', messages.nextHeading, [textOf(messages.nextEmergency)]);
  return status === 'out-of-scope' ? [] : section('next', messages.nextHeading, [textOf(referral.today), textOf(referral.who)]);
}

/** Where the person was not sure, and what matters to them. */
export function whatWasSaid(told: Told): readonly Section[] {
  const { messages } = told;
  return [
    ...section('not-sure', messages.notSureHeading, [listOf(notSure(told))]),
    ...section('notes', messages.notesHeading, [answersTo(told, ({ kind }) => kind === 'note')]),
  ];
}

/** What to bring, to ask and to write down; not for someone whom the referral is not meant for. An emergency is no time to compare programs. */
export function preparation({ assessment, messages }: Told): readonly Section[] {
  const { status, referral, urgency } = assessment;
  if (status === 'out-of-scope') return [];
  return [
    ...section('bring', messages.bringHeading, [listOf(referral.bring)]),
    ...section('ask', messages.askHeading, urgency === 'emergency' ? [] : [listOf(referral.ask)]),
    ...section('room', messages.roomHeading, [{ kind: 'room', labels: [messages.roomVisit, messages.roomQuestions, messages.roomNotes] }]),
  ];
}

/** The answers, what was not asked, what this is not, and the rules that it was made with. */
export function smallPrint(told: Told): readonly Section[] {
  const { assessment, messages, ruleSet } = told;
  const { id, version, digest } = assessment.ruleSet;
  const madeWith = say(messages, 'ruleSet', { title: ruleSet.title, id, version, digest: digest.slice(0, 'sha256:'.length + 12) });
  return [
    ...section('answers', messages.answersHeading, [answersTo(told, ({ kind }) => kind !== 'note')]),
    ...section('not-asked', messages.notAskedHeading, [textOf(assessment.referral.notAsked)]),
    ...section('notice', messages.noticeHeading, [textOf(assessment.notice), textOf(madeWith)]),
  ];
}

/** More help and ways to find care; and once more, at the end, help by day and by night. */
export function lastHelp(told: Told): readonly Section[] {
  const { assessment, messages } = told;
  const others = assessment.contacts.filter(({ crisis }) => !crisis);
  return [
    ...section('contacts', messages.contactsHeading, others.length === 0 ? [] : [{ kind: 'contacts', contacts: others.map(({ name, how }) => ({ name, how })) }]),
    ...section('help', messages.helpAgain, [crisisContacts(told)]),
  ];
}

function crisisContacts({ assessment }: Told): Part {
  return { kind: 'contacts', contacts: assessment.contacts.filter(({ crisis }) => crisis).map(({ name, how }) => ({ name, how })) };
}

function notSure({ ruleSet, assessment, messages }: Told): readonly Item[] {
  return assessment.notSure.map(({ question: id, countedAs, ask }) => {
    const question = questionOf(ruleSet, id);
    const text = say(messages, 'notSureItem', { question: question.text, counted: answerInWords(question, countedAs, messages) });
    return { text, ...(ask !== '' && { below: say(messages, 'notSureAsk', { ask }) }) };
  });
}

function answersTo({ ruleSet, assessment, messages }: Told, isMeant: (question: Question) => boolean): Part | undefined {
  const answers = answered(ruleSet, assessment.answers).filter(({ question }) => isMeant(question));
  if (answers.length === 0) return undefined;
  return { kind: 'answers', answers: answers.map(({ question, answer }) => ({ question: question.text, answer: answerInWords(question, answer, messages) })) };
}
