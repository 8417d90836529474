import type { Assessment } from '../model/assessment.ts';
import { item, type Lines } from './layout.ts';

type Contacts = Assessment['contacts'];

/** The crisis contacts: on the first screen, on the way out, and with every result. */
export function crisisLines(contacts: Contacts, width: number): Lines {
  return contacts.filter(({ crisis }) => crisis).flatMap(({ name, how }) => item('- ', `${name}: ${how}`, width));
}

/** The first two crisis contacts in short, each by the first sentence of what to do: to keep in sight, and to leave with. */
export function inSight(contacts: Contacts): string {
  return contacts
    .filter((contact) => contact.crisis)
    .slice(0, 2)
    .map(({ how }) => /^.*?[.!?](?=\s|$)/s.exec(how)?.[0] ?? how)
    .join(' ');
}
