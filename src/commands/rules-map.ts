import { readFileSync } from 'node:fs';
import path from 'node:path';
import { writeOutput } from '../files/output.ts';
import { mapPage } from '../report/map.ts';
import { declareRules, ruleSetInUse } from './rule-set-source.ts';
import { examples, type Verb } from './verb.ts';

/** Writes one page to look at the rules: a grid of two questions, coloured by level, with the rules behind each cell. */
export const rulesMap: Verb = async (command, surroundings) => {
  examples(command, ['level-of-care rules map --out map.html', 'level-of-care rules map --rules my.yaml --out my.html', 'level-of-care rules map > map.html']);
  declareRules(command).option('-o, --out <file>', 'write the page to this file instead of standard output');
  const ruleSet = await ruleSetInUse(surroundings);
  return async () => {
    const script = readFileSync(path.join(surroundings.packageFolder, 'dist/page/map.js'), 'utf8');
    const { out } = command.opts<{ out?: string }>();
    await writeOutput(surroundings.host, out, mapPage(ruleSet, script));
    return 0;
  };
};
