import { render } from '@inquirer/testing';
import { Chalk } from 'chalk';
import { describe, expect, test } from 'vitest';
import { questionScreen } from '../../src/interview/question-screen.ts';
import type { Screen } from '../../src/interview/screen.ts';
import { screenPrompt } from '../../src/interview/screen-prompt.ts';
import type { Event } from '../../src/interview/state.ts';
import { en } from '../../src/messages/en.ts';
import type { Answers } from '../../src/model/answers.ts';
import { small } from './small.ts';

const ruleSet = small();
const chalk = new Chalk({ level: 0 });

type Prompted = Awaited<ReturnType<typeof render>>;

function screenFor(id: string, answers: Answers = {}): Screen<Event> {
  const question = ruleSet.questions.find((candidate) => candidate.id === id);
  if (question === undefined) throw new Error(`no question ${id}`);
  const view = { ruleSet, messages: en, chalk, width: 60 };
  return questionScreen(view, { at: 'question', question, why: false, answers, skipped: [], warned: [] });
}

async function prompting(screen: Screen<unknown>, tight = false): Promise<Prompted> {
  const prompted = await render(screenPrompt, { message: '', screen, messages: en, chalk, width: 60, tight });
  // A prompt that nobody answers is broken off when the tests end.
  prompted.answer.catch(() => {});
  return prompted;
}

function press({ events }: Prompted, ...keys: readonly string[]): void {
  for (const key of keys) {
    if (key.length === 1 && key !== ' ') events.type(key);
    else events.keypress(key === ' ' ? 'space' : key);
  }
}

/** The lines with an arrow before them. */
function pointedAt({ getScreen }: Prompted): string[] {
  return getScreen().split('\n').filter((line) => line.startsWith('> '));
}

describe('one answer', () => {
  test('nothing is pointed at in the beginning, and Enter alone answers nothing (H05)', async () => {
    const prompted = await prompting(screenFor('danger'));
    expect(pointedAt(prompted)).toEqual([]);
    for (let count = 0; count < 50; count += 1) press(prompted, 'enter');
    expect(prompted.getScreen()).toContain(en.nothingChosen);
    press(prompted, '1', 'enter');
    await expect(prompted.answer).resolves.toEqual({ type: 'answer', answer: 'none' });
  });

  test('by its number, shown by an arrow before Enter', async () => {
    const prompted = await prompting(screenFor('danger'));
    press(prompted, '2');
    expect(pointedAt(prompted)).toEqual(['> 2  Some danger']);
    press(prompted, 'backspace');
    expect(pointedAt(prompted)).toEqual([]);
    press(prompted, '4', 'enter');
    await expect(prompted.answer).resolves.toEqual({ type: 'answer', answer: 'not-sure' });
  });

  test.each([
    [['down'], 'none'],
    [['down', 'down', 'up', 'down'], 'some'],
    [['tab', 'tab', 'tab'], 'now'],
    [['s', 'backspace', 'down'], 'none'],
    [['down', 'down', '3'], 'now'],
  ])('by the arrow keys: %j', async (keys, answer) => {
    const prompted = await prompting(screenFor('danger'));
    press(prompted, ...keys, 'enter');
    await expect(prompted.answer).resolves.toEqual({ type: 'answer', answer });
  });

  test('the arrow stops at both ends, and from nowhere goes up to the last choice', async () => {
    const prompted = await prompting(screenFor('danger'));
    press(prompted, 'up');
    expect(prompted.getScreen()).toContain('> q  Leave now');
    press(prompted, 'down');
    expect(prompted.getScreen()).toContain('> q  Leave now');
    press(prompted, ...Array.from({ length: 20 }, () => 'up'));
    expect(pointedAt(prompted)).toEqual(['> 1  No danger']);
  });

  test('what does not match is said, until the next key', async () => {
    const prompted = await prompting(screenFor('danger'));
    press(prompted, '9', 'enter');
    expect(prompted.getScreen()).toContain('That is not one of the choices');
    press(prompted, 'down');
    expect(prompted.getScreen()).not.toContain('That is not one of the choices');
  });

  test('where rows are few, what is wrong takes the place of the hint, and help stays', async () => {
    const prompted = await prompting(screenFor('danger'), true);
    const before = prompted.getScreen().split('\n');
    expect(before).not.toContain('');
    press(prompted, 'x', 'enter');
    expect(prompted.getScreen()).toContain('That is not one of the choices');
    expect(prompted.getScreen()).not.toContain('arrow keys');
    expect(prompted.getScreen()).toContain('Help right now: Call 911. Call or text 988.');
  });

  test('an earlier answer is pointed at, and Enter keeps it', async () => {
    const prompted = await prompting(screenFor('danger', { danger: 'some' }));
    expect(pointedAt(prompted)).toEqual(['> 2  Some danger']);
    press(prompted, 'enter');
    await expect(prompted.answer).resolves.toEqual({ type: 'answer', answer: 'some' });
  });

  test.each([
    ['?', 'why'],
    ['b', 'back'],
    ['q', 'leave'],
  ])('%s does something else: %s', async (key, type) => {
    const prompted = await prompting(screenFor('danger', { danger: 'some' }));
    press(prompted, key, 'enter');
    await expect(prompted.answer).resolves.toEqual({ type });
  });
});

describe('several answers', () => {
  test('are typed as a list and marked on the screen', async () => {
    const prompted = await prompting(screenFor('wishes'));
    press(prompted, '1', ',', '3');
    expect(prompted.getScreen()).toContain('1  [x] Rest');
    expect(prompted.getScreen()).toContain('2  [ ] Skills');
    press(prompted, 'enter');
    await expect(prompted.answer).resolves.toEqual({ type: 'answer', answer: ['rest', 'friends'] });
  });

  test('are marked and unmarked with the space bar', async () => {
    const prompted = await prompting(screenFor('wishes'));
    press(prompted, 'down', ' ', 'down', ' ', 'down', ' ', ' ');
    expect(prompted.getScreen()).toContain('Your answer: 1,2');
    press(prompted, 'enter');
    await expect(prompted.answer).resolves.toEqual({ type: 'answer', answer: ['rest', 'skills'] });
  });

  test('earlier ones stand there to be changed', async () => {
    const prompted = await prompting(screenFor('wishes', { wishes: ['skills'] }));
    expect(prompted.getScreen()).toContain('2  [x] Skills');
    press(prompted, 'down', ' ', 'enter');
    await expect(prompted.answer).resolves.toEqual({ type: 'answer', answer: ['rest', 'skills'] });
  });

  test('none at all is a choice of its own; Enter alone is not', async () => {
    const prompted = await prompting(screenFor('wishes'));
    expect(prompted.getScreen()).toContain('s  Skip: none of these');
    press(prompted, 'enter');
    expect(prompted.getScreen().replaceAll('\n', ' ')).toContain(`${en.nothingChosen} For none of these, type s.`);
    press(prompted, 's', 'enter');
    await expect(prompted.answer).resolves.toEqual({ type: 'skip' });
  });
});

describe('a number', () => {
  test('is typed, and checked against its bounds', async () => {
    const prompted = await prompting(screenFor('drinks'));
    press(prompted, '2', '1', 'enter');
    expect(prompted.getScreen()).toContain('a whole number from 0 to 20');
    press(prompted, '2', '0', 'enter');
    await expect(prompted.answer).resolves.toEqual({ type: 'answer', answer: 20 });
  });

  test('not sure is a choice beside it', async () => {
    const prompted = await prompting(screenFor('drinks', { drinks: 7 }));
    expect(prompted.getScreen()).toContain('Your answer: 7');
    press(prompted, 'backspace', 'n', 'enter');
    await expect(prompted.answer).resolves.toEqual({ type: 'answer', answer: 'not-sure' });
  });
});

test('choices that stand in the text already are typed', async () => {
  const all = screenFor('danger', { danger: 'some' });
  const choices = all.choices.map((choice) => Object.assign({ inText: true as const }, choice));
  const prompted = await prompting({ ...all, text: [], choices });
  expect(prompted.getScreen()).toContain('Your answer: 2');
  press(prompted, 'backspace', 'down', 'enter');
  expect(prompted.getScreen()).toContain(en.nothingChosen);
  press(prompted, '3', 'enter');
  await expect(prompted.answer).resolves.toEqual({ type: 'answer', answer: 'now' });
});
