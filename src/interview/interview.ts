import type { ChalkInstance } from 'chalk';
import type { Messages } from '../messages/messages.ts';
import type { Answers } from '../model/answers.ts';
import type { Host } from '../model/host.ts';
import type { RuleSet } from '../model/rule-set.ts';
import { pageWidth } from '../report/layout.ts';
import { plainAsker } from './ask-plain.ts';
import { type Asker, Interrupted, type StopReason } from './asker.ts';
import { closing, farewell, goodbye } from './ending.ts';
import { offerSummary, type Save } from './save.ts';
import { screenOf } from './screens.ts';
import { type Ended, hasEnded, OPENING, type State, step } from './state.ts';
import type { View } from './view.ts';

/**
 * How an interview ended. Only `finished` carries answers; after the others nothing is kept, and help has been shown.
 * `left`: by choice (exit 0; 130 where a file or a program waits for the result). `stopped`: by a signal (exit 128+n), or
 * because the input ended before the last answer (`input-ended`: exit 2) or was no answers (`no-answers`: exit 2).
 */
export type InterviewEnd =
  | { readonly kind: 'finished'; readonly answers: Answers }
  | { readonly kind: 'left' }
  | { readonly kind: 'stopped'; readonly reason: StopReason };

export interface InterviewOptions {
  /** For the prompts, which go to standard error. */
  readonly chalk: ChalkInstance;
  readonly messages: Messages;
  /** The `--plain` flag. Plain lines are also used with `ACCESSIBLE`, with `TERM=dumb`, and without a terminal. */
  readonly plain: boolean;
  /** Puts the result where it is wanted; called once, when the person has looked over the answers. */
  readonly show: (answers: Answers) => Promise<void>;
  /**
   * Writes a summary to the path and returns where it now stands; an `InvalidInput` is shown, and the path asked again.
   * Left out (no terminal on standard output, `--json`, `--output`), saving is not offered.
   */
  readonly save?: Save;
  /** The file that the result goes to, where it is one. */
  readonly file?: string;
}

/**
 * Asks the questions of the rule set, one at a time, shows the result, and offers to save a summary. Prompts go to
 * standard error; nothing is kept unless the person asks for it.
 */
export async function interview(host: Host, ruleSet: RuleSet, options: InterviewOptions): Promise<InterviewEnd> {
  const { messages, chalk } = options;
  const view: View = {
    ruleSet,
    messages,
    chalk,
    get width() {
      return pageWidth(host.stderr.columns);
    },
  };
  const asker = await askerFor(host, view, options.plain);
  try {
    const end = await answering(view, asker);
    if (end.at === 'left') {
      await goodbye(view, asker, end.hide);
      return { kind: 'left' };
    }
    const answers = Object.freeze(end.answers);
    await options.show(answers);
    if (options.save !== undefined) await offerSummary(view, asker, options.save, answers);
    await asker.tell(['', ...closing(view, answers, options.file, host.stdout.isTTY)]);
    return { kind: 'finished', answers };
  } catch (error) {
    await asker.tell(['', ...farewell(view)]);
    if (!(error instanceof Interrupted)) throw error;
    return { kind: 'stopped', reason: error.reason };
  } finally {
    asker.close();
  }
}

/** From the opening to the end, one event at a time. */
async function answering(view: View, asker: Asker): Promise<Ended> {
  let state: State = OPENING;
  while (!hasEnded(state)) {
    state = step(view.ruleSet, state, await asker.ask(screenOf(view, state)));
  }
  return state;
}

/** Inquirer is loaded only where it is used: it is most of the start-up. */
async function askerFor(host: Host, view: View, plain: boolean): Promise<Asker> {
  const { ACCESSIBLE: accessible = '', TERM: terminal } = host.env;
  const noTerminal = !host.stdin.isTTY || !host.stderr.isTTY || terminal === 'dumb';
  if (plain || noTerminal || !['', '0'].includes(accessible)) return plainAsker(host, view);
  const { inquirerAsker } = await import('./ask-inquirer.ts');
  return inquirerAsker(host, view);
}
