import type { Messages } from './messages.ts';
import type { ProblemWords } from './problem-words.ts';

/** Everything that the program says, in another language than English: one file of this shape for each. */
export interface Translation {
  readonly messages: Messages;
  readonly problems: ProblemWords;
}
