import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess } from '../../src/engine/assess.ts';
import { verdict } from '../../src/engine/verdict.ts';
import { Page } from '../../src/language/page.ts';
import { readRuleSet } from '../../src/language/rule-set.ts';
import { plain } from '../../src/language/tree.ts';
import { readYaml } from '../../src/language/yaml.ts';
import { questionsValue } from '../../src/report/questions.ts';
import { jsonSchema, SCHEMA_NAMES, type SchemaName } from '../../src/schema/json-schema.ts';
import { ruleSetFile } from '../../src/schema/rule-set.ts';
import { SMALL } from '../language/small.ts';
import { adult, ruleSetFrom } from '../rule-sets.ts';
import { answersTo } from './given.ts';

const RULES = path.resolve(import.meta.dirname, '../../rules');
const small = ruleSetFrom(SMALL);

function validator(name: SchemaName, ruleSet = small): ValidateFunction {
  const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true });
  formats.default(ajv);
  return ajv.compile(jsonSchema(name, ruleSet));
}

function valueIn(yaml: string): unknown {
  const root = readYaml(new Page(yaml, 'a.yaml'));
  return root && plain(root);
}

function errorsOf(validate: ValidateFunction, value: unknown): unknown {
  return validate(value) ? [] : validate.errors;
}

test.each(SCHEMA_NAMES)('`%s` is a JSON Schema of draft 2020-12', (name) => {
  expect(jsonSchema(name)).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema', title: expect.any(String) });
  expect(validator(name)).toBeTypeOf('function');
});

test.each(['rule-set', 'cases'] as const)('rules/%s.schema.json is what `level-of-care schema` prints', (name) => {
  const text = readFileSync(path.join(RULES, `${name}.schema.json`), 'utf8');
  expect(text).toBe(`${JSON.stringify(jsonSchema(name), null, 2)}\n`);
});

describe('what the program comes with is valid', () => {
  test('rules/adult.yaml', () => {
    expect(errorsOf(validator('rule-set'), valueIn(readFileSync(path.join(RULES, 'adult.yaml'), 'utf8')))).toEqual([]);
  });

  test('rules/adult.cases.yaml, with and without the names of the rule set', () => {
    const cases = valueIn(readFileSync(path.join(RULES, 'adult.cases.yaml'), 'utf8'));
    expect(errorsOf(validator('cases', adult()), cases)).toEqual([]);
    expect(errorsOf(new Ajv2020({ allowUnionTypes: true }).compile(jsonSchema('cases')), cases)).toEqual([]);
  });
});

describe('what the program says is valid', () => {
  for (const ruleSet of [small, adult()]) {
    const assessment = validator('assessment');
    const batch = validator('batch');

    test(`assessments and batch lines of ${ruleSet.id}`, () => {
      fc.assert(
        fc.property(answersTo(ruleSet), (answers) => {
          expect(errorsOf(assessment, JSON.parse(JSON.stringify(assess(ruleSet, answers))))).toEqual([]);
          const { urgencyRange: _, alsoMatched: __, ...line } = verdict(ruleSet, answers);
          expect(errorsOf(batch, { line: 1, id: null, ...line })).toEqual([]);
        }),
        { numRuns: 50 },
      );
    });

    test(`the questions of ${ruleSet.id}`, () => {
      expect(errorsOf(validator('questions'), questionsValue(ruleSet))).toEqual([]);
    });
  }

  test('a rejected record', () => {
    expect(errorsOf(validator('batch'), { line: 7, id: 'a', error: { code: 'json-syntax', message: 'this is not JSON' } })).toEqual([]);
  });
});

/** Any one part of a value replaced by another value. */
function withPartReplaced(value: unknown, at: number, by: unknown): unknown {
  let left = at;
  const replaced = (part: unknown): unknown => {
    left -= 1;
    if (left < 0 && left >= -1) return by;
    if (Array.isArray(part)) return part.map(replaced);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([key, each]) => [key, replaced(each)]));
  };
  return replaced(value);
}

test('the JSON Schema of a rule set takes what the reader takes, and refuses what its shape refuses', () => {
  const validate = validator('rule-set');
  const value = valueIn(SMALL);
  const parts = JSON.stringify(value).match(/[:,[{]/g)?.length ?? 0;
  const by = fc.constantFrom<unknown>(null, 1, 1.5, -1, 'x', 'Not an id', true, [], {}, ['x'], { x: 1 }, { id: 'x' }, '2026-02-30', '1.0.0');
  fc.assert(
    fc.property(fc.nat(parts), by, (at, other) => {
      const changed = withPartReplaced(value, at, other);
      const isValid = validate(changed);
      expect(isValid && !ruleSetFile.safeParse(changed).success).toBe(false);
      expect(!isValid && readRuleSet(JSON.stringify(changed), 'a.yaml').ok).toBe(false);
    }),
    { numRuns: 400 },
  );
});
