/**
 * The names under which a rule set and its parts are known in HL7 FHIR R4. Addresses below `.example` belong to nobody
 * (RFC 2606): these are names, and nothing is fetched from them.
 */
const BASE = 'https://level-of-care.example/fhir';

export const URGENCY_SYSTEM = `${BASE}/CodeSystem/urgency`;
export const RULE_SET_SYSTEM = `${BASE}/CodeSystem/rule-set`;
export const DIGEST_SYSTEM = `${BASE}/CodeSystem/rule-set-digest`;

/** The questionnaire that a rule set is; a version follows behind `|` where one is meant. */
export function questionnaireUrl(ruleSet: string): string {
  return `${BASE}/Questionnaire/${ruleSet}`;
}

/** The codes of a question's options, by its id, or those of the levels. No id holds a point, and no question is called `level`. */
export function codeSystem(ruleSet: string, part: string): string {
  return `${BASE}/CodeSystem/${ruleSet}.${part}`;
}

/** How FHIR says that someone was asked and does not know: as a code among others, and where a value is missing. */
export const ASKED_UNKNOWN = 'asked-unknown';
export const ABSENT_SYSTEM = 'http://terminology.hl7.org/CodeSystem/data-absent-reason';
export const ABSENT_EXTENSION = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason';
