import { writeOutput } from '../files/output.ts';
import { validNames } from '../language/nearest.ts';
import { InvalidInput } from '../model/problem.ts';
import type { Level, RuleSet } from '../model/rule-set.ts';
import { jsonText } from '../report/json.ts';
import { levelsText, levelsValue } from '../report/level-comparison.ts';
import { coloursFor } from './colours.ts';
import { declareFormat, formatOf } from './format.ts';
import { declareLanguage, speech } from './language.ts';
import { declareRules } from './rule-set-source.ts';
import { examples, type Verb } from './verb.ts';

/** The width of text that goes to a file or a pipe. */
const WIDTH_COLUMNS = 80;

/** Shows the levels of care side by side, to read, or one of them. */
export const levels: Verb = (command, surroundings) => {
  const { host } = surroundings;
  examples(command, ['level-of-care levels', 'level-of-care levels iop', 'level-of-care levels --json']);
  declareLanguage(declareFormat(declareRules(command)), surroundings).argument('[level]', 'one level, by its id; all of them without it');
  return async () => {
    const { ruleSet, language } = await speech(surroundings);
    const shown = chosen(ruleSet, command.args[0]);
    const style = { width: host.stdout.columns ?? WIDTH_COLUMNS, messages: language.messages, chalk: (await coloursFor(command)).out };
    await writeOutput(host, undefined, formatOf(command) === 'json' ? jsonText(levelsValue(ruleSet, shown)) : levelsText(ruleSet, shown, style));
    return 0;
  };
};

function chosen({ levels: all }: RuleSet, id: string | undefined): readonly Level[] {
  if (id === undefined) return all;
  const found = all.filter((level) => level.id === id);
  if (found.length > 0) return found;
  const help = validNames(id, all.map((level) => level.id));
  throw new InvalidInput([{ code: 'unknown-level', severity: 'error', message: `there is no level \`${id}\``, ...(help !== undefined && { help }) }]);
}
