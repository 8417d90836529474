import { Argument } from 'commander';
import { writeOutput } from '../files/output.ts';
import { jsonText } from '../report/json.ts';
import { jsonSchema, SCHEMA_NAMES, type SchemaName } from '../schema/json-schema.ts';
import { declareRules, ruleSetInUse } from './rule-set-source.ts';
import { examples, type Verb } from './verb.ts';

/** Prints the JSON Schema of something that the program reads or prints. */
export const schema: Verb = (command, surroundings) => {
  examples(command, ['level-of-care schema answers', 'level-of-care schema assessment > assessment.schema.json', 'level-of-care schema answers --rules my.yaml']);
  declareRules(command).addArgument(new Argument('<name>', 'what the schema is of').choices(SCHEMA_NAMES));
  return async () => {
    const [name] = command.processedArgs as [SchemaName];
    await writeOutput(surroundings.host, undefined, jsonText(jsonSchema(name, await ruleSetInUse(surroundings))));
    return 0;
  };
};
