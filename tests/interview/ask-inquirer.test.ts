import { PassThrough } from 'node:stream';
import { Chalk } from 'chalk';
import { describe, expect, test } from 'vitest';
import { interview, type InterviewEnd } from '../../src/interview/interview.ts';
import { en } from '../../src/messages/en.ts';
import type { Host } from '../../src/model/host.ts';
import { InvalidInput } from '../../src/model/problem.ts';
import { small, WELL } from './small.ts';
import { asking, KEYS, words } from './terminal.ts';

interface Conversation {
  readonly end: Promise<InterviewEnd>;
  /** Waits for the text, then types; the text must come after what was typed before. */
  readonly on: (seen: RegExp, typed: string) => Promise<void>;
  readonly written: () => string;
  readonly stdin: PassThrough;
  readonly stopping: AbortController;
}

interface Options {
  readonly rows?: number;
  readonly plain?: boolean;
  readonly show?: () => Promise<void>;
}

/** An interview on streams that say they are a terminal. */
function conversation(env: Host['env'] = {}, { rows = 40, plain = false, show = () => Promise.resolve() }: Options = {}): Conversation {
  const stdin = Object.assign(new PassThrough(), { isTTY: true });
  // `_isStdio` keeps the stream open when a prompt ends, as it does with the process's own.
  const stderr = Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows, _isStdio: true });
  const stopping = new AbortController();
  let written = '';
  let mark = 0;
  stderr.setEncoding('utf8').on('data', (chunk: string) => (written += chunk));
  const host = { stdin, stdout: new PassThrough(), stderr, env, cwd: '/', today: '2026-01-01', signal: stopping.signal };
  const end = interview(host as unknown as Host, small(), {
    chalk: new Chalk({ level: 0 }),
    messages: en,
    plain,
    show,
  });
  return {
    end,
    on: async (seen, typed) => {
      while (!seen.test(words(written.slice(mark)))) await new Promise(setImmediate);
      mark = written.length;
      stdin.write(typed);
    },
    written: () => written,
    stdin,
    stopping,
  };
}

/** Past the opening, at the second question. */
async function begun(env: Host['env'] = {}, options: { readonly rows?: number } = {}): Promise<Conversation> {
  const talk = conversation(env, options);
  await talk.on(/Press Enter to start.*Your choice:/, KEYS.enter);
  await talk.on(asking(1, 7), '1');
  await talk.on(/Your answer: 1/, KEYS.enter);
  return talk;
}

const KEEPS_NOTHING = 'None of your answers were kept.';

describe('with the arrow keys', () => {
  test.each([40, 8])('from the opening to the result, on %i rows', async (rows) => {
    const talk = await begun({}, { rows });
    for (const [question, key] of [[2, '1'], [3, '0'], [4, '1'], [5, '1'], [6, 's'], [7, 's']] as const) {
      await talk.on(asking(question, 7), key);
      await talk.on(new RegExp(`Your answer: ${key}`), KEYS.enter);
    }
    await talk.on(/Check your answers.*Your choice:/, 'r');
    await talk.on(/Your choice: r/, KEYS.enter);
    await expect(talk.end).resolves.toEqual({ kind: 'finished', answers: WELL });
  });

  test('a result that cannot be written is no end without help (H20)', async () => {
    const talk = conversation({}, { plain: true, show: () => Promise.reject(new InvalidInput([])) });
    await talk.on(/Press Enter to start.*Your choice:/, '\n1\n1\n0\n1\n1\ns\ns\nr\n');
    await expect(talk.end).rejects.toThrow(InvalidInput);
    expect(talk.written().trimEnd().split('\n').slice(-2)).toEqual([KEEPS_NOTHING, 'Help right now: Call 911. Call or text 988.']);
  });

  test('Ctrl-C and Ctrl-D stop it, each with its name', async () => {
    for (const [key, reason] of [[KEYS.ctrlC, 'SIGINT'], [KEYS.ctrlD, 'input-ended']] as const) {
      const talk = await begun();
      await talk.on(asking(2, 7), key);
      await expect(talk.end).resolves.toEqual({ kind: 'stopped', reason });
      expect(talk.written()).toContain(KEEPS_NOTHING);
    }
  });

  test('so do a signal, and a terminal that goes away', async () => {
    const stopped = await begun();
    await stopped.on(asking(2, 7), '');
    stopped.stopping.abort('SIGHUP');
    await expect(stopped.end).resolves.toEqual({ kind: 'stopped', reason: 'SIGHUP' });
    const gone = await begun();
    await gone.on(asking(2, 7), '');
    gone.stdin.destroy();
    await expect(gone.end).resolves.toEqual({ kind: 'stopped', reason: 'input-ended' });
    expect(gone.written()).toContain(KEEPS_NOTHING);
  });

  test('leaving clears the screen', async () => {
    const talk = await begun();
    await talk.on(asking(2, 7), 'q');
    await talk.on(/> q/, KEYS.enter);
    await expect(talk.end).resolves.toEqual({ kind: 'left' });
    expect(talk.written()).toContain('\u001B[2J\u001B[3J\u001B[H');
  });

  test('nothing is left listening', async () => {
    const talk = await begun();
    await talk.on(asking(2, 7), KEYS.ctrlC);
    await talk.end;
    expect(['end', 'keypress', 'close'].map((event) => talk.stdin.listeners(event).filter(({ name }) => name === 'end' || name === 'press'))).toEqual([[], [], []]);
  });
});

describe('plain lines instead', () => {
  test.each([
    ['when asked for', {}, true],
    ['with ACCESSIBLE', { ACCESSIBLE: '1' }, false],
    ['with TERM=dumb', { TERM: 'dumb' }, false],
  ])('%s', async (_name, env, plain) => {
    const talk = conversation(env, { plain });
    await talk.on(/Press Enter to start.*Your choice:/, '\nq\n');
    await expect(talk.end).resolves.toEqual({ kind: 'left' });
    expect(talk.written()).not.toContain('\u001B');
  });

  test.each(['', '0'])('not with ACCESSIBLE=%j', async (accessible) => {
    const talk = conversation({ ACCESSIBLE: accessible, TERM: 'xterm' });
    await talk.on(/> s.*Your choice:/, KEYS.ctrlC);
    await expect(talk.end).resolves.toEqual({ kind: 'stopped', reason: 'SIGINT' });
  });
});
