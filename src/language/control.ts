/**
 * Characters that no text needs and that can hide or reorder what a screen shows: controls except tab and line feed,
 * bidirectional marks and overrides, line and paragraph separators, the byte-order mark, and halves of surrogate pairs.
 */
const CONTROL = /(?![\t\n])[\p{Cc}\p{Cs}\p{Bidi_Control}\p{Zl}\p{Zp}\ufeff]/gu;

/** Each control character of a text, by its code point; the carriage return of a Windows line end is none. */
export function* controlCharacters(text: string): Generator<{ readonly offset: number; readonly name: string }> {
  for (const { 0: character, index } of text.matchAll(CONTROL)) {
    if (text.startsWith('\r\n', index)) continue;
    yield { offset: index, name: `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}` };
  }
}
