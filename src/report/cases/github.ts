import { annotation } from '../annotation.ts';
import { type CaseRun, differenceText, firedTexts, hasFailed, totalsText } from './run.ts';

/** Each failing case as an annotation at its place, then the totals. */
export function casesGithub(run: CaseRun): string {
  const failures = run.results.filter(hasFailed).map((result) => {
    const lines = [...result.differences.map(differenceText), `rules that fired: ${firedTexts(result).join(', ') || 'none'}`];
    return annotation('error', result.case.name, lines, result.case.place);
  });
  return `${failures.join('')}${totalsText(run)}\n`;
}
