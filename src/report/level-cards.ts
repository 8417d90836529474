import type { MessageKey } from '../messages/messages.ts';
import type { Level } from '../model/rule-set.ts';
import { type LevelCard, type Section, section, type Told } from './section.ts';
import { levelName } from './words.ts';

const FACTS: readonly (readonly [keyof Level & ('week' | 'hours' | 'nights' | 'length' | 'cost'), MessageKey])[] = [
  ['week', 'factWeek'],
  ['hours', 'factHours'],
  ['nights', 'factNights'],
  ['length', 'factLength'],
  ['cost', 'factCost'],
];

/** The level of the result between the next one down and the next one up, and why not those; in an emergency without a word of costs. */
export function levelsBeside(told: Told): readonly Section[] {
  const { ruleSet, assessment, messages } = told;
  const place = ruleSet.levels.findIndex((level) => level.id === assessment.level);
  const [less, here, more] = [ruleSet.levels[place - 1], ruleSet.levels[place], ruleSet.levels[place + 1]];
  const levels = [
    ...cardOf(told, less, { place: messages.levelLess, isResult: false, remark: messages.levelTooLittle }),
    ...cardOf(told, here, { place: messages.ladderHere, isResult: true }),
    ...cardOf(told, more, { place: messages.levelMore, isResult: false, remark: messages.levelNotAsked }),
  ];
  return section('levels', messages.levelsHeading, [{ kind: 'levels', levels }]);
}

function cardOf({ assessment, messages }: Told, level: Level | undefined, besides: Pick<LevelCard, 'place' | 'isResult' | 'remark'>): readonly LevelCard[] {
  if (level === undefined) return [];
  const facts = FACTS.flatMap(([field, label]) => {
    const text = field === 'cost' && assessment.urgency === 'emergency' ? undefined : level[field];
    return text === undefined ? [] : [{ label: messages[label], text }];
  });
  return [{ name: levelName(level), ...besides, facts }];
}
