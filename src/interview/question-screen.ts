import { assess } from '../engine/assess.ts';
import { type Messages, say } from '../messages/messages.ts';
import { NOT_SURE, type Question } from '../model/rule-set.ts';
import { inSight } from '../report/help.ts';
import { type Lines, paragraph } from '../report/layout.ts';
import { questionsToAsk } from './path.ts';
import type { Choice, Screen } from './screen.ts';
import type { AtQuestion, Event } from './state.ts';
import { heading, leaving, sameHint, type View } from './view.ts';

/** One question, with its help, its options, and what can be done besides answering. */
export function questionScreen(view: View, state: AtQuestion): Screen<Event> {
  const { messages } = view;
  const { question, answers } = state;
  const options = optionChoices(question, messages);
  const earlier = Object.hasOwn(answers, question.id) ? [answers[question.id] ?? []].flat() : [];
  const standing = earlier.map((given) => options.find(({ id }) => id === given)?.key ?? String(given)).join(',');
  return {
    text: questionText(view, state),
    again: heading(view, question.text),
    lasting: false,
    choices: [...options, ...moves(view, question)],
    hint: hintFor(question, messages),
    prompt: say(messages, 'yourAnswer'),
    ...(question.type === 'choice' && question.several && { several: answering }),
    ...(question.type === 'integer' && { number: { min: question.min, max: question.max, reply: answering } }),
    ...(standing !== '' && { standing }),
  };
}

/** Where one is, the question, why it is asked if wanted, and help in sight as soon as an answer asks for haste. */
function questionText(view: View, { question, answers, why }: AtQuestion): Lines {
  const { ruleSet, messages, chalk, width } = view;
  const questions = questionsToAsk(ruleSet, answers);
  const place = { number: questions.findIndex(({ id }) => id === question.id) + 1, count: questions.length };
  const { urgency, contacts } = assess(ruleSet, answers);
  return [
    ...paragraph(say(messages, 'progress', place), width).map((line) => chalk.dim(line)),
    ...(questions.length < ruleSet.questions.length ? paragraph(say(messages, 'fewerQuestions'), width) : []),
    '',
    ...heading(view, question.text),
    ...(question.help === undefined ? [] : paragraph(question.help, width)),
    ...(why && question.why !== undefined ? ['', ...paragraph(say(messages, 'whyHeading', { why: question.why }), width)] : []),
    ...(urgency === 'routine' ? [] : ['', ...paragraph(say(messages, 'helpInSight', { help: inSight(contacts) }), width)]),
  ];
}

function optionChoices(question: Question, messages: Messages): readonly Choice<Event>[] {
  const options = question.type === 'integer' ? [] : question.options;
  const several = question.type === 'choice' && question.several;
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
    ...(question.kind === 'note' ? [{ key: messages.keySkip, text: say(messages, 'skip'), reply: { type: 'skip' } } as const] : []),
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

function answering(answer: string | number | readonly string[]): Event {
  return { type: 'answer', answer };
}
