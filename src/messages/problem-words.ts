import type { Problem, ProblemCode } from '../model/problem.ts';

/** How problems are told in another language than English, in which they are made. */
export interface ProblemWords {
  /** Stand before a problem, by its severity. */
  readonly error: string;
  readonly warning: string;
  readonly note: string;
  /** Stands before advice. */
  readonly help: string;
  /** What is said of a problem whose words are not among the phrases. */
  readonly codes: Readonly<Partial<Record<ProblemCode, string>>>;
  /** English phrases with their translations. A name in braces stands for words that vary, which may be phrases themselves. */
  readonly phrases: Readonly<Record<string, string>>;
}

/** The problem in other words: by its phrase, or else by its code. */
export function inWords(problem: Problem, words: ProblemWords): Problem {
  const { message, help } = problem;
  return {
    ...problem,
    message: translated(message, words.phrases) ?? words.codes[problem.code] ?? message,
    ...(help !== undefined && { help: translated(help, words.phrases) ?? help }),
  };
}

/** The translation of a phrase; of several that fit, the one with the most words of its own. Undefined when none fits. */
export function translated(text: string, phrases: ProblemWords['phrases']): string | undefined {
  if (Object.hasOwn(phrases, text)) return phrases[text];
  const fitting = Object.keys(phrases).flatMap((phrase) => {
    const values = patternOf(phrase).exec(text)?.groups;
    return values === undefined ? [] : [{ phrase, values }];
  });
  const [best] = fitting.sort((a, b) => ownWords(b.phrase) - ownWords(a.phrase));
  if (best === undefined) return undefined;
  return phrases[best.phrase]?.replaceAll(BRACES, (_, name: string) => {
    const value = best.values[name] as string;
    return translated(value, phrases) ?? value;
  });
}

const BRACES = /\{(\w+)\}/g;

function patternOf(phrase: string): RegExp {
  const literal = phrase.replaceAll(/[.*+?^$()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(`^${literal.replaceAll(BRACES, '(?<$1>.+?)')}$`, 's');
}

function ownWords(phrase: string): number {
  return phrase.replaceAll(BRACES, '').length;
}
