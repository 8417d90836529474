import type { Answers } from '../model/answers.ts';
import type { RuleSet } from '../model/rule-set.ts';
import { encode, UNANSWERED } from './coding.ts';
import { possible } from './range.ts';
import { tableOf } from './table.ts';

/**
 * The unanswered question that narrows the result most: the one that leaves, on the mean over its answers, the fewest
 * levels possible, then the fewest degrees of urgency; of equals the one that is asked first. Undefined when nothing is
 * missing.
 */
export function nextQuestion(ruleSet: RuleSet, answers: Answers): string | undefined {
  const table = tableOf(ruleSet);
  const codes = encode(table.coding, answers);
  const missing = table.coding.required.filter((position) => codes[position] === UNANSWERED);
  const widths = missing.map((position) => {
    const spans = Array.from({ length: table.coding.sizes[position] as number }, (_, code) => {
      codes[position] = code;
      const { level, urgency } = possible(table, codes);
      return { level: level === null ? 0 : level[1] - level[0], urgency: urgency[1] - urgency[0] };
    });
    codes[position] = UNANSWERED;
    const mean = (measure: 'level' | 'urgency'): number => spans.reduce((total, span) => total + span[measure], 0) / spans.length;
    return { position, level: mean('level'), urgency: mean('urgency') };
  });
  const [best] = widths.sort((a, b) => a.level - b.level || a.urgency - b.urgency);
  return best === undefined ? undefined : table.coding.questions[best.position]?.id;
}
