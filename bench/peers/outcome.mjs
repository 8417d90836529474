/** What the rules that hold come to, for engines that say no more than which rules hold. */
export function outcomeOf(ruleSet, { URGENCIES }) {
  const levels = new Map(ruleSet.levels.map(({ id }, place) => [id, place]));
  const rules = ruleSet.rules.map(({ id, level, urgency }) => ({ id, level: levels.get(level), urgency: URGENCIES.indexOf(urgency) }));
  return (holding) => {
    let [level, urgency] = [-1, 0];
    for (const place of holding) {
      const rule = rules[place];
      if (rule.level > level) level = rule.level;
      if (rule.urgency > urgency) urgency = rule.urgency;
    }
    const decidedBy = [];
    for (const place of holding) {
      const rule = rules[place];
      if (rule.level === level || (urgency > 0 && rule.urgency === urgency)) decidedBy.push(rule.id);
    }
    return { level: ruleSet.levels[level]?.id ?? null, urgency: URGENCIES[urgency], decidedBy };
  };
}

/** Whether a score can exceed what a condition allows; mostly it asks for "at least" only, and that is what one would write. */
export function hasUpperBound({ scores }, { score, max }) {
  const points = scores.find(({ id }) => id === score)?.points ?? {};
  return max < Object.values(points).reduce((sum, added) => sum + Math.max(...Object.values(added)), 0);
}
