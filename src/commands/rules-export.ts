import { Option } from 'commander';
import { conditionText } from '../analysis/wording.ts';
import { writeOutput } from '../files/output.ts';
import type { RuleSet } from '../model/rule-set.ts';
import { declareRules, ruleSetInUse } from './rule-set-source.ts';
import { examples, type Verb } from './verb.ts';

interface Flags {
  readonly to: 'sql' | 'csv';
  readonly dialect: 'duckdb' | 'postgres' | 'spark' | 'bigquery';
  readonly output?: string;
}

/** Writes a rule set as something other programs run, or people read: one SQL statement, or a table of all rules. */
export const rulesExport: Verb = (command, surroundings) => {
  examples(command, [
    'level-of-care rules export --to sql --dialect duckdb > level-of-care.sql',
    'level-of-care rules export --to sql --dialect bigquery --rules my.yaml',
    'level-of-care rules export --to csv --output rules-to-sign.csv',
  ]);
  declareRules(command)
    .addOption(new Option('--to <format>', 'SQL that assesses a table of answers, or a table of the rules to read and sign').choices(['sql', 'csv']).makeOptionMandatory())
    .addOption(new Option('--dialect <dialect>', 'the database that runs the SQL').choices(['duckdb', 'postgres', 'spark', 'bigquery']).default('duckdb'))
    .option('--output <file>', 'write it to this file instead of standard output');
  return async () => {
    const flags = command.opts<Flags>();
    const ruleSet = await ruleSetInUse(surroundings);
    await writeOutput(surroundings.host, flags.output, await exported(ruleSet, flags));
    return 0;
  };
};

async function exported(ruleSet: RuleSet, { to, dialect }: Flags): Promise<string> {
  if (to === 'sql') return (await import('../report/sql/statement.ts')).statementSql(ruleSet, dialect);
  const { rulesCsv } = await import('../report/rules-csv.ts');
  return rulesCsv(ruleSet, (condition) => conditionText(ruleSet, condition));
}
