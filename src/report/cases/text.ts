import { visible } from '../../messages/visible.ts';
import { excerpt } from '../problems.ts';
import { type CaseResult, type CaseRun, differenceText, firedTexts, hasFailed, totalsText } from './run.ts';

/** Each failing case with its place, what was expected and received, and the rules that fired; then the totals. */
export function casesText(run: CaseRun): string {
  return [...run.results.filter(hasFailed).map(failureText), totalsText(run)].map((text) => `${text}\n`).join('');
}

function failureText(result: CaseResult): string {
  const { place, name } = result.case;
  const fired = firedTexts(result);
  const lines = [
    `${visible(place.file)}:${place.line}:${place.column}: ${visible(name)}`,
    ...excerpt(place),
    ...result.differences.map((difference) => `  ${differenceText(difference)}`),
    ...(result.status === 'decided' ? [] : [`  status: ${result.status}`]),
    ...(fired.length === 0 ? ['  no rule fired'] : ['  rules that fired:', ...fired.map((rule) => `    ${rule}`)]),
  ];
  return `${lines.join('\n')}\n`;
}
