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

/** The US school grade that a text asks for, by Flesch and Kincaid. */
export function gradeOf(texts: readonly string[]): number {
  const sentences = texts.flatMap(sentencesOf);
  const words = sentences.flatMap(wordsOf);
  return fleschKincaid({ sentence: sentences.length, word: words.length, syllable: words.reduce((sum, word) => sum + syllable(word), 0) });
}

/** Words in the longest sentence, with the sentence. */
export function longestSentence(texts: readonly string[]): { readonly words: number; readonly sentence: string } {
  const lengths = texts.flatMap(sentencesOf).map((sentence) => ({ words: wordsOf(sentence).length, sentence }));
  return lengths.reduce((longest, next) => (next.words > longest.words ? next : longest), { words: 0, sentence: '' });
}
