import sarifSchema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import AjvDraft4 from 'ajv-draft-04';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { expect, test } from 'vitest';
import { FINDINGS, INPUT_PROBLEMS } from '../../../src/model/problem.ts';
import { checkSarif } from '../../../src/report/check/sarif.ts';
import { checkedFile, GAP, NOT_MONOTONE, REDUNDANT, UNUSED } from './files.ts';

const text = { type: 'string', minLength: 1 };
const closed = (properties: Record<string, unknown>, required = Object.keys(properties)) => ({ type: 'object', properties, required, additionalProperties: false });
const message = closed({ text });
const artifactLocation = closed({ uri: { type: 'string', format: 'uri-reference' } });

/** The part of the SARIF 2.1.0 schema that is written, stricter than the standard: nothing else, and nothing left out. */
const SARIF = closed({
  $schema: text,
  version: { const: '2.1.0' },
  runs: {
    type: 'array',
    minItems: 1,
    items: closed({
      tool: closed({ driver: closed({ name: text, rules: { type: 'array', uniqueItems: true, items: closed({ id: text, shortDescription: message, help: message }) } }) }),
      columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
      artifacts: { type: 'array', uniqueItems: true, items: closed({ location: artifactLocation }) },
      results: {
        type: 'array',
        items: closed(
          {
            ruleId: text,
            ruleIndex: { type: 'integer', minimum: 0 },
            level: { enum: ['none', 'note', 'warning', 'error'] },
            message,
            locations: {
              type: 'array',
              items: closed({
                physicalLocation: closed({
                  artifactLocation,
                  region: closed({ startLine: { type: 'integer', minimum: 1 }, startColumn: { type: 'integer', minimum: 1 }, snippet: closed({ text }) }, ['startLine', 'startColumn']),
                }),
              }),
            },
            properties: { type: 'object' },
          },
          ['ruleId', 'ruleIndex', 'level', 'message'],
        ),
      },
    }),
  },
});

interface Log {
  readonly runs: readonly { readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } }; readonly results: readonly Record<string, unknown>[] }[];
}

/** The schema that the standard comes with. */
const official = formats.default(new AjvDraft4.default({ allErrors: true, strict: false, unicodeRegExp: false })).compile(sarifSchema);

function logOf(...files: Parameters<typeof checkSarif>[0]): Log {
  const log: unknown = JSON.parse(JSON.stringify(checkSarif(files)));
  const ajv = new Ajv2020({ allErrors: true, formats: { 'uri-reference': /^[\w%.~/!'()*-]+$/ } });
  const validate = ajv.compile(SARIF);
  validate(log);
  expect(validate.errors ?? []).toEqual([]);
  official(log);
  expect(official.errors ?? []).toEqual([]);
  return log as Log;
}

test('is SARIF: every kind of finding described, every finding with its kind, level, place and answers', () => {
  const [{ tool, results } = { tool: undefined, results: [] }] = logOf(checkedFile([GAP, NOT_MONOTONE, UNUSED, REDUNDANT])).runs;
  const codes = tool?.driver.rules.map(({ id }) => id) ?? [];
  expect(codes).toEqual(Object.keys({ ...FINDINGS, ...INPUT_PROBLEMS }));
  expect(results.map(({ ruleId, ruleIndex }) => codes[ruleIndex as number] === ruleId)).toEqual([true, true, true, true]);
  expect(results.map(({ level }) => level)).toEqual(['error', 'error', 'warning', 'note']);
  expect(results[1]).toMatchObject({
    ruleId: 'not-monotone',
    message: { text: 'A worse answer lowers the level.\nAnswers: { age: adult, pain: much, sleep: 7, time: day }\nChanged: { pain: none }\nHelp: add a rule' },
    locations: [{ physicalLocation: { artifactLocation: { uri: 'my%20rules.yaml' }, region: { startLine: 12, startColumn: 5 } } }],
    properties: { answers: { age: 'adult', pain: 'much', sleep: 7, time: 'day' }, changed: { pain: 'none' } },
  });
});

test('a line that is kept back has no snippet, a finding without a place no location, and no file no results', () => {
  const { place: _, ...nowhere } = UNUSED;
  const [run] = logOf(checkedFile([nowhere, { ...UNUSED, place: { file: 'a.yaml', line: 1, column: 1, text: '' } }])).runs;
  expect(run?.results[0]).not.toHaveProperty('locations');
  expect(run?.results[1]).toMatchObject({ locations: [{ physicalLocation: { region: { startLine: 1, startColumn: 1 } } }] });
  expect(logOf().runs[0]?.results).toEqual([]);
  expect(logOf(checkedFile(), checkedFile()).runs).toHaveLength(1);
});

test.each([
  ['a line before the first', (log: Log) => set(log, ['runs', 0, 'results', 0, 'locations', 0, 'physicalLocation', 'region', 'startLine'], 0)],
  ['a level that SARIF does not know', (log: Log) => set(log, ['runs', 0, 'results', 0, 'level'], 'fatal')],
  ['a tool whose name is a number', (log: Log) => set(log, ['runs', 0, 'tool', 'driver', 'name'], 7)],
])('the schema of the standard would notice %s', (_, spoil) => {
  expect(official(spoil(logOf(checkedFile([GAP]))))).toBe(false);
});

/** Sets the value at a path, in place. */
function set<Root>(root: Root, path: readonly (string | number)[], value: unknown): Root {
  const last = path.at(-1) as string;
  const parent = path.slice(0, -1).reduce((at, key) => at[key] as Record<string | number, unknown>, root as Record<string | number, unknown>);
  parent[last] = value;
  return root;
}
