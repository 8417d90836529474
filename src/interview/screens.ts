import { assess } from '../engine/assess.ts';
import { say } from '../messages/messages.ts';
import { crisisLines } from '../report/help.ts';
import { item, type Lines, paragraph } from '../report/layout.ts';
import { answerInWords } from '../report/words.ts';
import { questionsToAsk } from './path.ts';
import { questionScreen } from './question-screen.ts';
import type { Screen } from './screen.ts';
import type { Asking, Event } from './state.ts';
import { heading, helpLine, leaving, letterHint, sameHint, type View } from './view.ts';

/** The screen of every state in which the person is asked something. */
export function screenOf(view: View, state: Asking): Screen<Event> {
  switch (state.at) {
    case 'opening':
      return opening(view);
    case 'question':
      return questionScreen(view, state);
    case 'help':
      return help(view, state);
    case 'review':
      return review(view, state);
  }
}

/** What this is and is not, that it is private, and crisis help, before the first question. */
function opening(view: View): Screen<Event> {
  const { ruleSet, messages, width } = view;
  const about = [
    ruleSet.about,
    ruleSet.notice,
    [
      say(messages, 'openingTime', { count: ruleSet.questions.length }),
      say(messages, 'openingPrivate'),
      say(messages, 'openingFree'),
    ].join(' '),
  ];
  return {
    asked: heading(view, ruleSet.title),
    text: [
      '',
      ...paragraph(about.join('\n\n'), width),
      '',
      ...heading(view, say(messages, 'helpHeading')),
      ...crisisLines(assess(ruleSet, {}).contacts, width),
    ],
    help: helpLine(view, {}),
    lasting: true,
    choices: [{ key: messages.keyStart, text: say(messages, 'start'), reply: { type: 'go-on' } }, leaving(view)],
    hint: sameHint(say(messages, 'startHint')),
    prompt: say(messages, 'yourChoice'),
    standing: messages.keyStart,
  };
}

/** Help now, with the reason in the rule's words, and no program suggested. Enter alone stops here. */
function help(view: View, { answers }: Asking): Screen<Event> {
  const { ruleSet, messages, width } = view;
  const { decidedBy, contacts } = assess(ruleSet, answers);
  const reasons = decidedBy.filter((rule) => rule.urgency === 'emergency').map((rule) => rule.because);
  return {
    asked: heading(view, say(messages, 'helpNow')),
    text: [
      ...paragraph(say(messages, 'stopLead'), width),
      ...crisisLines(contacts, width),
      '',
      ...paragraph([...reasons, say(messages, 'stopNoCare')].join('\n\n'), width),
    ],
    help: helpLine(view, answers),
    lasting: true,
    choices: [
      { key: messages.keyStop, text: say(messages, 'stopHere'), reply: { type: 'stop-here' } },
      { key: messages.keyBack, text: say(messages, 'fixAnswer'), reply: { type: 'back' } },
      { key: messages.keyGoOn, text: say(messages, 'goOn'), reply: { type: 'go-on' } },
      leaving(view),
    ],
    hint: letterHint(view),
    prompt: say(messages, 'yourChoice'),
    standing: messages.keyStop,
  };
}

/** Every question with its answer, each to be changed by its number. */
function review(view: View, { answers }: Asking): Screen<Event> {
  const { ruleSet, messages, width } = view;
  const questions = questionsToAsk(ruleSet, answers);
  const rows = questions.flatMap((asked, index): Lines => {
    const answer = Object.hasOwn(answers, asked.id) ? answers[asked.id] : undefined;
    const words = answer === undefined ? say(messages, 'noAnswer') : answerInWords(asked, answer, messages);
    return [...item(`${index + 1}`.padEnd(4), asked.text, width), ...item('    = ', words, width)];
  });
  return {
    asked: heading(view, say(messages, 'reviewHeading')),
    text: ['', ...rows],
    help: helpLine(view, answers),
    lasting: true,
    choices: [
      ...questions.map(({ id, text }, index) => ({ key: `${index + 1}`, text, inText: true, reply: { type: 'change', question: id } }) as const),
      { key: messages.keyResult, text: say(messages, 'seeResult'), reply: { type: 'go-on' } },
      leaving(view),
    ],
    hint: sameHint(say(messages, 'reviewHint', { key: messages.keyResult })),
    prompt: say(messages, 'yourChoice'),
  };
}
