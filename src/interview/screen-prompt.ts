import { createPrompt, isDownKey, isEnterKey, isSpaceKey, isTabKey, isUpKey, useEffect, useKeypress, useState } from '@inquirer/core';
import type { ChalkInstance } from 'chalk';
import type { Messages } from '../messages/messages.ts';
import { drawnLines, promptOf, shown } from './drawing.ts';
import { type Choice, choiceFor, readTyped, type Screen, severalOf, suggested, troubleWith } from './screen.ts';

// A type, not an interface: inquirer asks for an index signature.
export type ScreenPromptConfig = {
  readonly screen: Screen<unknown>;
  /** Every inquirer prompt has one; the screen's own text is drawn instead. */
  readonly message: string;
  readonly messages: Messages;
  readonly chalk: ChalkInstance;
  readonly width: number;
  /** Rows are few. */
  readonly tight: boolean;
};

/**
 * A screen as a prompt: choices are typed as in plain lines, or reached with the arrow keys. None is pointed at in the
 * beginning unless it was given before, so Enter alone answers nothing. Several are marked with the space bar.
 */
export const screenPrompt = createPrompt<unknown, ScreenPromptConfig>((config, done) => {
  const { screen, messages } = config;
  const choices = shown(screen);
  const isTyped = choices.length === 0 || [screen.several, screen.number, screen.free].some((way) => way !== undefined);
  const [typed, setTyped] = useState('');
  const [pointed, setPointed] = useState(choices.findIndex(({ key }) => !isTyped && key === screen.standing));
  const [trouble, setTrouble] = useState('');
  const choice = choices[pointed];
  const marked = severalOf(screen, typed)?.choices ?? [];

  useEffect((readline) => {
    if (!isTyped || screen.standing === undefined || screen.free !== undefined) return;
    readline.write(screen.standing);
    setTyped(screen.standing);
  }, []);

  useKeypress((key, readline) => {
    const retype = (text: string): void => {
      readline.clearLine(0);
      readline.write(text);
      setTyped(text);
    };
    setTrouble('');
    if (isEnterKey(key)) {
      const takesPointed = choice !== undefined && (choice.id === undefined || typed === '');
      const given = takesPointed ? choice : readTyped(screen, typed === '' ? suggested(screen) : typed);
      if (given !== undefined) done(given.reply);
      setTrouble(given === undefined ? troubleWith(typed, screen, messages) : '');
      setTyped('');
    } else if (isUpKey(key) || isDownKey(key) || isTabKey(key)) {
      setPointed(moved(pointed, isUpKey(key) ? -1 : 1, choices.length));
      retype(isTyped ? typed : '');
    } else if (isSpaceKey(key) && screen.several !== undefined && choice?.id !== undefined) {
      retype(toggled(screen, marked, choice));
    } else {
      setTyped(readline.line);
      const meant = choiceFor(screen, readline.line.trim().toLowerCase());
      setPointed(meant === undefined || (isTyped && meant.id !== undefined) ? -1 : choices.indexOf(meant));
    }
  });

  // The last line ends with what is typed: the terminal's cursor stands there.
  return [...drawnLines({ ...config, pointed: choice, marked, trouble }), `${promptOf(screen)}${typed}`].join('\n');
});

function moved(from: number, by: 1 | -1, count: number): number {
  if (from < 0) return by > 0 ? 0 : count - 1;
  return Math.min(Math.max(from + by, 0), count - 1);
}

function toggled(screen: Screen<unknown>, marked: readonly Choice<unknown>[], choice: Choice<unknown>): string {
  const now = marked.includes(choice) ? marked.filter((other) => other !== choice) : [...marked, choice];
  return screen.choices
    .filter((other) => now.includes(other))
    .map(({ key }) => key)
    .join(',');
}
