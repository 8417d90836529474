import { PassThrough } from 'node:stream';
import { Chalk } from 'chalk';
import { interview, type InterviewEnd, type InterviewOptions } from '../../src/interview/interview.ts';
import { en } from '../../src/messages/en.ts';
import type { Answers } from '../../src/model/answers.ts';
import type { Host } from '../../src/model/host.ts';
import type { RuleSet } from '../../src/model/rule-set.ts';

export interface Transcript {
  readonly end: InterviewEnd;
  /** What was asked. */
  readonly asked: string;
  /** The answers for which a result was shown. */
  readonly shown: readonly Answers[];
}

/** An interview in plain lines, with the lines typed one after the other; the input ends after the last. */
export async function transcript(
  ruleSet: RuleSet,
  lines: readonly string[],
  options: Partial<InterviewOptions> & { readonly columns?: number; readonly signal?: AbortSignal } = {},
): Promise<Transcript> {
  const { columns = 80, signal = new AbortController().signal, ...given } = options;
  const stdin = new PassThrough();
  const stderr = new PassThrough();
  const shown: Answers[] = [];
  const text: string[] = [];
  stderr.setEncoding('utf8').on('data', (chunk: string) => text.push(chunk));
  const host = { stdin, stdout: new PassThrough(), stderr: Object.assign(stderr, { columns }), env: {}, cwd: '/', today: '2026-01-01', signal };
  if (lines.length > 0) stdin.write(lines.map((line) => `${line}\n`).join(''));
  if (options.signal === undefined) stdin.end();
  const end = await interview(host as unknown as Host, ruleSet, {
    chalk: new Chalk({ level: 0 }),
    messages: en,
    plain: true,
    show: (answers) => {
      shown.push(answers);
      return Promise.resolve();
    },
    ...given,
  });
  return { end, asked: text.join(''), shown };
}
