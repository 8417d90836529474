import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { BatchProgress, progressText } from '../../src/commands/batch-progress.ts';
import type { Host } from '../../src/model/host.ts';
import { folderWith } from '../cli/folder.ts';

interface Screens {
  readonly results?: boolean;
  readonly terminal?: boolean;
  readonly kind?: string;
}

/** A host whose screens are terminals or not, and what is written to the one for progress. */
function hostWith({ results = false, terminal = true, kind = 'xterm' }: Screens): { host: Host; written: string[] } {
  const written: string[] = [];
  const stderr = { isTTY: terminal, write: (text: string) => written.push(text) };
  return { host: { cwd: folderWith({ input: 'x'.repeat(1000) }), stdout: { isTTY: results }, stderr, env: { TERM: kind } } as unknown as Host, written };
}

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());

test('is told on a terminal once the work takes longer than a second, and erased in the end', () => {
  const { host, written } = hostWith({});
  const progress = new BatchProgress(host, 'input');
  vi.advanceTimersByTime(900);
  progress.tell(100, 100);
  expect(written).toEqual([]);
  vi.advanceTimersByTime(1100);
  progress.tell(2000, 250);
  progress.tell(2001, 251);
  expect(written).toEqual(['\r\u001b[K2,000 records, 1,000 a second, 6 s left']);
  vi.advanceTimersByTime(250);
  progress.tell(2500, 500);
  progress.end();
  expect(written.slice(1)).toEqual(['\r\u001b[K2,500 records, 1,111 a second, 3 s left', '\r\u001b[K']);
});

test.each<[string, Screens]>([
  ['where nobody looks', { terminal: false }],
  ['beside results on the same screen', { results: true }],
  ['on a terminal that cannot go back', { kind: 'dumb' }],
])('is not told %s', (_where, screens) => {
  const { host, written } = hostWith(screens);
  const progress = new BatchProgress(host, '-');
  vi.advanceTimersByTime(5000);
  progress.tell(100, 100);
  progress.end();
  expect(written).toEqual([]);
});

test.each([
  [1234567, 1000, undefined, '1,234,567 records, 1,234,567 a second'],
  [10, 3000, 0, '10 records, 3 a second'],
  [100, 1500, 0.5, '100 records, 67 a second, 2 s left'],
  [100, 1500, 1, '100 records, 67 a second, 0 s left'],
])('%d records after %d ms, part %s', (records, elapsed, part, text) => {
  expect(progressText(records, elapsed, part)).toBe(text);
});

test('of an input without a size, no time is told', () => {
  const { host, written } = hostWith({});
  for (const file of ['-', 'missing', '/dev/null']) {
    const progress = new BatchProgress(host, file);
    vi.advanceTimersByTime(2000);
    progress.tell(10, 10);
  }
  expect(written.join('')).not.toContain('left');
});
