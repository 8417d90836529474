import jsonLogic from 'json-logic-js';
import { LogicEngine } from 'json-logic-engine';
import { hasUpperBound, outcomeOf } from './outcome.mjs';

/** One expression that is a list with the truth of each rule; `json-logic-js` walks it each time. */
export function jsonLogicJs(ruleSet, parts) {
  const logic = expression(ruleSet);
  const outcome = outcomeOf(ruleSet, parts);
  return (answers) => outcome(placesOf(jsonLogic.apply(logic, answers)));
}

/** The same expression, compiled once by `json-logic-engine`. */
export function jsonLogicEngine(ruleSet, parts) {
  const run = new LogicEngine().build(expression(ruleSet));
  const outcome = outcomeOf(ruleSet, parts);
  return (answers) => outcome(placesOf(run(answers)));
}

function placesOf(truths) {
  const places = [];
  for (let place = 0; place < truths.length; place += 1) if (truths[place]) places.push(place);
  return places;
}

function expression(ruleSet) {
  return ruleSet.rules.map(({ when }) => condition(ruleSet, when));
}

function condition(ruleSet, of) {
  const parts = () => of.of.map((part) => condition(ruleSet, part));
  switch (of.test) {
    case 'option':
      return of.options.length === 1 ? { '===': [{ var: of.question }, of.options[0]] } : { in: [{ var: of.question }, of.options] };
    case 'number':
      return { and: [{ '>=': [{ var: of.question }, of.min] }, { '<=': [{ var: of.question }, of.max] }] };
    case 'score': {
      const sum = total(ruleSet, of.score);
      return hasUpperBound(ruleSet, of) ? { and: [{ '>=': [sum, of.min] }, { '<=': [sum, of.max] }] } : { '>=': [sum, of.min] };
    }
    case 'all':
      return { and: parts() };
    case 'any':
      return { or: parts() };
    case 'not':
      return { '!': condition(ruleSet, of.of) };
    default:
      throw new Error(`JSON Logic has no condition of this kind: ${of.test}`);
  }
}

function total(ruleSet, id) {
  const { points } = ruleSet.scores.find((score) => score.id === id);
  const added = ([question, of]) => ({ if: [...Object.entries(of).flatMap(([option, value]) => [{ '===': [{ var: question }, option] }, value]), 0] });
  return { '+': Object.entries(points).map(added) };
}
