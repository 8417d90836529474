import type { RuleSet } from '../../src/model/rule-set.ts';
import { ruleSetFrom } from '../rule-sets.ts';

/** Every kind of question in a few lines: scope, need with and without "not sure", a number, a preference, two notes. */
export function small(): RuleSet {
  return ruleSetFrom(`
ruleSet: small
version: 1.2.3
title: A small check
about: What it is.
notice: What it is not.
levels:
  - { id: low, name: Low care, short: LOW, week: A little., hours: An hour., nights: You sleep at home., cost: It is free., follows: Nothing more. }
  - { id: middle, name: Middle care, week: More. }
  - { id: high, name: High care (HIGH), short: HIGH, week: Most. }
questions:
  - { id: who, kind: scope, text: Who are you?, why: It is for grown people., options: [{ id: grown, text: Grown up }, { id: young, text: Young }] }
  - id: danger
    kind: need
    text: Are you in danger?
    help: Right now.
    why: Safety first.
    options: [{ id: none, text: No danger }, { id: some, text: Some danger }, { id: now, text: Danger now }]
    notSure: some
    ifNotSure: Ask how safe you are.
  - { id: drinks, kind: need, text: How many drinks?, integer: { min: 0, max: 20 }, notSure: 10 }
  - { id: home, kind: need, text: How is home?, options: [{ id: good, text: Good }, { id: bad, text: Bad }] }
  - { id: times, kind: preference, text: When?, options: [{ id: days, text: By day }, { id: evenings, text: In the evening }] }
  - { id: wishes, kind: note, several: true, text: What do you want?, options: [{ id: rest, text: Rest }, { id: skills, text: Skills }, { id: friends, text: Friends }] }
  - { id: told, kind: note, text: Who knows?, options: [{ id: family, text: Family }, { id: nobody, text: Nobody }] }
scope: { when: { who: grown }, otherwise: This is for grown people. Talk to someone you trust. }
rules:
  - { id: anyone, when: { home: [good, bad] }, level: low, because: Everyone may ask for this., sources: [book] }
  - { id: bad-home, when: { home: bad }, level: middle, because: Home is hard., sources: [book] }
  - { id: many-drinks, when: { drinks: { atLeast: 10 } }, level: middle, urgency: soon, because: You drink a lot., sources: [book] }
  - { id: some-danger, when: { danger: { atLeast: some } }, level: low, urgency: urgent, because: There is some danger., sources: [book] }
  - { id: danger-now, when: { danger: now }, level: high, urgency: emergency, because: You are in danger now., sources: [book] }
  - { id: too-many-drinks, when: { drinks: 20 }, level: high, urgency: emergency, because: So many drinks are dangerous., sources: [book] }
  - { id: evenings-at-home, when: { times: evenings, home: bad }, level: high, because: Evenings at a bad home are too much., sources: [book] }
advice:
  - { id: evening, when: { times: evenings }, say: Ask for an evening group. }
  - { id: rest, when: { wishes: rest }, say: Rest well. }
referral: { who: A professional., today: Call today., notAsked: We did not ask all., bring: [your papers], ask: [Are you licensed?] }
contacts:
  - { id: emergency, name: Emergency, how: Call 911. At once., crisis: true, source: https://a.example, checked: 2026-01-01, recheck: 2026-06-01 }
  - { id: line, name: Crisis line, how: Call or text 988., crisis: true, source: https://a.example, checked: 2026-01-01, recheck: 2026-06-01 }
  - { id: third, name: Third line, how: Call 333., crisis: true, source: https://a.example, checked: 2026-01-01, recheck: 2026-06-01 }
  - { id: find, name: Find care, how: Go to find.example., source: https://a.example, checked: 2026-01-01, recheck: 2026-06-01 }
sources: { book: { title: A book, unverified: true } }
`);
}

/** Answers to the small rule set that lead to its least level. */
export const WELL = { who: 'grown', danger: 'none', drinks: 0, home: 'good', times: 'days' } as const;
