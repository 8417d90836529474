import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv, type ValidateFunction } from 'ajv';

/** Two validators of FHIR R4 that know nothing of each other: by the structure definitions, and by the JSON Schema. */

interface Resource {
  readonly resourceType: string;
}

const require = createRequire(import.meta.url);

/** Whether both are installed. */
export const HAS_VALIDATORS = ['fhir', '@asymmetrik/fhir-json-schema-validator'].every(isInstalled);

/** What both validators say against a resource; nothing when it is valid. */
export function violations(resource: unknown): readonly string[] {
  return [...byStructure(resource as Resource), ...bySchema(resource as Resource)];
}

function isInstalled(name: string): boolean {
  try {
    return require.resolve(name) !== '';
  } catch {
    return false;
  }
}

interface Fhir {
  validate(resource: unknown, options: unknown): { readonly messages: readonly { readonly severity: string; readonly location: string; readonly message: string }[] };
}

let fhir: Fhir | undefined;

function byStructure(resource: Resource): readonly string[] {
  fhir ??= new (require('fhir') as { readonly Fhir: new () => Fhir }).Fhir();
  const { messages } = fhir.validate(resource, { errorOnUnexpected: true });
  return messages.filter(({ severity }) => severity !== 'info').map(({ location, message }) => `${location}: ${message}`);
}

let ajv: Ajv | undefined;
const validators = new Map<string, ValidateFunction>();

function bySchema(resource: Resource): readonly string[] {
  ajv ??= schemas();
  const { resourceType } = resource;
  const validate = validators.get(resourceType) ?? ajv.compile({ $ref: `fhir#/definitions/${resourceType}` });
  validators.set(resourceType, validate);
  return validate(resource) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`);
}

function schemas(): Ajv {
  const file = require.resolve('@asymmetrik/fhir-json-schema-validator/fhir.schema.json');
  const { id: _, ...schema } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  const reader = new Ajv({ strict: false, validateFormats: false });
  reader.addMetaSchema(require('ajv/dist/refs/json-schema-draft-06.json') as object);
  return reader.addSchema(schema, 'fhir');
}
