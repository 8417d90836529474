import { visible } from '../../messages/visible.ts';
import { type CaseResult, type CaseRun, differenceText, firedTexts, hasFailed } from './run.ts';

/** A run in the Test Anything Protocol, version 14: https://testanything.org/tap-version-14-specification.html */
export function casesTap({ results, notRun }: CaseRun): string {
  const lines = [
    'TAP version 14',
    `1..${results.length + notRun.length}`,
    ...results.flatMap(testPoint),
    ...(notRun.length > 0 ? [`Bail out! ${notRun.length} not run`] : []),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function testPoint(result: CaseResult, index: number): readonly string[] {
  const { name, place } = result.case;
  const failed = hasFailed(result);
  const line = `${failed ? 'not ok' : 'ok'} ${index + 1} - ${visible(name.replaceAll(/\s+/g, ' ')).replaceAll(/[\\#]/g, '\\$&')}`;
  if (!failed) return [line];
  const diagnostics = {
    at: `${place.file}:${place.line}:${place.column}`,
    differences: result.differences.map(differenceText),
    status: result.status,
    fired: firedTexts(result),
  };
  return [line, '  ---', ...Object.entries(diagnostics).map(([key, value]) => `  ${key}: ${visible(JSON.stringify(value))}`), '  ...'];
}
