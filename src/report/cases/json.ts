import { type CaseRun, hasFailed } from './run.ts';

/** A run as a value for JSON. */
export function casesValue({ results, notRun }: CaseRun): object {
  const failed = results.filter(hasFailed).length;
  return {
    schemaVersion: 1,
    passed: results.length - failed,
    failed,
    notRun: notRun.length,
    cases: results.map(({ case: { name, place }, differences, fired }) => ({
      name,
      file: place.file,
      line: place.line,
      passed: differences.length === 0,
      differences,
      fired: fired.map(({ rule }) => rule),
    })),
  };
}
