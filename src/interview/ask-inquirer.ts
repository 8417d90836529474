import { createPromptModule } from 'inquirer';
import type { Host } from '../model/host.ts';
import { type Asker, Interrupted, stopReason } from './asker.ts';
import { fit } from './fit.ts';
import type { Screen } from './screen.ts';
import { screenPrompt, type ScreenPromptConfig } from './screen-prompt.ts';
import type { View } from './view.ts';
import { writeLines } from './write.ts';

/** Clears the screen and what can be scrolled back to, and goes to the first line. */
const CLEAR = '\u001B[2J\u001B[3J\u001B[H';

/** Where the terminal does not say how many it has, or says none. */
const ROWS = 24;

/** Asks with inquirer on a terminal: one question in sight at a time. Prompts go to standard error. */
export function inquirerAsker(host: Host, view: View): Asker {
  const input = inputEnd(host);
  const signal = AbortSignal.any([host.signal, input.ended]);
  const prompts = createPromptModule<{ screen: ScreenPromptConfig }>({
    input: host.stdin,
    output: host.stderr,
    signal,
    clearPromptOnDone: true,
  });
  prompts.registerPrompt('screen', screenPrompt);
  return {
    ask: async <Reply>(screen: Screen<Reply>) => {
      const { messages, chalk, width } = view;
      const { written, drawn, tight } = fit(screen, host.stderr.rows || ROWS, view);
      if (written.length > 0) await writeLines(host.stderr, ['', ...written, ...(tight ? [] : [''])]);
      try {
        const { reply } = await prompts<{ reply: unknown }>({ type: 'screen', name: 'reply', message: '', screen: drawn, messages, chalk, width, tight });
        return reply as Reply;
      } catch (error) {
        throw interruption(error, signal);
      }
    },
    tell: (lines) => writeLines(host.stderr, lines),
    clear: async () => {
      await writeLines(host.stderr, [CLEAR]);
      return true;
    },
    close: input.forget,
  };
}

/** Aborts when the terminal goes away or Ctrl-D is pressed, which prompts do not notice on their own. */
function inputEnd({ stdin }: Host): { readonly ended: AbortSignal; readonly forget: () => void } {
  const controller = new AbortController();
  const end = (): void => controller.abort('input-ended');
  const press = (_text: string | undefined, key: { readonly name?: string; readonly ctrl?: boolean }): void => {
    if (key.ctrl === true && key.name === 'd') end();
  };
  stdin.on('end', end).on('close', end).on('keypress', press);
  return {
    ended: controller.signal,
    forget: () => {
      stdin.off('end', end).off('close', end).off('keypress', press);
    },
  };
}

/** Prompts throw one kind of error at Ctrl-C and another when their signal is aborted. */
function interruption(error: unknown, signal: AbortSignal): unknown {
  const names = ['ExitPromptError', 'AbortPromptError', 'CancelPromptError'];
  return error instanceof Error && names.includes(error.name) ? new Interrupted(stopReason(signal)) : error;
}
