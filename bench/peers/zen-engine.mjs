import { ZenEngine } from '@gorules/zen-engine';
import { outcomeOf } from './outcome.mjs';

/**
 * A decision table with a column for each question and score and a row for each clause, which collects the rules whose rows
 * match; before it, an expression for each score.
 */
export function zenEngine(ruleSet, parts) {
  const { coding } = parts.tableOf(ruleSet);
  const positions = coding.required.filter((position) => ruleSet.questions[position].kind !== 'scope');
  const columns = [...positions.map((position) => ({ column: position, field: ruleSet.questions[position].id })), ...ruleSet.scores.map(({ id }, place) => ({ column: coding.sizes.length + place, field: id }))];
  const cell = (clause, column) => {
    const bits = clause.get(column);
    if (bits === undefined) return '';
    const codes = Array.from({ length: 1024 }, (_, code) => code).filter((code) => (bits >> BigInt(code)) & 1n);
    if (column >= coding.sizes.length) return `>= ${codes[0]}`;
    return codes.map((code) => JSON.stringify(parts.decode(ruleSet.questions[column], code))).join(', ');
  };
  const rows = ruleSet.rules.flatMap(({ when }, place) =>
    parts.clausesOf(ruleSet, coding, when).map((clause, index) => ({
      _id: `${place}-${index}`,
      ...Object.fromEntries(columns.map(({ column, field }) => [field, cell(clause, column)])),
      place: String(place),
    })),
  );
  const table = {
    hitPolicy: 'collect',
    inputs: columns.map(({ field }) => ({ id: field, name: field, field })),
    outputs: [{ id: 'place', name: 'place', field: 'place' }],
    rules: rows,
  };
  const sums = ruleSet.scores.map(({ id, points }) => ({ id, key: id, value: Object.entries(points).map(([question, of]) => added(question, of)).join(' + ') }));
  const decision = new ZenEngine().createDecision({
    nodes: [
      { id: 'input', type: 'inputNode', name: 'answers', position: { x: 0, y: 0 } },
      { id: 'scores', type: 'expressionNode', name: 'scores', position: { x: 1, y: 0 }, content: { expressions: sums, passThrough: true } },
      { id: 'rules', type: 'decisionTableNode', name: 'rules', position: { x: 2, y: 0 }, content: table },
      { id: 'output', type: 'outputNode', name: 'holding', position: { x: 3, y: 0 } },
    ],
    edges: ['input', 'scores', 'rules', 'output'].slice(1).map((targetId, at) => ({ id: targetId, type: 'edge', sourceId: ['input', 'scores', 'rules'][at], targetId })),
  });
  const outcome = outcomeOf(ruleSet, parts);
  return async (answers) => {
    const { result } = await decision.evaluate(answers);
    return outcome([...new Set(result.map(({ place }) => place))]);
  };
}

/** What the answer to a question adds to a score, as an expression. */
function added(question, of) {
  return Object.entries(of).reduce((rest, [option, points]) => `(${question} == "${option}" ? ${points} : ${rest})`, '0');
}
