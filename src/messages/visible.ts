/**
 * Control and format characters, line separators and lone surrogates: a terminal acts on them, or they hide or reorder
 * other characters. The two joiners that some scripts and emoji need are let through.
 */
const UNSAFE = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]|(?![\u200c\u200d])\p{Cf}/gu;

/** Text from outside, safe to show on one line of a screen: unsafe characters are spelled out, as in `\u001b`. */
export function visible(text: string): string {
  return text.replace(UNSAFE, spelledOut);
}

/** Whether the text holds nothing that would have to be spelled out. */
export function isVisible(text: string): boolean {
  return text.search(UNSAFE) === -1;
}

/** By UTF-16 unit, so that the same spelling is right within a JSON string. */
function spelledOut(character: string): string {
  return Array.from({ length: character.length }, (_, unit) => `\\u${character.charCodeAt(unit).toString(16).padStart(4, '0')}`).join('');
}
