import type { Lines } from '../report/layout.ts';
import type { Screen } from './screen.ts';

/** A way of asking: with the arrow keys on a terminal, or in plain lines. */
export interface Asker {
  /** Asks until there is a reply. Throws `Interrupted`. */
  readonly ask: <Reply>(screen: Screen<Reply>) => Promise<Reply>;
  /** Writes lines that stay on the screen. */
  readonly tell: (lines: Lines) => Promise<void>;
  /** Clears the screen, where that can be done; tells whether it was. */
  readonly clear: () => Promise<boolean>;
  readonly close: () => void;
}

/** `no-answers`: what comes in by a pipe goes on and on, and is none. */
export type StopReason = 'SIGINT' | 'SIGTERM' | 'SIGHUP' | 'input-ended' | 'no-answers';

/** Ctrl-C was pressed, a signal came, or the input ended or was of no use. */
export class Interrupted extends Error {
  readonly reason: StopReason;

  constructor(reason: StopReason) {
    super(reason);
    this.name = 'Interrupted';
    this.reason = reason;
  }
}

/** Why a signal was aborted; the host's and the program's own carry the name of the reason. */
export function stopReason({ reason }: AbortSignal): StopReason {
  return reason === 'SIGTERM' || reason === 'SIGHUP' || reason === 'input-ended' ? reason : 'SIGINT';
}
