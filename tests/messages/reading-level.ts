import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';

/** The sentences of a text. A line that is not indented, a list item and a blank line begin a new one. */
export function sentencesOf(text: string): readonly string[] {
  return text
    .replaceAll(/^(\S.*)$/gm, '\n$1\n')
    .split(/\n\s*\n|\n\s*(?=[-=] )|(?<=[.?!]["')]?)\s+/)
    .map((sentence) => sentence.replaceAll(/\s+/g, ' ').replace(/^[\s\-=]+/, '').trim())
    .filter((sentence) => /[a-z]/i.test(sentence));
}

/** Numbers, addresses and quotation marks are no test of reading: each number and address counts as a short word. */
function wordsOf(sentence: string): readonly string[] {
  return sentence
    .replaceAll(/\b[\w-]+(?:\.[\w-]+)+\b/g, 'page')
    .replaceAll(/[\d-]*\d/g, 'ten')
    .split(/[^a-z']+/i)
    .filter((word) => /[a-z]/i.test(word));
}

/** How long a text is. */
export interface Counts {
  readonly sentences: number;
  readonly words: number;
  readonly syllables: number;
}

const known = new Map<string, Counts>();

/** Each sentence is counted once, however often it comes. */
function countsOfSentence(sentence: string): Counts {
  const before = known.get(sentence);
  if (before !== undefined) return before;
  const words = wordsOf(sentence);
  const counts = { sentences: 1, words: words.length, syllables: words.reduce((sum, word) => sum + syllable(word), 0) };
  known.set(sentence, counts);
  return counts;
}

export function countsOf(texts: readonly string[]): Counts {
  const none: Counts = { sentences: 0, words: 0, syllables: 0 };
  return texts.flatMap(sentencesOf).map(countsOfSentence).reduce((a, b) => ({ sentences: a.sentences + b.sentences, words: a.words + b.words, syllables: a.syllables + b.syllables }), none);
}

/** The US school grade that a text asks for, by Flesch and Kincaid. */
export function gradeOf(texts: readonly string[]): number {
  const { sentences, words, syllables } = countsOf(texts);
  return fleschKincaid({ sentence: sentences, word: words, syllable: syllables });
}

/** Words in the longest sentence, with the sentence. */
export function longestSentence(texts: readonly string[]): { readonly words: number; readonly sentence: string } {
  const lengths = texts.flatMap(sentencesOf).map((sentence) => ({ words: wordsOf(sentence).length, sentence }));
  return lengths.reduce((longest, next) => (next.words > longest.words ? next : longest), { words: 0, sentence: '' });
}
