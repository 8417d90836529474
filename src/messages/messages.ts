import type { en } from './en.ts';

/** Every text that the program itself says to the person, by its key. A translation replaces all of them. */
export type Messages = Readonly<Record<MessageKey, string>>;
export type MessageKey = keyof typeof en;

/** The names in braces in a message. */
type Placeholder<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Placeholder<Rest> : never;
type Values<Key extends MessageKey> = Readonly<Record<Placeholder<(typeof en)[Key]>, string | number>>;

/** The message with its `{placeholders}` filled in; which ones a message needs is checked against the English text. */
export function say<Key extends MessageKey>(
  messages: Messages,
  key: Key,
  ...[values]: [Placeholder<(typeof en)[Key]>] extends [never] ? [] : [Values<Key>]
): string {
  const named: Readonly<Record<string, string | number>> = values ?? {};
  return messages[key].replaceAll(/\{(\w+)\}/g, (braces, name: string) => String(named[name] ?? braces));
}
