import type { Read } from '../../src/model/problem.ts';

/** A small rule set that has one of everything. */
export const SMALL = `ruleSet: small
version: 1.0.0
title: A small rule set
about: What this is.
notice: Not a diagnosis.
levels:
  - { id: low, name: Low, week: One visit a week. }
  - { id: high, name: High, short: H, week: Care every day., parts: [Talks, Walks] }
questions:
  - { id: age, kind: scope, text: How old are you?, options: [{ id: adult, text: Grown up }, { id: child, text: Young }] }
  - id: pain
    kind: need
    text: How bad is it?
    help: Think of today.
    why: It sets the level.
    notSure: some
    ifNotSure: Ask how bad it is.
    options: [{ id: none, text: Not bad }, { id: some, text: Bad }, { id: much, text: Very bad }]
  - { id: sleep, kind: need, text: How many bad nights?, integer: { min: 0, max: 7 }, notSure: 3 }
  - { id: time, kind: preference, text: When?, options: [{ id: day, text: By day }, { id: night, text: By night }] }
  - { id: goals, kind: note, several: true, text: What for?, options: [{ id: rest, text: Rest }, { id: work, text: Work }] }
scores:
  load: { pain: { some: 1, much: 2 }, time: { night: 1 } }
scope: { when: { age: adult }, otherwise: This is for adults. }
rules:
  - { id: everyone, when: { pain: { atLeast: none } }, level: low, because: All start here., sources: [book] }
  - id: bad-pain
    when: { sleep: { atLeast: 2 }, pain: [much, some], load: { atLeast: 1 } }
    level: high
    urgency: soon
    because: It is bad.
    sources: [book, talk]
advice:
  - { id: rest-well, when: { goals: rest, level: { atLeast: high } }, say: Rest well., sources: [book] }
properties:
  - { id: much-is-high, when: { pain: much, sleep: 7 }, expect: { level: high, urgency: { atLeast: soon } } }
  - { id: no-child, when: { age: child }, expect: { status: out-of-scope } }
  - { id: low-is-calm, never: { level: low, urgency: emergency } }
  - { id: time-moves-little, vary: time, when: { pain: none }, expect: { levels: { atMost: 1 } } }
  - { id: worse-is-more, monotone: [pain, sleep] }
referral: { who: A therapist., today: Call one., notAsked: Your health., bring: [A list, A friend], ask: [What does it cost?] }
contacts:
  - { id: help-line, name: Help, how: Call 911., crisis: true, source: https://example.org, checked: 2026-01-01, recheck: 2026-07-01 }
  - id: night-line
    name: Night
    how: Call at night.
    when: { time: night }
    source: http://example.org/night
    checked: 2026-01-01
    recheck: 2026-07-01
    unverified: true
sources:
  talk: { title: A talk, unverified: true }
  book: { title: A book, url: https://example.org/book?a=1#b }
`;

export type Edit = readonly [piece: string, by: string];

/** The small rule set with pieces of its text replaced. */
export function edited(...edits: readonly Edit[]): string {
  return edits.reduce((text, [piece, by]) => {
    if (text.split(piece).length !== 2) throw new Error(`the piece does not stand there exactly once: ${piece}`);
    return text.replace(piece, () => by);
  }, SMALL);
}

/** A text without its marks, and the place of each mark, such as `12:9`. */
export function unmarked(marked: string): { readonly text: string; readonly places: readonly string[] } {
  const before = marked.split('¦').slice(0, -1);
  const places = before.map((_, index) => {
    const lines = before.slice(0, index + 1).join('').split('\n');
    return `${lines.length}:${(lines.at(-1) ?? '').length + 1}`;
  });
  return { text: marked.replaceAll('¦', ''), places };
}

/** Where each problem stands and its code, such as `12:9 unknown-level`. */
export function problemsIn(read: Read<unknown>): string[] {
  return read.ok ? [] : read.problems.map(({ code, place }) => (place ? `${place.line}:${place.column} ${code}` : code));
}
