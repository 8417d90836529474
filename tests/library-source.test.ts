import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { answersFrom, assess, InvalidInput, loadRuleSet, parseRuleSet, verdict } from '../src/index.ts';
import { folderWith } from './cli/folder.ts';
import { MODERATE } from './cli/program.ts';
import { edited } from './language/small.ts';

async function problemsOf(failing: () => unknown): Promise<readonly string[]> {
  try {
    await failing();
    return [];
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    return error.problems.map(({ code }) => code);
  }
}

describe('a rule set', () => {
  test('comes with the package, by its name, and takes answers', async () => {
    const ruleSet = await loadRuleSet('adult');
    const answers = answersFrom(ruleSet, MODERATE);
    expect(assess(ruleSet, answers)).toMatchObject({ status: 'decided', level: 'iop', complete: true });
    expect(Object.isFrozen(answers)).toBe(true);
  });

  test('comes from a file or a text, and both are the same', async () => {
    const file = path.join(folderWith({ 'my.yaml': edited() }), 'my.yaml');
    expect(await loadRuleSet(file)).toEqual(await parseRuleSet(edited()));
  });

  test('with something wrong in it is refused with all that is wrong', async () => {
    expect(await problemsOf(() => loadRuleSet('nothing.yaml'))).toEqual(['cannot-read']);
    expect(await problemsOf(() => parseRuleSet(edited(['version: 1.0.0', 'version: one'], ['id: pain', 'id: Pain'])))).toEqual(expect.arrayContaining(['bad-version', 'bad-id']));
  });
});

describe('answers', () => {
  test('that do not fit are refused, all at once', async () => {
    const ruleSet = await parseRuleSet(edited());
    expect(await problemsOf(() => answersFrom(ruleSet, { age: 'adlt', mood: 'bad' }))).toEqual(['unknown-question', 'unknown-option', 'unanswered']);
  });

  test('may be missing where that is allowed', async () => {
    const ruleSet = await parseRuleSet(edited());
    const { status, unanswered } = verdict(ruleSet, answersFrom(ruleSet, { age: 'adult', pain: 'much' }, { partial: true }));
    expect({ status, unanswered }).toEqual({ status: 'open', unanswered: ['sleep', 'time'] });
  });
});
