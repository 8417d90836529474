import type { Condition, RuleSet } from '../model/rule-set.ts';
import type { Codes, Coding } from './coding.ts';
import { UNANSWERED } from './coding.ts';
import { compile, termsOf, TRUE, UNKNOWN } from './condition.ts';

/** What some answers leave of a condition, as a text: after two that leave the same text, the same is still to be answered. */
export type Residual = (codes: Codes) => string;

/** Of a score only the sum so far is left, of a count the number so far: that keeps a search from repeating itself. */
export function residualOf(ruleSet: RuleSet, coding: Coding, condition: Condition): Residual {
  // Few searches run long enough to ask for it.
  let residual: Residual | undefined;
  return (codes) => (residual ??= compiled(ruleSet, coding, condition))(codes);
}

function compiled(ruleSet: RuleSet, coding: Coding, condition: Condition): Residual {
  const test = compile(ruleSet, coding, condition);
  const left = leftOf(ruleSet, coding, condition);
  return (codes) => {
    const truth = test(codes);
    return truth === UNKNOWN ? left(codes) : String(truth);
  };
}

/** The text of a condition that is unknown. */
function leftOf(ruleSet: RuleSet, coding: Coding, condition: Condition): Residual {
  const residual = (part: Condition): Residual => compiled(ruleSet, coding, part);
  switch (condition.test) {
    case 'option':
    case 'number':
      return () => '?';
    case 'score': {
      const terms = termsOf(ruleSet, coding, condition.score);
      return (codes) => {
        let [sum, open] = [0, ''];
        for (const { position, points } of terms) {
          const code = codes[position] as number;
          if (code === UNANSWERED) open += ` ${position}`;
          else sum += points[code] as number;
        }
        return `${sum}${open}`;
      };
    }
    case 'not':
      return residual(condition.of);
    case 'all':
    case 'any':
    case 'count': {
      const parts = condition.of.map(residual);
      return (codes) => {
        const texts = parts.map((part) => part(codes));
        const open = texts.flatMap((text, place) => (text === '0' || text === '2' ? [] : [`${place}:${text}`]));
        return `(${texts.filter((text) => text === String(TRUE)).length} and ${open.join()})`;
      };
    }
  }
}
