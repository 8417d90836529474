import { assess } from '../engine/assess.ts';
import { type MessageKey, say } from '../messages/messages.ts';
import { visible } from '../messages/visible.ts';
import type { Answers } from '../model/answers.ts';
import type { Urgency } from '../model/rule-set.ts';
import { type Lines, paragraph } from '../report/layout.ts';
import type { Asker } from './asker.ts';
import { helpLine, type View } from './view.ts';

const PRESSING: Partial<Readonly<Record<Urgency, MessageKey & `soon${string}`>>> = { urgent: 'soonUrgent', emergency: 'soonEmergency' };

/** The last lines after a result: where it is, unless it is on the screen; how soon, when that is pressing; and help. */
export function closing(view: View, answers: Answers, file: string | undefined, onScreen: boolean): Lines {
  const { ruleSet, messages, width } = view;
  const sent = onScreen ? undefined : say(messages, 'resultSent');
  const where = file === undefined ? sent : say(messages, 'saved', { path: visible(file) });
  const soon = PRESSING[assess(ruleSet, answers).urgency];
  const texts = [where, soon && say(messages, soon)].filter((text) => text !== undefined);
  return [...texts.flatMap((text) => paragraph(text, width)), ...helpLine(view, answers).lines];
}

/** The last lines for a person who leaves; what can be seen is hidden where that is wanted, and can be done. */
export async function goodbye(view: View, asker: Asker, hide: boolean): Promise<void> {
  const cleared = hide && (await asker.clear());
  const unhidden = hide && !cleared ? paragraph(say(view.messages, 'closeWindow'), view.width) : [];
  await asker.tell(['', ...unhidden, ...farewell(view)]);
}

/** Help stands on the way out, however the person leaves, and when the result could not be written. */
export function farewell(view: View): Lines {
  return [...paragraph(say(view.messages, 'nothingKept'), view.width), ...helpLine(view, {}).lines];
}
