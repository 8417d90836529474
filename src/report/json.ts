import { visible } from '../messages/visible.ts';

/** A value as JSON of several lines, safe to show on a screen. */
export function jsonText(value: unknown): string {
  const lines = JSON.stringify(value, undefined, 2).split('\n');
  return `${lines.map(visible).join('\n')}\n`;
}

/** A value as one line of JSON, safe to show on a screen. */
export function jsonLine(value: unknown): string {
  return `${visible(JSON.stringify(value))}\n`;
}
