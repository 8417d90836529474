import { sentencesOf } from './reading-level.ts';

/**
 * How easy Spanish is to read, by Szigriszt's formula, which the INFLESZ scale reads: 55 to 65 is normal, 65 to 80 quite
 * easy, above that very easy. Barrio-Cantalejo et al. (2008), Anales del Sistema Sanitario de Navarra 31(2):135-152.
 */
export function infleszOf(texts: readonly string[]): number {
  const sentences = texts.flatMap(sentencesOf);
  const words = sentences.flatMap(wordsOf);
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  return 206.835 - (62.3 * syllables) / words.length - words.length / sentences.length;
}

/** Words in the longest sentence. */
export function longestSpanishSentence(texts: readonly string[]): { readonly words: number; readonly sentence: string } {
  const lengths = texts.flatMap(sentencesOf).map((sentence) => ({ words: wordsOf(sentence).length, sentence }));
  return lengths.reduce((longest, next) => (next.words > longest.words ? next : longest), { words: 0, sentence: '' });
}

/** Numbers and addresses are no test of reading: each counts as a short word. */
function wordsOf(sentence: string): readonly string[] {
  const plain = sentence.replaceAll(/\b[\w-]+(?:\.[\w-]+)+\b/g, 'sitio').replaceAll(/[\d-]*\d/g, 'diez');
  return plain.toLowerCase().match(/\p{L}+/gu) ?? [];
}

/**
 * The syllables of a Spanish word: a syllable for each strong vowel (a, e, o, and accented i and u); weak vowels beside it
 * belong to it, and make one of their own only among themselves. The u of que, qui, gue and gui is silent.
 */
export function syllablesOf(word: string): number {
  const sounded = word
    .toLowerCase()
    .replaceAll(/qu(?=[eiéí])/g, 'k')
    .replaceAll(/gu(?=[eiéí])/g, 'g')
    .replaceAll(/y(?![aeiouáéíóúü])/g, 'i');
  const groups = sounded.match(/[aeiouáéíóúü]+/g) ?? [];
  return groups.reduce((sum, group) => sum + Math.max(1, group.match(/[aeoáéóíú]/g)?.length ?? 0), 0);
}
