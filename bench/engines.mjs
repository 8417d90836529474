import { nanosecondsPerCall } from './measure.mjs';
import { ifChain } from './peers/if-chain.mjs';
import { jsonLogicEngine, jsonLogicJs } from './peers/json-logic.mjs';
import { jsonRulesEngine } from './peers/json-rules-engine.mjs';
import { lookupTable } from './peers/lookup-table.mjs';
import { zenEngine } from './peers/zen-engine.mjs';

/**
 * The same rules in every engine, each made from the rule set by a generator: first whether all agree on random answer sets,
 * then how long each takes. Answers come as `JSON.parse` gives them.
 */
export async function engines(ruleSet, parts, { answerSets, rounds, sliceMs }, log) {
  const { coding } = parts.tableOf(ruleSet);
  const next = parts.numbers(2026);
  const sets = Array.from({ length: answerSets }, () => JSON.parse(JSON.stringify(randomAnswers(ruleSet, coding, next))));
  const verdicts = new parts.Verdicts(ruleSet);
  const encoded = { input: (answers) => parts.encode(coding, answers) };
  const functions = {
    'level-of-care, answers as strings': { call: (answers) => parts.verdict(ruleSet, answers) },
    'level-of-care, answers as codes': { call: (codes) => verdicts.of(codes), ...encoded },
    'if-chain by hand': { call: ifChain(ruleSet, parts) },
    'full lookup table, answers as codes': { call: lookupTable(ruleSet, parts), ...encoded },
    'json-logic-engine, compiled': { call: jsonLogicEngine(ruleSet, parts) },
    'json-logic-js': { call: jsonLogicJs(ruleSet, parts) },
    'json-rules-engine': { call: jsonRulesEngine(ruleSet, parts), isAsync: true },
    'zen-engine': { call: zenEngine(ruleSet, parts), isAsync: true },
  };
  for (const [name, one] of Object.entries(functions)) {
    log(`${name}: does it agree on ${answerSets} answer sets?`);
    await agree(name, one, sets, (answers) => parts.plainVerdict(ruleSet, parts.encode(coding, answers)));
  }
  log('timing the engines');
  return nanosecondsPerCall(functions, sets.slice(0, 20_000), { rounds, sliceMs });
}

function randomAnswers(ruleSet, coding, next) {
  const answerOf = (position) => {
    const question = ruleSet.questions[position];
    // Whoever is out of scope gets no level, which only this program knows of.
    return question.kind === 'scope' ? question.options[0].id : question.options[next(coding.sizes[position])].id;
  };
  return Object.fromEntries(coding.required.map((position) => [ruleSet.questions[position].id, answerOf(position)]));
}

async function agree(name, { call, input = (given) => given }, sets, expected) {
  for (const answers of sets) {
    const due = expected(answers);
    const { level, urgency, decidedBy } = await call(input(answers));
    if (level !== due.level || urgency !== due.urgency || namesOf(decidedBy) !== namesOf(due.decidedBy)) {
      throw new Error(`${name} gets ${JSON.stringify({ level, urgency, decidedBy })} where it is ${JSON.stringify(due)}, for ${JSON.stringify(answers)}`);
    }
  }
}

/** The same for the same rules, in whatever order an engine tells them. */
function namesOf(rules) {
  return rules.toSorted((a, b) => (a < b ? -1 : 1)).join();
}
