import path from 'node:path';
import type { Plugin } from 'vitest/config';
import { casesIn } from './case-file.ts';

const RUNNER = path.join(import.meta.dirname, 'case-file.ts');

/**
 * Lets vitest take a file of cases as a file of tests. The call that fails stands where its case stands, so a failure
 * points into the YAML file.
 */
export function casesPlugin(): Plugin {
  return {
    name: 'cases',
    transform(yaml, file) {
      if (!file.endsWith('.cases.yaml')) return null;
      const lines = yaml.split('\n').map(() => '');
      lines[0] = `import { test } from 'vitest'; import { casesIn, run } from ${JSON.stringify(RUNNER)}; const trials = casesIn(${JSON.stringify(file)});`;
      for (const [index, { case: { name, place } }] of casesIn(file).entries()) {
        lines[place.line - 2] += `test(${JSON.stringify(name)}, () => {`;
        lines[place.line - 1] = `${' '.repeat(place.column - 1)}run(trials[${index}]); });`;
      }
      return { code: lines.join('\n'), map: null };
    },
  };
}
