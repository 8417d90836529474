import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { levelOfCare } from './program.ts';

const known = new Map<string, Promise<ValidateFunction>>();

/** What a value breaks of the schema that the program prints under this name; nothing when it is valid. */
export async function violations(name: string, value: unknown, ...flags: string[]): Promise<unknown> {
  const key = [name, ...flags].join(' ');
  const validating = known.get(key) ?? validator(name, flags);
  known.set(key, validating);
  const validate = await validating;
  return validate(value) ? [] : validate.errors;
}

async function validator(name: string, flags: readonly string[]): Promise<ValidateFunction> {
  const { stdout } = await levelOfCare(['schema', name, ...flags]);
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  formats.default(ajv);
  return ajv.compile(JSON.parse(stdout) as object);
}
