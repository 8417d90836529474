import { expect, test } from 'vitest';
import { readCasesNdjson } from '../../src/language/cases-ndjson.ts';
import { ruleSetFrom, valueOf } from '../rule-sets.ts';
import { SMALL } from './small.ts';

const ruleSet = ruleSetFrom(SMALL);
const FIRST = '{"name": "first", "answers": {"age": "adult", "pain": "some", "sleep": 3, "time": "day"}, "expect": {"level": "high"}, "tags": ["night"]}';
const SECOND = '{"name": "second", "answers": {"age": "adult"}, "expect": {"status": "open"}}';

function problems(ndjson: string) {
  const read = readCasesNdjson(ndjson, 'cases.ndjson', ruleSet);
  return read.ok ? [] : read.problems.map(({ code, place }) => `${place?.line}:${place?.column} ${code}`);
}

test('reads a case from each line, with its place', () => {
  const cases = valueOf(readCasesNdjson(`${FIRST}\r\n \t\n${SECOND}\n`, 'cases.ndjson', ruleSet));
  expect(cases).toMatchObject([
    { name: 'first', expect: { level: 'high' }, tags: ['night'], place: { file: 'cases.ndjson', line: 1, column: 1, text: FIRST } },
    { name: 'second', expect: { status: 'open' }, tags: [], place: { line: 3 } },
  ]);
});

test('finds all problems at once, each on its line', () => {
  const lines = [FIRST, '{"name": 1', FIRST, SECOND.replace('"open"', '"opened"'), SECOND.replace('{"status": "open"}', '{}'), '[]', FIRST.replace('some', 'sone')];
  expect(problems(lines.join('\n'))).toEqual([
    '2:11 json-syntax',
    '3:1 duplicate-id',
    '4:70 unknown-name',
    '5:1 duplicate-id',
    '5:59 empty',
    '6:1 wrong-type',
    '7:1 duplicate-id',
    '7:55 unknown-option',
  ]);
});

test('takes a carriage return at the end of a line alone', () => {
  expect(problems(`${FIRST.replace('first', 'fi\rrst')}\r\n${SECOND}`)).toEqual(['1:13 control-character']);
});

test('a thousand problems are enough (H41)', () => {
  expect(problems('{}\n'.repeat(1_000_000))).toHaveLength(1000);
});
