import type { Messages } from '../messages/messages.ts';
import { say } from '../messages/messages.ts';
import type { RuleSet } from '../model/rule-set.ts';
import { item, type Lines } from './layout.ts';
import { levelName } from './words.ts';

/**
 * The levels as the rungs of a ladder, most care on top, with an arrow and a word at the person's place: one level, or
 * those still possible. Plain characters, so that it says the same without colour.
 */
export function ladder(ruleSet: RuleSet, [least, most]: readonly [string, string], messages: Messages, width: number): Lines {
  const ids = ruleSet.levels.map((level) => level.id);
  const mark = say(messages, least === most ? 'ladderHere' : 'ladderMaybe');
  const rungs = ruleSet.levels.toReversed().flatMap((level) => {
    const place = ids.indexOf(level.id);
    const here = place >= ids.indexOf(least) && place <= ids.indexOf(most);
    return item(here ? '=> ' : '   ', here ? `${levelName(level)} ${mark}` : levelName(level), width - 2);
  });
  return [`^ ${say(messages, 'ladderMore')}`, ...rungs.map((line) => `| ${line}`), `v ${say(messages, 'ladderLess')}`];
}
