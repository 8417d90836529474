import { Engine } from 'json-rules-engine';
import { hasUpperBound, outcomeOf } from './outcome.mjs';

/** One rule for each rule, with the place of the rule as its event, and the scores as facts worked out on demand. */
export function jsonRulesEngine(ruleSet, parts) {
  const engine = new Engine();
  for (const [place, rule] of ruleSet.rules.entries()) engine.addRule({ conditions: topLevel(condition(ruleSet, rule.when)), event: { type: 'rule', params: { place } } });
  for (const { id, points } of ruleSet.scores) {
    engine.addFact(id, async (_params, almanac) => {
      let sum = 0;
      for (const [question, added] of Object.entries(points)) sum += added[await almanac.factValue(question)] ?? 0;
      return sum;
    });
  }
  const outcome = outcomeOf(ruleSet, parts);
  return async (answers) => {
    const { events } = await engine.run(answers);
    return outcome(events.map(({ params }) => params.place).sort((a, b) => a - b));
  };
}

function topLevel(of) {
  return of.all || of.any || of.not ? of : { all: [of] };
}

function condition(ruleSet, of) {
  switch (of.test) {
    case 'option':
      return of.options.length === 1 ? { fact: of.question, operator: 'equal', value: of.options[0] } : { fact: of.question, operator: 'in', value: of.options };
    case 'number':
      return bounds(of.question, of);
    case 'score':
      return hasUpperBound(ruleSet, of) ? bounds(of.score, of) : { fact: of.score, operator: 'greaterThanInclusive', value: of.min };
    case 'all':
    case 'any':
      return { [of.test]: of.of.map((part) => condition(ruleSet, part)) };
    case 'not':
      return { not: condition(ruleSet, of.of) };
    default:
      throw new Error(`json-rules-engine has no condition of this kind: ${of.test}`);
  }
}

function bounds(fact, { min, max }) {
  return { all: [{ fact, operator: 'greaterThanInclusive', value: min }, { fact, operator: 'lessThanInclusive', value: max }] };
}
