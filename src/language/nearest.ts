import { closest, distance } from 'fastest-levenshtein';

/** Longer words are no slip of the finger. */
const LONGEST_WORD = 60;
const LONGEST_LIST = 16;
const LONGEST_ECHO = 40;

/**
 * The candidate that someone most likely meant, `undefined` when none is near: a slip in every third letter at most, or the
 * same letters in another order.
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  if (word.length > LONGEST_WORD || candidates.length === 0) return undefined;
  const lower = word.toLowerCase();
  const best = closest(lower, candidates);
  const slips = Math.max(1, Math.floor(Math.min(lower.length, best.length) / 3));
  return distance(lower, best) <= slips || letters(lower) === letters(best) ? best : undefined;
}

function letters(word: string): string {
  return word.split('').toSorted().join('');
}

/** A word as it may stand in a message: the start of it, when it is long. */
export function shorten(word: string): string {
  return word.length <= LONGEST_ECHO ? word : `${word.slice(0, LONGEST_ECHO).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** Advice for a word that is not among the valid ones: the nearest, and all of them when they are few. */
export function validNames(word: string, candidates: readonly string[]): string | undefined {
  const near = nearest(word, candidates);
  const advice = [
    ...(near === undefined ? [] : [`did you mean \`${near}\`?`]),
    ...(candidates.length > 0 && candidates.length <= LONGEST_LIST ? [`valid: ${candidates.join(', ')}`] : []),
  ];
  return advice.length > 0 ? advice.join(' ') : undefined;
}
