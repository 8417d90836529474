import type { Messages } from '../messages/messages.ts';
import type { PrintedAssessment } from '../model/assessment.ts';
import type { RuleSet } from '../model/rule-set.ts';

/** What a result is told from. */
export interface Told {
  readonly ruleSet: RuleSet;
  readonly assessment: PrintedAssessment;
  readonly messages: Messages;
}

/** A heading with what stands below it. */
export interface Section {
  readonly id: SectionId;
  readonly heading: string;
  readonly parts: readonly Part[];
}

export type SectionId =
  | 'help-first' | 'result' | 'next' | 'why-level' | 'why-urgent' | 'open' | 'change' | 'explain' | 'levels' | 'follows' | 'advice'
  | 'not-sure' | 'notes' | 'bring' | 'ask' | 'room' | 'answers' | 'not-asked' | 'notice' | 'contacts' | 'help';

/** `lead`: the result in one line. `soon`: how soon to be seen. `room`: what to write by hand. */
export type Part =
  | { readonly kind: 'text' | 'lead' | 'soon'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly Item[] }
  | { readonly kind: 'answers'; readonly answers: readonly { readonly question: string; readonly answer: string }[] }
  | { readonly kind: 'contacts'; readonly contacts: readonly { readonly name: string; readonly how: string }[] }
  | { readonly kind: 'levels'; readonly levels: readonly LevelCard[] }
  | { readonly kind: 'room'; readonly labels: readonly string[] }
  | Ladder;

export interface Item {
  readonly text: string;
  /** A line that belongs to it. */
  readonly below?: string;
}

/** The levels as rungs, most care first. */
export interface Ladder {
  readonly kind: 'ladder';
  readonly more: string;
  readonly less: string;
  /** `mark`: a word at the person's place. */
  readonly rungs: readonly { readonly name: string; readonly mark?: string }[];
}

/** One of the levels that stand side by side. */
export interface LevelCard {
  readonly name: string;
  /** Where it stands, seen from the result. */
  readonly place: string;
  readonly isResult: boolean;
  /** Why it is not the result. */
  readonly remark?: string;
  readonly facts: readonly { readonly label: string; readonly text: string }[];
}

/** A section, in a list; none at all when there is nothing to say in it. */
export function section(id: SectionId, heading: string, parts: readonly (Part | undefined)[]): readonly Section[] {
  const said = parts.filter((part) => part !== undefined);
  return said.length === 0 ? [] : [{ id, heading, parts: said }];
}

/** A text as a part; nothing when there is none. */
export function textOf(text: string | undefined): Part | undefined {
  return text === undefined || text === '' ? undefined : { kind: 'text', text };
}

/** A list as a part; nothing when it is empty. */
export function listOf(items: readonly (Item | string)[]): Part | undefined {
  if (items.length === 0) return undefined;
  return { kind: 'list', items: items.map((item) => (typeof item === 'string' ? { text: item } : item)) };
}
