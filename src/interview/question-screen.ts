import { type Messages, say } from '../messages/messages.ts';
import { NOT_SURE, type Question } from '../model/rule-set.ts';
import { type Lines, paragraph } from '../report/layout.ts';
import { questionsToAsk } from './path.ts';
import type { Choice, Screen } from './screen.ts';
import type { AtQuestion, Event } from './state.ts';
import { heading, helpLine, leaving, sameHint, type View } from './view.ts';

/** One question, with its help, its options, and what can be done besides answering. */
export function questionScreen(view: View, state: AtQuestion): Screen<Event> {
  const { messages } = view;
  const { question, answers } = state;
  const options = optionChoices(question, messages);
  const earlier = Object.hasOwn(answers, question.id) ? [answers[question.id] ?? []].flat() : [];
  const none = isSeveral(question) && question.kind === 'note' ? say(messages, 'chooseNone', { key: messages.keySkip }) : undefined;
  const standing = earlier.map((given) => options.find(({ id }) => id === given)?.key ?? String(given)).join(',');
  return {
    asked: askedLines(view, state),
    text: aboutLines(view, state),
    help: helpLine(view, answers),
    lasting: false,
    choices: [...options, ...moves(view, question)],
    hint: hintFor(question, messages),
    prompt: say(messages, 'yourAnswer'),
    ...(isSeveral(question) && { several: answering }),
    ...(none !== undefined && { none }),
    ...(question.type === 'integer' && { number: { min: question.min, max: question.max, reply: answering } }),
    ...(standing !== '' && { standing }),
  };
}

/** Where one is, and the question. */
function askedLines(view: View, { question, answers }: AtQuestion): Lines {
  const { ruleSet, messages, chalk, width } = view;
  const questions = questionsToAsk(ruleSet, answers);
  const place = { number: questions.findIndex(({ id }) => id === question.id) + 1, count: questions.length };
  return [...paragraph(say(messages, 'progress', place), width).map((line) => chalk.dim(line)), '', ...heading(view, question.text)];
}

/** What the question means, why there are fewer of them, and why this one is asked if that is wanted. */
function aboutLines({ ruleSet, messages, width }: View, { question, answers, why }: AtQuestion): Lines {
  const isShortened = questionsToAsk(ruleSet, answers).length < ruleSet.questions.length;
  return [
    ...(question.help === undefined ? [] : paragraph(question.help, width)),
    ...(isShortened ? ['', ...paragraph(say(messages, 'fewerQuestions'), width)] : []),
    ...(why && question.why !== undefined ? ['', ...paragraph(say(messages, 'whyHeading', { why: question.why }), width)] : []),
  ];
}

function optionChoices(question: Question, messages: Messages): readonly Choice<Event>[] {
  const options = question.type === 'integer' ? [] : question.options;
  const several = isSeveral(question);
  const choices = options.map(({ id, text }, index) => ({ key: `${index + 1}`, id, text, reply: answering(several ? [id] : id) }));
  if (question.notSure === undefined) return choices;
  const notSure: Choice<Event> = {
    key: question.type === 'integer' ? messages.keyNotSure : `${options.length + 1}`,
    id: NOT_SURE,
    text: say(messages, 'notSure'),
    alias: say(messages, 'notSureAlias'),
    reply: answering(NOT_SURE),
  };
  return [...choices, notSure];
}

function moves(view: View, question: Question): readonly Choice<Event>[] {
  const { messages } = view;
  return [
    ...(question.kind === 'note' ? [{ key: messages.keySkip, text: say(messages, isSeveral(question) ? 'skipSeveral' : 'skip'), reply: { type: 'skip' } } as const] : []),
    ...(question.why === undefined ? [] : [{ key: '?', text: say(messages, 'why'), reply: { type: 'why' } } as const]),
    { key: messages.keyBack, text: say(messages, 'back'), reply: { type: 'back' } },
    leaving(view),
  ];
}

function hintFor(question: Question, messages: Messages): Screen<Event>['hint'] {
  if (question.type === 'integer') return sameHint(say(messages, 'chooseNumber', { min: question.min, max: question.max }));
  return question.several
    ? { typing: say(messages, 'chooseSeveral'), keys: say(messages, 'chooseSeveralKeys') }
    : { typing: say(messages, 'chooseOne'), keys: say(messages, 'chooseOneKeys') };
}

function isSeveral(question: Question): boolean {
  return question.type === 'choice' && question.several;
}

function answering(answer: string | number | readonly string[]): Event {
  return { type: 'answer', answer };
}
