import type { ChoiceQuestion, Condition, IntegerQuestion, RuleSet, Score } from '../model/rule-set.ts';
import { URGENCIES } from '../model/rule-set.ts';
import { type Codes, type Coding, UNANSWERED } from './coding.ts';

/**
 * Three truth values, in Kleene's order, so that "and" is the least of them, "or" the greatest and "not" the mirror
 * image. Unknown: it hangs on answers that are missing.
 */
export const FALSE = 0;
export const UNKNOWN = 1;
export const TRUE = 2;
export type Truth = typeof FALSE | typeof UNKNOWN | typeof TRUE;

/** A condition ready to meet answers. */
export type Test = (codes: Codes) => Truth;

/** The one meaning of a condition. Every other form of it in this program is compared with this one. */
export function compile(ruleSet: RuleSet, coding: Coding, condition: Condition): Test {
  switch (condition.test) {
    case 'option':
      return optionTest(ruleSet, coding, condition);
    case 'number':
      return rangeOf(condition, numberOf(coding, condition.question));
    case 'score':
      return rangeOf(condition, totalOf(ruleSet, coding, condition.score));
    case 'all': {
      const tests = condition.of.map((part) => compile(ruleSet, coding, part));
      return (codes) => {
        let least: Truth = TRUE;
        for (const test of tests) {
          least = Math.min(least, test(codes)) as Truth;
          if (least === FALSE) break;
        }
        return least;
      };
    }
    case 'any': {
      const tests = condition.of.map((part) => compile(ruleSet, coding, part));
      return (codes) => {
        let greatest: Truth = FALSE;
        for (const test of tests) {
          greatest = Math.max(greatest, test(codes)) as Truth;
          if (greatest === TRUE) break;
        }
        return greatest;
      };
    }
    case 'not': {
      const test = compile(ruleSet, coding, condition.of);
      return (codes) => (TRUE - test(codes)) as Truth;
    }
    case 'count':
      return rangeOf(condition, holdingOf(condition.of.map((part) => compile(ruleSet, coding, part))));
  }
}

/** Where the questions stand that a condition reads; some may come twice. */
export function positionsIn(ruleSet: RuleSet, coding: Coding, condition: Condition): readonly number[] {
  switch (condition.test) {
    case 'option':
    case 'number':
      return [positionOf(coding, condition.question)];
    case 'score':
      return termsOf(ruleSet, coding, condition.score).map((term) => term.position);
    case 'not':
      return positionsIn(ruleSet, coding, condition.of);
    case 'all':
    case 'any':
    case 'count':
      return condition.of.flatMap((part) => positionsIn(ruleSet, coding, part));
  }
}

/** The options of a question, a level or an urgency that satisfy an option test, as bits. */
export function bitsOf(ruleSet: RuleSet, condition: Condition & { test: 'option' }): number {
  const ids = optionIds(ruleSet, condition.question);
  return condition.options.reduce((bits, id) => bits | (1 << ids.indexOf(id)), 0);
}

function optionIds(ruleSet: RuleSet, name: string): readonly string[] {
  if (name === 'level') return ruleSet.levels.map((level) => level.id);
  if (name === 'urgency') return URGENCIES;
  const { options } = ruleSet.questions.find(({ id }) => id === name) as ChoiceQuestion;
  return options.map(({ id }) => id);
}

function optionTest(ruleSet: RuleSet, coding: Coding, condition: Condition & { test: 'option' }): Test {
  const bits = bitsOf(ruleSet, condition);
  const position = positionOf(coding, condition.question);
  const question = coding.questions[position];
  const several = question?.type === 'choice' && question.several;
  const any = question !== undefined && !several && new Set(condition.options).size === coding.sizes[position];
  return (codes) => {
    const code = codes[position] as number;
    if (code === UNANSWERED) return any ? TRUE : UNKNOWN;
    return (several ? bits & code : (bits >>> code) & 1) === 0 ? FALSE : TRUE;
  };
}

/** What a number can be: writes its least and greatest value into `bounds`. */
type Bounds = (codes: Codes) => readonly [least: number, greatest: number];

function rangeOf({ min, max }: { readonly min: number; readonly max: number }, bounds: Bounds): Test {
  return (codes) => {
    const [least, greatest] = bounds(codes);
    if (least > max || greatest < min) return FALSE;
    return least >= min && greatest <= max ? TRUE : UNKNOWN;
  };
}

function numberOf(coding: Coding, name: string): Bounds {
  const position = positionOf(coding, name);
  const { min, max } = coding.questions[position] as IntegerQuestion;
  return (codes) => {
    const code = codes[position] as number;
    return code === UNANSWERED ? [min, max] : [min + code, min + code];
  };
}

function totalOf(ruleSet: RuleSet, coding: Coding, id: string): Bounds {
  const terms = termsOf(ruleSet, coding, id).map((term) => ({ ...term, fewest: Math.min(...term.points), most: Math.max(...term.points) }));
  return (codes) => {
    let least = 0;
    let greatest = 0;
    for (const { position, points, fewest, most } of terms) {
      const code = codes[position] as number;
      least += code === UNANSWERED ? fewest : (points[code] as number);
      greatest += code === UNANSWERED ? most : (points[code] as number);
    }
    return [least, greatest];
  };
}

/** The questions that a score sums over, with the points of each code. */
export function termsOf(ruleSet: RuleSet, coding: Coding, id: string): readonly { position: number; points: readonly number[] }[] {
  const { points } = ruleSet.scores.find((score) => score.id === id) as Score;
  return Object.entries(points).map(([question, byOption]) => ({
    position: positionOf(coding, question),
    points: optionIds(ruleSet, question).map((option) => (Object.hasOwn(byOption, option) ? (byOption[option] as number) : 0)),
  }));
}

function holdingOf(tests: readonly Test[]): Bounds {
  return (codes) => {
    const truths = tests.map((test) => test(codes));
    return [truths.filter((truth) => truth === TRUE).length, truths.filter((truth) => truth !== FALSE).length];
  };
}

function positionOf(coding: Coding, name: string): number {
  return coding.positions.get(name) as number;
}
