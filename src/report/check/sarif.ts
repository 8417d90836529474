import { FINDINGS, INPUT_PROBLEMS, type Place, type Problem, type ProblemCode } from '../../model/problem.ts';
import { witnessText } from '../problems.ts';
import type { FileFindings } from './checked.ts';

const MEANINGS: Readonly<Record<ProblemCode, string>> = { ...FINDINGS, ...INPUT_PROBLEMS };
const CODES = Object.keys(MEANINGS) as readonly ProblemCode[];

/**
 * The findings as SARIF 2.1.0, which code scanning and editors read:
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function checkSarif(files: readonly FileFindings[]): unknown {
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'level-of-care', rules: CODES.map(descriptor) } },
        columnKind: 'utf16CodeUnits',
        artifacts: [...new Set(files.map(({ file }) => uriOf(file)))].map((uri) => ({ location: { uri } })),
        results: files.flatMap(({ findings }) => findings.map(result)),
      },
    ],
  };
}

/** What a kind of finding means. */
function descriptor(code: ProblemCode): unknown {
  return {
    id: code,
    shortDescription: { text: sentence(MEANINGS[code]) },
    help: { text: `${sentence(MEANINGS[code])} ${code in FINDINGS ? 'docs/checks.md says exactly when it is found, with an example.' : 'docs/problems.md says what to do.'}` },
  };
}

function result({ code, severity, message, witness, change, help, place }: Problem): unknown {
  const details = [
    ...(witness === undefined ? [] : [`Answers: ${witnessText(witness)}`]),
    ...(change === undefined ? [] : [`Changed: ${witnessText(change)}`]),
    ...(help === undefined ? [] : [`Help: ${help}`]),
  ];
  return {
    ruleId: code,
    ruleIndex: CODES.findIndex((known) => known === code),
    level: severity,
    message: { text: [sentence(message), ...details].join('\n') },
    ...(place && { locations: [{ physicalLocation: locationOf(place) }] }),
    ...(witness && { properties: { answers: witness, ...(change && { changed: change }) } }),
  };
}

function locationOf({ file, line, column, text }: Place): unknown {
  return {
    artifactLocation: { uri: uriOf(file) },
    region: { startLine: line, startColumn: column, ...(text.trim() !== '' && { snippet: { text } }) },
  };
}

/** A path as a URI reference; what has a meaning in URIs is escaped. */
function uriOf(file: string): string {
  return file.split('/').map(encodeURIComponent).join('/');
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
