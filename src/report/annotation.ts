import { visible } from '../messages/visible.ts';
import type { Place } from '../model/problem.ts';

/**
 * A line that GitHub Actions shows beside the file, in a pull request:
 * https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
 */
export function annotation(kind: 'error' | 'warning' | 'notice', title: string, lines: readonly string[], place?: Place): string {
  const at = place === undefined ? {} : { file: place.file, line: place.line, col: place.column };
  const properties = Object.entries({ ...at, title }).map(([key, value]) => `${key}=${escaped(visible(String(value))).replaceAll(':', '%3A').replaceAll(',', '%2C')}`);
  return `::${kind} ${properties.join()}::${escaped(lines.map(visible).join('\n'))}\n`;
}

function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
