import { escaped } from './markup.ts';

/**
 * A North American number in a text: a long one, a service such as 988 or 911, or a short one for messages. Before it,
 * words in English or Spanish that ask for a message, such as `Text HOME to`, and perhaps `Call or`.
 */
const NUMBER = /(?<![\w-])(?:(call) or (?=text))?((?:text|mand[ae]r?)(?: (?!call|llam)\p{L}+){0,4} )?(1-\d{3}-\d{3}-\d{4}|988|[2-9]11|\d{5,6})(?![\w-])/giu;

/** A text as HTML in which a phone number can be called, or written to, with one touch. */
export function linked(text: string): string {
  return escaped(text).replaceAll(NUMBER, (_found, call: string | undefined, message: string | undefined, number: string) => {
    const first = call === undefined ? '' : `${link(telephone(number), call)} or `;
    if (message === undefined && !/^\d{5,6}$/.test(number)) return `${first}${link(telephone(number), number)}`;
    return `${first}${link(`sms:${number}`, `${message ?? ''}${number}`)}`;
  });
}

function telephone(number: string): string {
  return number.includes('-') ? `tel:+${number.replaceAll('-', '')}` : `tel:${number}`;
}

function link(address: string, text: string): string {
  return `<a href="${address}">${text}</a>`;
}
