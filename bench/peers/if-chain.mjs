import { hasUpperBound } from './outcome.mjs';

/**
 * The rules as someone would write them by hand, with care for speed: the most intensive level first, and no further once
 * a level has a rule; then the same for the urgency.
 */
export function ifChain(ruleSet, { URGENCIES }) {
  // eslint-disable-next-line typescript/no-implied-eval -- the source is made here, from rules that were checked
  return new Function('a', ifChainSource(ruleSet, URGENCIES));
}

function ifChainSource(ruleSet, urgencies) {
  const lines = ruleSet.scores.flatMap(({ id, points }) => [
    `let ${id} = 0;`,
    ...Object.entries(points).map(([question, added]) =>
      Object.entries(added).filter(([, most]) => most > 0).map(([option, most]) => `if (a.${question} === '${option}') ${id} += ${most};`).join(' else '),
    ),
  ]);
  lines.push("const decidedBy = []; let level = null; let urgency = 'routine';", 'level: {');
  for (const { id } of [...ruleSet.levels].reverse()) {
    for (const rule of ruleSet.rules.filter(({ level }) => level === id)) lines.push(`if (${condition(ruleSet, rule.when)}) decidedBy.push('${rule.id}');`);
    lines.push(`if (decidedBy.length > 0) { level = '${id}'; break level; }`);
  }
  lines.push('}', 'urgency: {');
  for (const id of urgencies.slice(1).reverse()) {
    const any = `${id}Any`;
    lines.push(`let ${any} = false;`);
    for (const rule of ruleSet.rules.filter(({ urgency }) => urgency === id)) {
      lines.push(`if (${condition(ruleSet, rule.when)}) { ${any} = true; if (level !== '${rule.level}') decidedBy.push('${rule.id}'); }`);
    }
    lines.push(`if (${any}) { urgency = '${id}'; break urgency; }`);
  }
  lines.push('}', 'return { level, urgency, decidedBy };');
  return lines.join('\n');
}

function condition(ruleSet, of) {
  switch (of.test) {
    case 'option':
      return `(${of.options.map((option) => `a.${of.question} === '${option}'`).join(' || ')})`;
    case 'number':
      return `(a.${of.question} >= ${of.min} && a.${of.question} <= ${of.max})`;
    case 'score':
      return hasUpperBound(ruleSet, of) ? `(${of.score} >= ${of.min} && ${of.score} <= ${of.max})` : `${of.score} >= ${of.min}`;
    case 'all':
      return `(${of.of.map((part) => condition(ruleSet, part)).join(' && ')})`;
    case 'any':
      return `(${of.of.map((part) => condition(ruleSet, part)).join(' || ')})`;
    case 'not':
      return `!${condition(ruleSet, of.of)}`;
    default:
      throw new Error(`no condition of this kind is written by hand: ${of.test}`);
  }
}
