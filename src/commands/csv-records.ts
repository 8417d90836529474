import { parse } from 'csv-parse/sync';
import type { Line } from '../files/lines.ts';
import { validNames } from '../language/nearest.ts';
import { InvalidInput, type Problem, type ProblemCode, type Read } from '../model/problem.ts';
import type { RuleSet } from '../model/rule-set.ts';
import { answerFrom } from './answer-flags.ts';
import { record, type RecordOptions, type RecordReader, rejected, wrong } from './records.ts';

/** Reads lines of comma-separated cells below a header; an empty cell is no answer. Throws when the header is wrong. */
export function csvRecords(ruleSet: RuleSet, options: RecordOptions, header: Line, file: string): RecordReader {
  const columns = columnsOf(ruleSet, header, file);
  const idPlace = columns.indexOf('id');
  const places = ruleSet.questions.map((question) => ({ question, place: columns.indexOf(question.id) }));
  return ({ line, text }) => {
    const cells = text.ok ? cellsOf(text.value) : text;
    if (!cells.ok) return rejected(line, cells);
    if (cells.value.length !== columns.length) {
      // Where a cell is missing or too many, only the first one is sure to stand in its column.
      const id = idPlace === 0 ? cells.value[0] || null : null;
      return rejected(line, wrong('wrong-type', `there are ${cells.value.length} cells on the line, and ${columns.length} in the header`), id);
    }
    const given = places.flatMap(({ question, place }) => {
      const cell = cells.value[place];
      return cell === undefined || cell === '' ? [] : { question: question.id, value: answerFrom(question, [cell]) };
    });
    return record(ruleSet, options, line, cells.value[idPlace] || null, given);
  };
}

/** Whether a line is the header of a table rather than a record: one of its cells is the id of a question. */
export function isHeader(ruleSet: RuleSet, { text }: Line): boolean {
  if (!text.ok) return false;
  const cells = cellsOf(text.value);
  return (cells.ok && namesQuestion(ruleSet, cells.value)) || separatorIn(ruleSet, text.value) !== undefined;
}

/** What stands between the cells of a header in place of commas. */
function separatorIn(ruleSet: RuleSet, header: string): string | undefined {
  const separators = { semicolons: ';', tabs: '\t' };
  const [found] = Object.entries(separators).find(([, sign]) => header.includes(sign) && namesQuestion(ruleSet, header.split(sign).map((cell) => cell.trim()))) ?? [];
  return found;
}

function namesQuestion({ questions }: RuleSet, cells: readonly string[]): boolean {
  return questions.some(({ id }) => cells.includes(id));
}

function columnsOf(ruleSet: RuleSet, { text }: Line, file: string): readonly string[] {
  const cells = text.ok ? cellsOf(text.value) : text;
  if (!cells.ok) throw new InvalidInput(cells.problems);
  const separator = text.ok ? separatorIn(ruleSet, text.value) : undefined;
  if (separator !== undefined) {
    throw new InvalidInput([{ code: 'wrong-type', severity: 'error', message: `the cells of \`${file}\` have ${separator} between them`, help: 'put commas between them' }]);
  }
  const known = ['id', ...ruleSet.questions.map(({ id }) => id)];
  const refuse = (code: ProblemCode, message: string, help?: string): Problem => {
    return { code, severity: 'error', message, ...(help !== undefined && { help }), place: { file, line: 1, column: 1, text: '' } };
  };
  const problems = cells.value.flatMap((column, index) => {
    if (!known.includes(column)) return refuse('unknown-question', `the column \`${column}\` is no question`, validNames(column, known));
    return cells.value.indexOf(column) === index ? [] : refuse('duplicate-key', `the column \`${column}\` stands twice`);
  });
  if (problems.length > 0) throw new InvalidInput(problems);
  return cells.value;
}

/** Printable ASCII without quotes: cells that need no parser. */
const PLAIN = /^[ !#-~]*$/;

function cellsOf(line: string): Read<readonly string[]> {
  if (line.trim() === '') return wrong('empty', 'the line is empty');
  if (PLAIN.test(line)) return { ok: true, value: line.split(',').map((cell) => cell.trim()) };
  try {
    // A lone carriage return is no line end, and what follows it is not to be lost.
    const [cells = []] = parse(line, { relax_column_count: true, trim: true, record_delimiter: '\n' });
    return { ok: true, value: cells };
  } catch {
    return wrong('wrong-type', 'the line is not a row of comma-separated cells', 'a cell in quotes ends on its own line');
  }
}
