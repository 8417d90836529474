import { say } from '../messages/messages.ts';
import type { Change, FiredRule } from '../model/assessment.ts';
import { item, type Lines, paragraph } from './layout.ts';
import type { Page } from './page.ts';
import { answered, answerInWords, levelOf, questionOf } from './words.ts';

/** Examples shown of the answers that would lead to more care, and of those that would lead to less. */
const MOST_CHANGES = 3;

/** The reasons for the level: each rule that decided, with the answers behind it, and whether one was enough. */
export function levelReasons(page: Page): Lines {
  const rules = page.assessment.decidedBy.filter((rule) => rule.level === page.assessment.level);
  const [first] = rules;
  if (first === undefined) return [];
  const single = Object.keys(first.answers).length === 1 ? 'oneAnswer' : 'oneReason';
  return [...reasons(page, rules), ...paragraph(say(page.messages, rules.length > 1 ? 'eachEnough' : single), page.width)];
}

/** The reasons for the urgency that are not already reasons for the level. */
export function urgencyReasons(page: Page): Lines {
  const { decidedBy, level } = page.assessment;
  return reasons(
    page,
    decidedBy.filter((rule) => rule.level === null || rule.level !== level),
  );
}

/** Single answers that would move the level: the nearest of each question, a few in each direction. */
export function changeLines(page: Page): Lines {
  const { wouldChange, level } = page.assessment;
  const place = (id: string | null): number => page.ruleSet.levels.findIndex((candidate) => candidate.id === id);
  const less = wouldChange.filter((change) => place(change.level) < place(level));
  const more = wouldChange.filter((change) => place(change.level) > place(level));
  const nearestLess = less.filter((change, index) => less.findLastIndex((other) => questionIn(other) === questionIn(change)) === index);
  const nearestMore = more.filter((change, index) => more.findIndex((other) => questionIn(other) === questionIn(change)) === index);
  const lines = [...examples(page, 'changeLess', nearestLess), ...examples(page, 'changeMore', nearestMore)];
  return lines.length > 0 ? lines : paragraph(say(page.messages, 'changeNone'), page.width);
}

/** Each reason with the answers behind it; an answer is said once. */
function reasons({ ruleSet, messages, width }: Page, rules: readonly FiredRule[]): Lines {
  const said = new Set<string>();
  return rules.flatMap((rule) => {
    const answers = answered(ruleSet, rule.answers).filter(({ question }) => !said.has(question.id));
    for (const { question } of answers) said.add(question.id);
    const words = answers.map(({ question, answer }) => `"${answerInWords(question, answer, messages)}"`);
    const lines = words.length === 0 ? [] : item('  ', say(messages, 'youSaid', { answers: words.join(' ') }), width);
    return [...item('- ', rule.because, width), ...lines];
  });
}

function examples({ ruleSet, messages, width }: Page, heading: 'changeMore' | 'changeLess', changes: readonly Change[]): Lines {
  if (changes.length === 0) return [];
  const lines = changes.slice(0, MOST_CHANGES).flatMap((change) => {
    const question = questionOf(ruleSet, questionIn(change));
    const level = levelOf(ruleSet, change.level);
    if (question === undefined || level === undefined) return [];
    const answer = answerInWords(question, change.answers[question.id] ?? '', messages);
    return item('- ', say(messages, 'change', { question: question.text, answer, level: level.short ?? level.name }), width);
  });
  return [...paragraph(say(messages, heading), width), ...lines];
}

function questionIn(change: Change): string {
  return Object.keys(change.answers)[0] ?? '';
}
