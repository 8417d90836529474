import { Chalk } from 'chalk';
import { describe, expect, test } from 'vitest';
import { drawnLines, shown } from '../../src/interview/drawing.ts';
import { fit } from '../../src/interview/fit.ts';
import { type Screen, troubleWith } from '../../src/interview/screen.ts';
import { screenOf } from '../../src/interview/screens.ts';
import { type Asking, OPENING, step } from '../../src/interview/state.ts';
import type { View } from '../../src/interview/view.ts';
import { en } from '../../src/messages/en.ts';
import { es } from '../../src/messages/es.ts';
import { adult, adultInSpanish } from '../rule-sets.ts';

const chalk = new Chalk({ level: 0 });
const LANGUAGES = { en: { ruleSet: adult(), messages: en }, es: { ruleSet: adultInSpanish(), messages: es.messages } } as const;
const { ruleSet } = LANGUAGES.en;

function viewOf(width: number, language: keyof typeof LANGUAGES = 'en'): View {
  return { ...LANGUAGES[language], chalk, width };
}

/** Where an answer leads to. */
function after(id: string, answer: string): Asking {
  const question = ruleSet.questions.find((candidate) => candidate.id === id);
  if (question === undefined) throw new Error(`no question ${id}`);
  const state = step(ruleSet, { ...OPENING, at: 'question', question, why: false }, { type: 'answer', answer });
  if (state.at === 'finished' || state.at === 'left') throw new Error(state.at);
  return state;
}

const SAFETY: Asking = { ...OPENING, at: 'question', question: ruleSet.questions[1] as (typeof ruleSet.questions)[number], why: false };
const REVIEW: Asking = { ...OPENING, at: 'review' };
const CRISES = [after('safety', 'imminent'), after('detox', 'dangerous')];
const ALL: readonly Asking[] = [
  OPENING,
  REVIEW,
  ...CRISES,
  ...ruleSet.questions.flatMap((question): Asking[] => [false, true].map((why) => ({ ...OPENING, at: 'question', question, why }))),
];

const SIZES = [
  [80, 24, 'en'],
  [40, 24, 'en'],
  [20, 24, 'en'],
  [80, 24, 'es'],
  [40, 24, 'es'],
  [20, 24, 'es'],
] as const;

/** What the prompt draws, with the line being typed: when nothing was typed yet, and after each kind of mistake. */
function prompts(screen: Screen<unknown>, rows: number, view: View): readonly (readonly string[])[] {
  const { drawn, tight } = fit(screen, rows, view);
  const troubles = ['', troubleWith('', drawn, view.messages), troubleWith('zz', drawn, view.messages)];
  return troubles.map((trouble) => [...drawnLines({ screen: drawn, chalk, width: view.width, pointed: undefined, marked: [], trouble, tight }), `${drawn.prompt} zz`]);
}

const inWords = (lines: readonly string[]): string => lines.join(' ').replaceAll(/\s+/g, ' ');

describe.each(SIZES)('in %i columns and %i rows, %s (H20)', (columns, rows, language) => {
  const view = viewOf(columns, language);
  const screens = ALL.map((state) => screenOf(view, state));

  test('what is asked and help are in sight on every screen, whatever is typed', () => {
    for (const screen of screens) {
      for (const lines of prompts(screen, rows, view)) {
        expect(lines.length).toBeLessThanOrEqual(rows);
        const inSight = [...fit(screen, rows, view).written, '', ...lines].slice(-rows);
        for (const part of [screen.asked, screen.help.lines]) expect(inWords(inSight)).toContain(inWords(part));
      }
    }
  });

  test('911, 988 and every way on stand together on the screen of a crisis', () => {
    for (const state of CRISES) {
      const screen = screenOf(view, state);
      for (const lines of prompts(screen, rows, view)) {
        for (const text of ['911', '988', ...screen.choices.map((choice) => choice.text)]) expect(inWords(lines)).toContain(text);
      }
    }
  });

  test('nothing that is said is left out', () => {
    for (const screen of screens) {
      const { written, drawn } = fit(screen, rows, view);
      const said = inWords([...written, ...drawn.asked, ...drawn.text]);
      for (const lines of [screen.asked, screen.text]) expect(said).toContain(inWords(lines));
      for (const choice of screen.choices) expect(shown(drawn).some(({ key }) => key === choice.key) || said.includes(inWords([choice.text]))).toBe(true);
    }
  });
});

describe('a question on a terminal', () => {
  test('is drawn whole where there is room', () => {
    const safety = screenOf(viewOf(80), SAFETY);
    expect(fit(safety, 40, viewOf(80))).toEqual({ written: [], drawn: safety, tight: false });
  });

  test('is drawn without blank lines as soon as one row is missing, counting the longest that can be said of a mistake and the line typed', () => {
    for (const state of [SAFETY, ...ALL.filter(({ at }) => at === 'question')]) {
      const screen = screenOf(viewOf(60), state);
      const heights = [false, true].map((tight) => {
        const troubles = ['', troubleWith('', screen, en), troubleWith('zz', screen, en)];
        return 1 + Math.max(...troubles.map((trouble) => drawnLines({ screen, chalk, width: 60, pointed: undefined, marked: [], trouble, tight }).length));
      });
      const [loose = 0, tight = 0] = heights;
      expect(fit(screen, loose, viewOf(60))).toMatchObject({ written: [], tight: false });
      expect(fit(screen, loose - 1, viewOf(60))).toMatchObject({ written: [], tight: true });
      expect(fit(screen, tight, viewOf(60))).toMatchObject({ written: [], tight: true });
      expect(fit(screen, tight - 1, viewOf(60)).written).not.toEqual([]);
    }
  });

  test('has what is said about it written above where only the question and the choices fit', () => {
    const safety = screenOf(viewOf(40), SAFETY);
    const { written, drawn } = fit(safety, 24, viewOf(40));
    expect(written).toEqual(safety.text);
    expect(drawn).toEqual({ ...safety, text: [] });
  });

  test.each([1, 8, 12])('has every choice written where they do not fit into %i rows, and is answered by typing', (rows) => {
    const safety = screenOf(viewOf(40), SAFETY);
    const { written, drawn } = fit(safety, rows, viewOf(40));
    expect(drawn.choices.every(({ inText }) => inText)).toBe(true);
    expect(drawn.hint.keys).toBe(en.chooseOne);
    expect(drawn.asked).toEqual(safety.asked);
    for (const { key } of drawn.choices) expect(written.join('\n')).toMatch(new RegExp(`^${key === '?' ? '\\?' : key} `, 'm'));
  });
});

describe('a text that is to stay', () => {
  test('is written, however much room there is', () => {
    const opening = screenOf(viewOf(80), OPENING);
    const { written, drawn } = fit(opening, 200, viewOf(80));
    expect(written).toEqual([...opening.asked, ...opening.text]);
    expect([...drawn.asked, ...drawn.text]).toEqual([]);
  });

  test('has its heading again beside the choices where it does not fit, with a word on where the rest is', () => {
    const review = screenOf(viewOf(80), REVIEW);
    const { written, drawn } = fit(review, 24, viewOf(80));
    expect(written).toEqual([...review.asked, ...review.text]);
    expect([...drawn.asked, ...drawn.text]).toEqual([en.reviewHeading, en.moreAbove]);
  });
});
