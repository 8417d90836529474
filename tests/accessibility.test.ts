import { Chalk } from 'chalk';
import { describe, expect, test } from 'vitest';
import { screenOf } from '../src/interview/screens.ts';
import { readTyped, type Screen } from '../src/interview/screen.ts';
import { type Event, OPENING } from '../src/interview/state.ts';
import { en } from '../src/messages/en.ts';
import { es } from '../src/messages/es.ts';
import type { Messages } from '../src/messages/messages.ts';
import type { Question, RuleSet } from '../src/model/rule-set.ts';
import { built } from './cli/program.ts';
import { adult, adultInSpanish } from './rule-sets.ts';

const LINES = `\n${'?\n1\n'.repeat(10)}s\ns\nr\n`;
// oxlint-disable-next-line no-control-regex -- escapes are what is looked for
const COLOUR = /\u001B\[\d*(;\d+)*m/g;

describe('a whole interview in plain lines (H43)', () => {
  test.each([
    ['holds no escape when colours are not wanted', { NO_COLOR: '1', FORCE_COLOR: '1' }],
    ['holds no escape when nobody says anything about colours', {}],
    ['holds no escape on a dumb terminal', { TERM: 'dumb' }],
  ])('%s', async (_what, env) => {
    const { exitCode, stdout, stderr } = await built(['--plain'], { input: LINES, env });
    expect(exitCode).toBe(0);
    expect(`${stdout}${stderr}`).not.toContain('\u001B');
  });

  test('holds no escape but colour, no bell and no carriage return, when colours are forced', async () => {
    const { stdout, stderr } = await built(['--plain'], { input: LINES, env: { FORCE_COLOR: '1' } });
    const shown = `${stdout}${stderr}`;
    expect(shown).toMatch(COLOUR);
    expect(shown.replaceAll(COLOUR, '')).not.toMatch(/[^\n\P{Cc}]/u);
  });

  test('says with colours what it says without', async () => {
    const [plain, coloured] = await Promise.all([built(['--plain'], { input: LINES }), built(['--plain'], { input: LINES, env: { FORCE_COLOR: '1' } })]);
    expect(coloured.stdout.replaceAll(COLOUR, '')).toBe(plain.stdout);
    expect(coloured.stderr.replaceAll(COLOUR, '')).toBe(plain.stderr);
  });
});

/** The marks and words of a question, as they are read when something is typed. */
function screenFor(ruleSet: RuleSet, question: Question, messages: Messages): Screen<Event> {
  return screenOf({ ruleSet, messages, chalk: new Chalk({ level: 0 }), width: 80 }, { ...OPENING, at: 'question', question, why: false });
}

describe.each<[string, RuleSet, Messages]>([
  ['English', adult(), en],
  ['Spanish', adultInSpanish(), es.messages],
])('every answer can be typed, %s (H43)', (_language, ruleSet, messages) => {
  const answers = ruleSet.questions.flatMap((question) => {
    const screen = screenFor(ruleSet, question, messages);
    const options = question.type === 'choice' ? question.options : [];
    const unsure = question.notSure === undefined ? [] : [{ id: 'not-sure', text: messages.notSureAlias }];
    return [...options, ...unsure].map((option, place) => ({ ...option, number: `${place + 1}`, screen }));
  });

  test('by its number', () => {
    expect(answers.filter(({ screen, id, number }) => readTyped(screen, number)?.choices[0]?.id !== id).map(({ text }) => text)).toEqual([]);
  });

  test('by the first letters of its text', () => {
    const missed = answers.filter(({ screen, id, text }) => {
      const beginnings = Array.from(text, (_, length) => text.slice(0, length + 1));
      return !beginnings.some((beginning) => readTyped(screen, beginning)?.choices[0]?.id === id);
    });
    expect(missed.map(({ text }) => text)).toEqual([]);
  });
});
