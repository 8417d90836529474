import { visible } from '../../messages/visible.ts';
import type { Case } from '../../model/case.ts';
import { type CaseResult, type CaseRun, differenceText, firedTexts, hasFailed } from './run.ts';

/**
 * A run as JUnit XML, a suite per case file, valid against the schemas of Ant (github.com/windyroad/JUnit-Schema) and of
 * Jenkins (`junit-10.xsd` of its xUnit plugin). Ant's wants a time of day, a host and seconds, so they stand there
 * without saying anything: the day (YYYY-MM-DD) is all that is known.
 */
export function casesJunit({ results, notRun }: CaseRun, today: string): string {
  const tests: readonly Test[] = [...results.map((result) => ({ case: result.case, result })), ...notRun.map((each) => ({ case: each }))];
  const files = [...new Set(tests.map((test) => test.case.place.file))];
  const suites = files.flatMap((file, id) => suite(file, tests.filter((test) => test.case.place.file === file), id, today));
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<testsuites>', ...suites, '</testsuites>'];
  return lines.map((line) => `${line}\n`).join('');
}

/** Without a result, the case was not run. */
interface Test {
  readonly case: Case;
  readonly result?: CaseResult;
}

function suite(file: string, tests: readonly Test[], id: number, today: string): readonly string[] {
  const failures = tests.filter(({ result }) => result !== undefined && hasFailed(result)).length;
  const counts = { tests: tests.length, failures, errors: 0, skipped: tests.filter(({ result }) => result === undefined).length };
  const attributes = { name: file, package: file, id, timestamp: `${today}T00:00:00`, hostname: 'localhost', ...counts, time: 0 };
  return [`  <testsuite${listed(attributes)}>`, '    <properties/>', ...tests.flatMap(testCase), '    <system-out/>', '    <system-err/>', '  </testsuite>'];
}

function testCase({ case: { name, place }, result }: Test): readonly string[] {
  const start = `    <testcase${listed({ name: name.replaceAll(/\s+/g, ' '), classname: place.file, time: 0 })}`;
  if (result === undefined) return [`${start}>`, '      <skipped/>', '    </testcase>'];
  if (!hasFailed(result)) return [`${start}/>`];
  const differences = result.differences.map(differenceText);
  const detail = [`${place.file}:${place.line}:${place.column}`, ...differences, `status: ${result.status}`, `rules that fired: ${firedTexts(result).join(', ') || 'none'}`];
  const failure = `<failure${listed({ type: 'expectation', message: differences.join('; ') })}>${detail.map(escaped).join('\n')}</failure>`;
  return [`${start}>`, `      ${failure}`, '    </testcase>'];
}

function listed(attributes: Readonly<Record<string, string | number>>): string {
  return Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`).join('');
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** XML takes no control characters at all, and two code points besides. */
function escaped(text: string): string {
  return visible(text)
    .replaceAll(/[\ufffe\uffff]/g, '\ufffd')
    .replaceAll(/[&<>"']/g, (character) => ENTITIES[character] as string);
}
