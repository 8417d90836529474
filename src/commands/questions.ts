import { writeOutput } from '../files/output.ts';
import type { RuleSet } from '../model/rule-set.ts';
import { jsonText } from '../report/json.ts';
import { questionsText, questionsValue } from '../report/questions.ts';
import { declareFormat, type Format, formatOf } from './format.ts';
import { declareRules, ruleSetInUse } from './rule-set-source.ts';
import { examples, type Verb } from './verb.ts';

const FURTHER_FORMATS = ['fhir'] as const;

/** Lists the questions of a rule set, with their options and texts. */
export const questions: Verb = (command, surroundings) => {
  examples(command, ['level-of-care questions', 'level-of-care questions --json', 'level-of-care questions --rules my.yaml']);
  declareFormat(declareRules(command), FURTHER_FORMATS);
  return async () => {
    const ruleSet = await ruleSetInUse(surroundings);
    await writeOutput(surroundings.host, undefined, await formatted(ruleSet, formatOf(command, FURTHER_FORMATS)));
    return 0;
  };
};

async function formatted(ruleSet: RuleSet, format: Format | 'fhir'): Promise<string> {
  switch (format) {
    case 'text':
      return questionsText(ruleSet);
    case 'json':
      return jsonText(questionsValue(ruleSet));
    case 'fhir': {
      const [{ questionnaire }, { en }] = await Promise.all([import('../report/fhir/questionnaire.ts'), import('../messages/en.ts')]);
      return jsonText(questionnaire(ruleSet, en));
    }
  }
}
