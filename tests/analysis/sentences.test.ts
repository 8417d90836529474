import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { check } from '../../src/analysis/check.ts';
import { duplicate } from '../../src/analysis/checks/duplicate.ts';
import { gap } from '../../src/analysis/checks/gap.ts';
import { levelNeverReached } from '../../src/analysis/checks/level-never-reached.ts';
import { neverMatches } from '../../src/analysis/checks/never-matches.ts';
import { notMonotone } from '../../src/analysis/checks/not-monotone.ts';
import { optionWithoutEffect } from '../../src/analysis/checks/option-without-effect.ts';
import { propertyFails } from '../../src/analysis/checks/property-fails.ts';
import { redundant } from '../../src/analysis/checks/redundant.ts';
import { shadowed } from '../../src/analysis/checks/shadowed.ts';
import type { Check } from '../../src/analysis/subject.ts';
import { readRuleSet } from '../../src/language/rule-set.ts';
import type { Answers } from '../../src/model/answers.ts';
import type { ProblemCode } from '../../src/model/problem.ts';
import { edited } from '../language/small.ts';
import { ruleSetFrom, valueOf } from '../rule-sets.ts';
import { subjectOf } from './checks/subjects.ts';

const FALLS = parse(readFileSync(path.resolve(import.meta.dirname, '../fixtures/falls.yaml'), 'utf8')) as object;

/** Rules that leave nothing to find; an example replaces one part or another. */
const SOUND = `rules:
  - { id: everyone, when: { falls: { atLeast: never } }, level: advice, because: A safe home helps., sources: [book] }
  - { id: once, when: { falls: once, hurt: bruised }, level: clinic, because: It may happen again., sources: [book] }
`;

const rules = (...lines: readonly string[]): string => `rules:\n${lines.map((line) => `  - { ${line}, because: It is so., sources: [book] }\n`).join('')}`;
const EVERYONE = 'id: everyone, when: { falls: { atLeast: never } }, level: advice';
const HURT = 'id: hurt, when: { hurt: { atLeast: bruised } }, level: clinic';

interface Said {
  readonly severity: 'error' | 'warning' | 'note';
  /** The line of the file that it points at. */
  readonly at: string;
  readonly message: string;
  readonly help?: string;
  readonly witness?: Answers;
  readonly change?: Answers;
}

/** The findings with a code, as people read them. */
function said(code: ProblemCode, part: string): readonly Said[] {
  const text = stringify({ ...FALLS, ...(parse(SOUND) as object), ...(parse(part) as object) });
  const { ruleSet, placeOf } = valueOf(readRuleSet(text, 'falls.yaml'));
  return check(ruleSet, { placeOf, today: '2026-11-21' }).findings.flatMap(({ code: found, place, ...others }) =>
    found === code ? [{ ...others, at: place?.text.trim() ?? '' }] : [],
  );
}

test.each<[ProblemCode, string, Said]>([
  [
    'gap',
    rules('id: unhurt, when: { hurt: unhurt }, level: advice', 'id: hurt-again, when: { falls: often, hurt: { atLeast: bruised } }, level: clinic'),
    {
      severity: 'error',
      at: 'rules:',
      message: 'no rule covers `falls: never`, `hurt: bruised`',
      help: 'add a rule for these answers, or widen one that is meant for them',
      witness: { falls: 'never', hurt: 'bruised' },
    },
  ],
  [
    'gap',
    rules(...['never', 'never', 'once', 'often', 'often'].map((falls, place) => `id: r${place}, when: { falls: ${falls}, hurt: unhurt }, level: advice`)),
    {
      severity: 'error',
      at: 'rules:',
      message: 'no rule covers `hurt: bruised`',
      help: 'add a rule for these answers, or widen one that is meant for them',
      witness: { falls: 'once', hurt: 'bruised' },
    },
  ],
  [
    'never-matches',
    rules(EVERYONE, 'id: at-odds, when: { hurt: unhurt, not: { hurt: { atMost: bruised } } }, level: clinic'),
    { severity: 'error', at: 'when:', message: 'rule `at-odds` never matches: no answers make its condition hold', help: 'look for parts of the condition that rule each other out' },
  ],
  [
    'shadowed',
    rules(EVERYONE, HURT, 'id: broken, when: { hurt: broken }, level: advice'),
    {
      severity: 'error',
      at: '- id: broken',
      message: 'rule `broken` never decides: wherever it matches, `hurt` asks for more',
      help: 'take the rule out, or let it ask for more',
      witness: { falls: 'never', hurt: 'broken' },
    },
  ],
  [
    'shadowed',
    rules(EVERYONE, 'id: bruised, when: { hurt: bruised }, level: clinic', 'id: worse, when: { hurt: broken }, level: clinic', 'id: any, when: { hurt: { atLeast: bruised } }, level: advice'),
    {
      severity: 'error',
      at: '- id: any',
      message: 'rule `any` never decides: wherever it matches, `bruised`, `worse` ask for more',
      help: 'take the rule out, or let it ask for more',
      witness: { falls: 'never', hurt: 'bruised' },
    },
  ],
  [
    'redundant',
    rules(EVERYONE, HURT, 'id: broken, when: { hurt: broken }, level: clinic'),
    { severity: 'note', at: '- id: broken', message: "rule `broken` changes nobody's level or urgency, it only adds a reason: wherever it matches, `hurt` asks for as much" },
  ],
  [
    'redundant',
    rules(EVERYONE, 'id: bruised, when: { hurt: bruised }, level: clinic', 'id: worse, when: { hurt: broken }, level: clinic', 'id: any, when: { hurt: { atLeast: bruised } }, level: clinic'),
    { severity: 'note', at: '- id: any', message: "rule `any` changes nobody's level or urgency, it only adds a reason: wherever it matches, `bruised`, `worse` ask for as much" },
  ],
  [
    'duplicate',
    rules(EVERYONE, HURT, 'id: not-unhurt, when: { not: { hurt: unhurt } }, level: clinic'),
    {
      severity: 'error',
      at: '- id: not-unhurt',
      message: 'rule `not-unhurt` is the same as `hurt`: same answers, same level, same urgency',
      help: 'keep one of them',
      witness: { falls: 'never', hurt: 'bruised' },
    },
  ],
  [
    'not-monotone',
    rules(EVERYONE, 'id: bruised, when: { hurt: bruised }, level: clinic'),
    {
      severity: 'error',
      at: '- id: broken',
      message: 'a worse answer to `hurt` lowers the level: `bruised` gets clinic (routine), `broken` gets advice (routine)',
      help: 'let the rule for the milder answer hold for worse ones too (`atLeast`)',
      witness: { falls: 'never', hurt: 'bruised' },
      change: { hurt: 'broken' },
    },
  ],
  [
    'not-monotone',
    rules(EVERYONE, 'id: bruised, when: { hurt: bruised }, level: advice, urgency: soon'),
    {
      severity: 'error',
      at: '- id: broken',
      message: 'a worse answer to `hurt` lowers the urgency: `bruised` gets advice (soon), `broken` gets advice (routine)',
      help: 'let the rule for the milder answer hold for worse ones too (`atLeast`)',
      witness: { falls: 'never', hurt: 'bruised' },
      change: { hurt: 'broken' },
    },
  ],
  [
    'not-sure-mildest',
    `questions:
  - { id: falls, kind: need, text: How often?, options: [{ id: never, text: Never }, { id: once, text: Once }, { id: often, text: Often }] }
  - id: hurt
    kind: need
    text: Were you hurt?
    notSure: unhurt
    ifNotSure: Ask a nurse to look at it.
    options: [{ id: unhurt, text: Not hurt }, { id: bruised, text: Bruises }, { id: broken, text: A broken bone }]
${rules(EVERYONE, 'id: broken, when: { hurt: broken }, level: clinic, urgency: urgent')}`,
    {
      severity: 'error',
      at: 'notSure: unhurt',
      message: '"not sure" about `hurt` counts as `unhurt`, the mildest answer, though the question decides on safety',
      help: 'someone who does not know must not be taken for someone who is well: choose a worse option',
    },
  ],
  [
    'option-without-effect',
    rules(EVERYONE, 'id: hurt, when: { falls: often, hurt: { atLeast: bruised } }, level: clinic'),
    {
      severity: 'warning',
      at: '- id: once',
      message: 'option `once` of `falls` never makes a difference: it does the same as `never`',
      help: 'write the rule or the advice that it is for, or take the option out',
    },
  ],
  [
    'unused-question',
    rules(EVERYONE, 'id: falls, when: { falls: { atLeast: once } }, level: clinic'),
    { severity: 'warning', at: '- id: hurt', message: 'question `hurt` is used nowhere', help: 'use it, or take it out' },
  ],
  [
    'unused-score',
    'scores: { burden: { falls: { once: 1, often: 2 }, hurt: { broken: 1 } } }',
    { severity: 'warning', at: 'burden:', message: 'score `burden` is used nowhere', help: 'use it, or take it out' },
  ],
  [
    'unused-source',
    'sources: { book: { title: A book on falls }, leaflet: { title: A leaflet } }',
    { severity: 'warning', at: 'leaflet:', message: 'source `leaflet` is used nowhere', help: 'use it, or take it out' },
  ],
  [
    'level-never-reached',
    'levels: [{ id: advice, name: A, week: A. }, { id: clinic, name: B, week: B. }, { id: ward, name: C, week: C. }]',
    { severity: 'warning', at: '- id: ward', message: 'nobody ever gets level `ward`', help: 'write a rule that asks for it, or take the level out' },
  ],
  [
    'contact-stale',
    'contacts: [{ id: help, name: Emergency, how: Call 911., crisis: true, source: https://www.911.gov, checked: 2020-01-01, recheck: 2026-11-20 }]',
    {
      severity: 'error',
      at: 'recheck: 2026-11-20',
      message: 'contact `help` had to be checked again by 2026-11-20',
      help: 'look the contact up at its source, then move `checked` and `recheck`',
    },
  ],
  [
    'no-safety-property',
    'properties: [{ id: worse-is-never-less, monotone: [falls, hurt] }]',
    {
      severity: 'warning',
      at: 'properties:',
      message: 'no property says who must be seen urgently',
      help: 'state one, such as `{ id: intent-is-an-emergency, when: { safety: imminent }, expect: { urgency: emergency } }`',
    },
  ],
  [
    'property-fails',
    'properties: [{ id: whoever-fell-is-seen, when: { falls: often }, expect: { level: clinic } }]',
    {
      severity: 'error',
      at: '- id: whoever-fell-is-seen',
      message: 'property `whoever-fell-is-seen` does not hold: these answers get advice (routine)',
      help: 'change the rules, or the property where it claims too much',
      witness: { falls: 'often', hurt: 'unhurt' },
    },
  ],
  [
    'property-fails',
    'properties: [{ id: hurt-moves-nothing, vary: hurt, expect: { levels: { atMost: 0 } } }]',
    {
      severity: 'error',
      at: '- id: hurt-moves-nothing',
      message: 'property `hurt-moves-nothing` does not hold: these answers get clinic (routine), and with `hurt: unhurt` advice (routine)',
      help: 'change the rules, or the property where it claims too much',
      witness: { falls: 'once', hurt: 'bruised' },
      change: { hurt: 'unhurt' },
    },
  ],
])('%s is told in words, with its place and its answers', (code, part, expected) => {
  expect(said(code, part)).toContainEqual(expected);
});

test('a contact is not stale on the day by which it must be checked', () => {
  const until = (day: string): string => `contacts: [{ id: help, name: A, how: Call., crisis: true, source: https://www.911.gov, checked: 2020-01-01, recheck: ${day} }]`;
  expect(said('contact-stale', until('2026-11-21'))).toEqual([]);
});

test('holes are told five at a time, and each once', () => {
  const only = rules('id: none, when: { falls: never, hurt: unhurt }, level: advice', 'id: seen, when: { falls: once, hurt: bruised }, level: clinic');
  const two = said('gap', only);
  const messages = two.map(({ message }) => message);
  expect(new Set(messages).size).toBe(messages.length);
  expect(messages.length).toBeGreaterThan(2);
  expect(messages.length).toBeLessThanOrEqual(5);
});

describe('what a search could not settle is told with what it was about', () => {
  const ruleSet = ruleSetFrom(edited(['pain: { atLeast: none }', 'pain: [none, some]'], ['never: { level: low, urgency: emergency }', 'never: { level: low, urgency: soon }']));
  const subject = { ...subjectOf(ruleSet), effort: { left: 0 } };
  const help = 'split rules that have many alternatives, and let each read fewer questions';
  test.each<[string, Check, readonly string[]]>([
    ['gap', gap, ['rules']],
    ['never-matches', neverMatches, ['rules/everyone/when', 'rules/bad-pain/when']],
    ['shadowed', shadowed, ['rules/everyone', 'rules/bad-pain']],
    ['duplicate', duplicate, ['rules/everyone', 'rules/bad-pain']],
    ['redundant', redundant, ['rules/everyone', 'rules/bad-pain']],
    ['not-monotone', notMonotone, ['questions/pain', 'questions/pain']],
    ['option-without-effect', optionWithoutEffect, ['questions/pain/options/some', 'questions/pain/options/much']],
    ['level-never-reached', levelNeverReached, ['levels/low', 'levels/high']],
    ['property-fails', (asked) => propertyFails(asked).findings, ['much-is-high', 'no-child', 'low-is-calm', 'time-moves-little', 'worse-is-more'].map((id) => `properties/${id}`)],
  ])('%s', (code, ask, paths) => {
    const found = ask(subject);
    expect(found).toEqual(paths.map((at) => {
      const name = at.split('/')[1];
      const message = `\`${code}\` could not be settled${name === undefined ? '' : ` for \`${name}\``} within the bound`;
      return { code: 'not-proved', severity: 'error', message, help, place: subject.placeOf(at) };
    }));
  });
});
