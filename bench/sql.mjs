import { DuckDBInstance } from '@duckdb/node-api';

/** Rows that are fetched together. */
const ROWS = 100_000;

/**
 * Compares the SQL of a rule set, run by DuckDB, with the engine: on every answer set, with each question answered in every
 * way or not at all, and on random rows that also have "not sure" and answers that no question takes. Returns the number of
 * rows compared; throws at the first that differs.
 */
export async function compareSql(ruleSet, parts, randomRows) {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const questions = ruleSet.questions.filter(({ kind }) => kind !== 'note');
  const every = await compareTable(connection, ruleSet, parts, questions, everyRow(questions));
  const random = await compareTable(connection, ruleSet, parts, questions, randomRow(questions, parts.numbers(11), randomRows));
  connection.closeSync();
  return { every, random };
}

/** A query for every combination of the answers to some questions, none included. */
function everyRow(questions) {
  const values = questions.map(({ id }, place) => `(SELECT unnest([${[...valuesOf(questions[place]).map((value) => `'${value}'`), 'NULL'].join(', ')}]) AS "${id}")`);
  return `SELECT row_number() OVER () AS id, * FROM ${values.join(' CROSS JOIN ')}`;
}

function randomRow(questions, next, count) {
  // Each question has a random number of its own for each row, from the row's number.
  const column = (question) => {
    const answers = [...valuesOf(question), 'not-sure', 'no-such-option', ''].map((value) => `'${value}'`);
    const weighted = [...answers, ...answers.slice(0, -2), ...answers.slice(0, -2), ...answers.slice(0, -2), 'NULL'];
    return `([${weighted.join(', ')}])[1 + (hash(range, ${next(1_000_000)}) % ${weighted.length})::INTEGER] AS "${question.id}"`;
  };
  return `SELECT range AS id, ${questions.map(column).join(', ')} FROM range(${count})`;
}

async function compareTable(connection, ruleSet, parts, questions, query) {
  await connection.run(`CREATE OR REPLACE TABLE answers AS ${query}`);
  const statement = parts.statementSql(ruleSet, 'duckdb').trim().replace(/;$/, '');
  await connection.run(`CREATE OR REPLACE TABLE results AS ${statement}`);
  const columns = ['assessment_status', 'level', 'urgency', 'decided_by', 'unanswered_questions', 'invalid_answers', 'rule_set_digest'];
  const result = await connection.stream(`SELECT ${questions.map(({ id }) => `answers."${id}"`).join(', ')}, ${columns.map((name) => `results.${name}`).join(', ')} FROM answers JOIN results USING (id)`);
  const expected = expectation(ruleSet, parts, questions);
  let count = 0;
  for await (const rows of result.yieldRowsJs()) {
    for (const row of rows) {
      const said = row.slice(questions.length);
      const due = expected(row.slice(0, questions.length));
      if (said.length !== due.length || said.some((value, place) => value !== due[place])) {
        throw new Error(`the SQL says ${JSON.stringify(said)}, the engine ${JSON.stringify(due)}, of ${JSON.stringify(row.slice(0, questions.length))}`);
      }
      count += 1;
    }
  }
  return count;
}

/** What a row is to have, by the engine. */
export function expectation(ruleSet, parts, questions) {
  const { coding } = parts.tableOf(ruleSet);
  const verdicts = new parts.Verdicts(ruleSet);
  const codes = new Int32Array(coding.sizes.length).fill(-1);
  const places = questions.map(({ id }) => coding.positions.get(id));
  const words = questions.map((question, place) => wordsOf(question, coding.words[places[place]]));
  return (row) => {
    const invalid = questions.filter((_, place) => row[place] !== null && !words[place].has(row[place])).map(({ id }) => id);
    const unanswered = questions.filter((_, place) => row[place] === null).map(({ id }) => id).join(';');
    if (invalid.length > 0) return ['invalid', null, null, null, unanswered, invalid.join(';'), ruleSet.digest];
    questions.forEach((_, place) => (codes[places[place]] = row[place] === null ? -1 : words[place].get(row[place])));
    const { status, level, urgency, decidedBy } = verdicts.of(codes);
    return [status, level, urgency, status === 'open' ? null : decidedBy.join(';'), unanswered, '', ruleSet.digest];
  };
}

function valuesOf(question) {
  if (question.type === 'choice') return question.options.map(({ id }) => id);
  return Array.from({ length: question.max - question.min + 1 }, (_, code) => String(question.min + code));
}

function wordsOf(question, known) {
  const numbers = question.type === 'integer' ? valuesOf(question).map((value, code) => [value, code]) : [];
  return new Map([...Object.entries(known), ...numbers]);
}
