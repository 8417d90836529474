import { writeOutput } from '../files/output.ts';
import { jsonText } from '../report/json.ts';
import { questionsText, questionsValue } from '../report/questions.ts';
import { declareFormat, type Format, formatOf } from './format.ts';
import { declareLanguage, type Speech, speech } from './language.ts';
import { declareRules } from './rule-set-source.ts';
import { examples, type Verb } from './verb.ts';

const FURTHER_FORMATS = ['fhir'] as const;

/** Lists the questions of a rule set, with their options and texts. */
export const questions: Verb = (command, surroundings) => {
  examples(command, ['level-of-care questions', 'level-of-care questions --json', 'level-of-care questions --rules my.yaml']);
  declareLanguage(declareFormat(declareRules(command), FURTHER_FORMATS), surroundings);
  return async () => {
    await writeOutput(surroundings.host, undefined, await formatted(await speech(surroundings), formatOf(command, FURTHER_FORMATS)));
    return 0;
  };
};

async function formatted({ ruleSet, language }: Speech, format: Format | 'fhir'): Promise<string> {
  switch (format) {
    case 'text':
      return questionsText(ruleSet);
    case 'json':
      return jsonText(questionsValue(ruleSet));
    case 'fhir':
      return jsonText((await import('../report/fhir/questionnaire.ts')).questionnaire(ruleSet, language.messages));
  }
}
