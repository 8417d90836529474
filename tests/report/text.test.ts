import { stripVTControlCharacters } from 'node:util';
import { Chalk } from 'chalk';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess } from '../../src/engine/assess.ts';
import { en } from '../../src/messages/en.ts';
import type { Answers } from '../../src/model/answers.ts';
import type { RuleSet } from '../../src/model/rule-set.ts';
import { assessmentText } from '../../src/report/text.ts';
import { viewOf } from './told.ts';
import { small, WELL } from '../interview/small.ts';
import { MODERATE } from '../cli/program.ts';
import { answersTo } from '../random-rule-sets.ts';
import { adult } from '../rule-sets.ts';

const ruleSet = small();
const none = new Chalk({ level: 0 });

function textOf(answers: Answers, { rules = ruleSet, width = 80, chalk = none } = {}): string {
  return assessmentText(viewOf(rules, answers), { width, chalk });
}

/** The text on one line, so that it is found wherever it was wrapped. */
function flat(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}

/** The lines of a section, by its heading. */
function sectionOf(text: string, heading: string): string {
  return flat(text.split('\n\n').map((part) => `${part}\n`).find((part) => part.startsWith(`${heading}\n`)) ?? '');
}

function rungs(text: string): string[] {
  return text.split('\n').filter((line) => line.includes('=> '));
}

test('"not sure" behind a reason says why it counts', () => {
  expect(sectionOf(textOf({ ...WELL, danger: 'not-sure' }), en.whyLevel)).toContain('"I am not sure" (so we were careful)');
  expect(textOf(WELL)).not.toContain('so we were careful');
});

describe('a level', () => {
  const text = textOf({ ...WELL, home: 'bad', drinks: 12 });

  test('stands first, with its week, how soon, and its place on the ladder', () => {
    const result = sectionOf(text, en.resultHeading);
    for (const part of ['Middle care', 'More.', 'within two weeks']) expect(result).toContain(part);
    expect(rungs(text)).toEqual([expect.stringContaining('Middle care <-')]);
    const places = ['High care', 'Middle care <-', 'Low care (LOW)'].map((name) => text.indexOf(name));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test('has its reasons, each with the answers behind it', () => {
    const why = sectionOf(text, en.whyLevel);
    for (const part of ['Home is hard.', '"Bad"', 'You drink a lot.', '"12"', en.eachEnough]) expect(why).toContain(part);
    expect(why).not.toContain('Everyone may ask for this.');
  });

  test('says when one answer alone decided', () => {
    expect(sectionOf(textOf({ ...WELL, home: 'bad' }), en.whyLevel)).toContain(en.oneAnswer);
    expect(sectionOf(textOf({ ...WELL, home: 'bad', times: 'evenings' }), en.whyLevel)).toContain(en.oneReason);
  });

  test('has the reasons for its urgency where they are others', () => {
    expect(sectionOf(textOf({ ...WELL, danger: 'some', home: 'bad' }), en.whyUrgent)).toContain('There is some danger. You said: "Some danger"');
    expect(sectionOf(text, en.whyUrgent)).toBe('');
  });

  test('says what would change it, in both directions', () => {
    const change = sectionOf(text, en.changeHeading);
    expect(change).toContain(`${en.changeMore} - Are you in danger? "Danger now" (HIGH) - How many drinks? "20" (HIGH) - When? "In the evening" (HIGH)`);
    expect(change).not.toContain(en.changeLess);
    expect(sectionOf(textOf({ ...WELL, home: 'bad' }), en.changeHeading)).toContain(`${en.changeLess} - How is home? "Good" (LOW)`);
  });

  test('takes no thought of harm for an example, and says that such thoughts come first', () => {
    for (const safety of ['none', 'passive', 'active']) {
      const change = sectionOf(textOf({ ...MODERATE, severity: 'mild', safety }, { rules: adult() }), en.changeHeading);
      expect(change).not.toMatch(/did you think of death/);
      expect(change).toContain('New thoughts of hurting yourself always come first. Call your local emergency number (911 in the US). Call or text 988');
    }
    const { wouldChange } = assess(adult(), { ...MODERATE, severity: 'mild', safety: 'none' });
    expect(wouldChange.map(({ answers }) => answers)).toContainEqual({ safety: 'active' });
    expect(textOf(WELL)).not.toContain('hurting yourself');
  });

  test('says nothing of other answers in an emergency', () => {
    expect(sectionOf(textOf({ ...WELL, danger: 'now', home: 'bad', times: 'evenings' }), en.changeHeading)).toBe('');
  });

  test('names the levels next to it, and what may follow', () => {
    const levels = sectionOf(text, en.levelsHeading);
    const parts = [`Low care (LOW): ${en.levelLess}`, en.levelTooLittle, 'A little.', `Middle care: ${en.ladderHere}`, 'More.', `High care (HIGH): ${en.levelMore}`, en.levelNotAsked];
    const places = parts.map((part) => levels.indexOf(part));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(sectionOf(textOf(WELL), en.levelsHeading)).not.toContain(en.levelLess);
    expect(sectionOf(textOf(WELL), en.factFollows)).toContain('Nothing more.');
    expect(sectionOf(text, en.factFollows)).toBe('');
  });

  test('says what to expect, as far as the rule set says it', () => {
    const levels = sectionOf(textOf(WELL), en.levelsHeading);
    expect(levels).toContain(`${en.factHours}: An hour. ${en.factNights}: You sleep at home. ${en.factCost}: It is free. - Middle care`);
    expect(levels).not.toContain(en.factLength);
  });

  test('comes with advice, what to bring and ask, all answers, and the next step', () => {
    const whole = textOf({ ...WELL, times: 'evenings', wishes: ['rest', 'skills'] });
    expect(sectionOf(whole, en.adviceHeading)).toContain('- Ask for an evening group. - Rest well.');
    expect(sectionOf(whole, en.bringHeading)).toContain('your papers');
    expect(sectionOf(whole, en.askHeading)).toContain('Are you licensed?');
    expect(sectionOf(whole, en.notesHeading)).toContain('What do you want? = Rest; Skills');
    expect(sectionOf(whole, en.answersHeading)).toContain('How is home? = Good');
    expect(sectionOf(whole, en.roomHeading)).toContain(en.roomQuestions);
    expect(sectionOf(whole, en.nextHeading)).toContain('Low care (LOW)');
    expect(sectionOf(whole, en.nextHeading)).toContain('Call today.');
    expect(sectionOf(whole, en.notAskedHeading)).toContain('We did not ask all.');
  });

  test('says a piece of advice once, however many reasons there are for it', () => {
    const rules: RuleSet = { ...ruleSet, advice: ruleSet.advice.map((advice) => ({ ...advice, say: 'Rest well.' })) };
    expect(sectionOf(textOf({ ...WELL, times: 'evenings', wishes: ['rest'] }, { rules }), en.adviceHeading)).toBe(`${en.adviceHeading} - Rest well. `);
  });

  test('says how an answer that was not sure was counted, and what to ask', () => {
    const unsure = sectionOf(textOf({ ...WELL, danger: 'not-sure', drinks: 'not-sure' }), en.notSureHeading);
    expect(unsure).toContain('Are you in danger? To be careful, we took it as: "Some danger" Ask a professional: Ask how safe you are.');
    expect(unsure).toContain('How many drinks? To be careful, we took it as: "10"');
    expect(sectionOf(text, en.notSureHeading)).toBe('');
  });
});

describe('an emergency', () => {
  const text = textOf({ ...WELL, danger: 'now' });

  test('has help before any talk of a level, and at the end, and no step but help', () => {
    expect(text.startsWith(`${en.helpNow}\n`)).toBe(true);
    const before = text.slice(0, text.indexOf(en.resultHeading));
    for (const how of ['Call 911. At once.', 'Call or text 988.', 'Call 333.']) expect(flat(before)).toContain(how);
    for (const { name } of ruleSet.levels) expect(before).not.toContain(name);
    expect(sectionOf(text, en.nextHeading)).toBe(`${en.nextHeading} ${en.nextEmergency} `);
  });

  test('says nothing of costs or of what to ask a program', () => {
    const words = [en.factCost, en.askHeading, 'is it a friendly place'];
    const [urgent = '', now = ''] = ['active', 'imminent'].map((safety) => flat(textOf({ ...MODERATE, safety }, { rules: adult() })));
    expect(words.filter((word) => !urgent.includes(word))).toEqual([]);
    expect(words.filter((word) => now.includes(word))).toEqual([]);
    expect(assess(adult(), { ...MODERATE, safety: 'imminent' }).referral.ask.length).toBeGreaterThan(0);
  });

  test('is one before all questions are answered', () => {
    expect(textOf({ danger: 'now' }).startsWith(`${en.helpNow}\n`)).toBe(true);
  });
});

describe('the first line', () => {
  test('is help, whatever the result (H20)', () => {
    const help = [en.helpInSight.replace(' {help}', ''), en.helpHeading, en.helpNow];
    for (const answers of [WELL, { ...WELL, danger: 'some' }, { ...WELL, danger: 'now' }, { who: 'grown' }, { ...WELL, who: 'young' }] as const) {
      const text = textOf(answers);
      expect(help.some((words) => text.startsWith(words))).toBe(true);
      expect(flat(text.split('\n').slice(0, 8).join('\n'))).toContain('Call or text 988.');
    }
  });
});

describe('no level', () => {
  test('while answers are missing: the range, and what is missing', () => {
    const text = textOf({ who: 'grown', danger: 'some', home: 'good', times: 'days' });
    expect(rungs(text)).toHaveLength(3);
    expect(sectionOf(text, en.resultHeading)).toContain(en.rangeAny);
    expect(sectionOf(text, en.resultHeading)).toContain('48 hours');
    expect(sectionOf(text, en.openHeading)).toBe(`${en.openHeading} - How many drinks? `);
    expect(sectionOf(textOf({ ...WELL, home: 'bad', drinks: 3, who: 'grown', danger: 'none' }), en.openHeading)).toBe('');
  });

  test.each<[string, Answers, string, number]>([
    ['at least', { who: 'grown', danger: 'none', home: 'bad', times: 'days' }, 'The least it could be: Middle care.', 2],
    ['one level', { who: 'grown', danger: 'now' }, 'So far your answers point to High care (HIGH).', 1],
    ['less than the most', { who: 'grown', danger: 'none', drinks: 0, times: 'days' }, 'The least it could be: Low care (LOW). The most: Middle care.', 2],
  ])('the range in words: %s', (_name, answers, words, count) => {
    const text = textOf(answers);
    expect(sectionOf(text, en.resultHeading)).toContain(words);
    expect(rungs(text)).toHaveLength(count);
  });

  test('no hurry is not said while it is not known', () => {
    expect(textOf({ who: 'grown' })).not.toContain(en.soonRoutine);
  });

  test('out of scope: its own words, contacts, urgency, and nothing about levels', () => {
    const text = textOf({ ...WELL, who: 'young', danger: 'some' });
    expect(sectionOf(text, en.outOfScopeHeading)).toContain('This is for grown people. Talk to someone you trust.');
    expect(sectionOf(text, en.outOfScopeHeading)).toContain('48 hours');
    expect(sectionOf(text, en.whyUrgent)).toContain('There is some danger.');
    for (const { name } of ruleSet.levels) expect(text).not.toContain(name);
    expect(text).not.toContain('your papers');
  });

  test('no rule: a professional, and nothing about levels', () => {
    const gap: RuleSet = { ...ruleSet, rules: ruleSet.rules.filter(({ id }) => id !== 'anyone') };
    const text = textOf(WELL, { rules: gap });
    expect(sectionOf(text, en.resultHeading)).toContain(en.noRuleNext);
    for (const { name } of ruleSet.levels) expect(text).not.toContain(name);
    expect(sectionOf(textOf({ who: 'grown' }, { rules: { ...gap, rules: [] } }), en.resultHeading)).toContain(en.noRuleNext);
  });
});

describe('every result of the adult rule set', () => {
  const rules = adult();
  const some = fc.sample(answersTo(rules, { missing: false }), { numRuns: 60, seed: 1 });
  const partial = fc.sample(answersTo(rules, { missing: true }), { numRuns: 60, seed: 2 });
  const all = [...some, ...partial, {}].map((answers) => ({ answers, assessment: assess(rules, answers), text: textOf(answers, { rules }) }));

  test.each([20, 40, 80, 120])('fits into %i columns, and never more than 80 (H20)', (width) => {
    const widest = Math.max(...all.flatMap(({ answers }) => textOf(answers, { rules, width }).split('\n').map((line) => line.length)));
    expect(widest).toBeLessThanOrEqual(Math.min(width, 80));
  });

  test('ends with help, and names the notice and the rules it was made with (H13, H25)', () => {
    for (const { assessment, text } of all) {
      const help = text.slice(text.lastIndexOf(en.helpAgain));
      for (const { how } of assessment.contacts.filter(({ crisis }) => crisis)) expect(flat(help)).toContain(flat(how));
      expect(flat(text)).toContain(flat(rules.notice));
      expect(flat(text)).toContain(`"adult", version ${rules.version} (${rules.digest.slice(0, 19)})`);
    }
  });

  test('says in words what was answered, and why', () => {
    for (const { assessment, text } of all) {
      for (const rule of assessment.decidedBy) {
        const isPressing = assessment.urgency !== 'routine' && rule.urgency === assessment.urgency;
        const isForMore = assessment.status !== 'open' || (rule.level === assessment.range?.[0] && rule.level !== rules.levels[0]?.id);
        expect(flat(text).includes(flat(rule.because))).toBe(isPressing || isForMore);
      }
      for (const { say } of assessment.advice) expect(flat(text)).toContain(flat(say));
    }
  });

  test('while answers are missing, a reason for the least care of all comforts nobody (H49)', () => {
    const text = textOf({ age: 'adult', severity: 'mild' }, { rules });
    expect(text).not.toContain(en.whyUrgent);
    expect(flat(text)).not.toContain('a good place to start');
    expect(sectionOf(textOf({ age: 'adult', severity: 'moderate', history: 'outpatient', schedule: 'days' }, { rules }), en.whyLeast)).not.toBe('');
  });

  test('comforts nobody falsely (H49)', () => {
    for (const { text } of all) expect(text).not.toMatch(/low risk|you are fine|nothing to worry/i);
  });

  test('reads the same without colour, and is free of escapes (H21)', () => {
    for (const { answers, text } of all.slice(0, 20)) {
      expect(stripVTControlCharacters(textOf(answers, { rules, chalk: new Chalk({ level: 1 }) }))).toBe(text);
      expect(text).not.toContain('\u001B');
    }
  });
});
