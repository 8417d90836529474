import { say } from '../messages/messages.ts';
import { visible } from '../messages/visible.ts';
import type { Answers } from '../model/answers.ts';
import { InvalidInput } from '../model/problem.ts';
import { paragraph } from '../report/layout.ts';
import { type Asker, Interrupted } from './asker.ts';
import type { Choice, Screen } from './screen.ts';
import { heading, helpLine, letterHint, sameHint, type View } from './view.ts';

/** Writes a summary of the answers to the path; returns where it now stands. Throws `InvalidInput`. */
export type Save = (path: string, answers: Answers) => Promise<string>;

/** Offers to save a summary, until it is saved or the person says no. No more input means no. */
export async function offerSummary(view: View, asker: Asker, save: Save, answers: Answers): Promise<void> {
  try {
    await asker.tell(['', ...paragraph(say(view.messages, 'saveHeading'), view.width)]);
    let wanted = await asker.ask(offer(view, answers));
    while (wanted) {
      const path = await asker.ask(whereTo(view, answers));
      wanted = path !== undefined && !(await saved(view, asker, () => save(path, answers)));
    }
  } catch (error) {
    if (!(error instanceof Interrupted) || error.reason !== 'input-ended') throw error;
  }
}

async function saved({ messages, width }: View, asker: Asker, save: () => Promise<string>): Promise<boolean> {
  try {
    await asker.tell(['', ...paragraph(say(messages, 'saved', { path: visible(await save()) }), width)]);
    return true;
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    const reasons = error.problems.map(({ message }) => say(messages, 'notSaved', { reason: visible(message) }));
    await asker.tell(['', ...reasons.flatMap((reason) => paragraph(reason, width))]);
    return false;
  }
}

function offer(view: View, answers: Answers): Screen<boolean> {
  const { messages, width } = view;
  return {
    asked: ['', ...heading(view, say(messages, 'saveQuestion'))],
    text: paragraph(say(messages, 'saveWhy'), width),
    help: helpLine(view, answers),
    lasting: false,
    choices: [{ key: messages.keyYes, text: say(messages, 'saveYes'), reply: true }, notSaving(view, false)],
    hint: letterHint(view),
    prompt: say(messages, 'yourChoice'),
    standing: messages.keyNo,
  };
}

function whereTo(view: View, answers: Answers): Screen<string | undefined> {
  const { messages } = view;
  return {
    asked: ['', ...heading(view, say(messages, 'savePath'))],
    text: [],
    help: helpLine(view, answers),
    lasting: false,
    choices: [notSaving(view, undefined)],
    hint: sameHint(say(messages, 'savePathHint')),
    prompt: say(messages, 'savePrompt'),
    standing: say(messages, 'saveDefault'),
    free: (path) => path,
  };
}

function notSaving<Reply>({ messages }: View, reply: Reply): Choice<Reply> {
  return { key: messages.keyNo, text: say(messages, 'saveNo'), reply };
}
