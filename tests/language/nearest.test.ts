import { describe, expect, test } from 'vitest';
import { nearest, shorten, validNames } from '../../src/language/nearest.ts';

describe('the nearest word', () => {
  const words = ['severity', 'safety', 'home', 'iop', 'high'];

  test.each([
    ['severty', 'severity'],
    ['Severity', 'severity'],
    ['saftey', 'safety'],
    ['hom', 'home'],
    ['hihg', 'high'],
    ['ipo', 'iop'],
    ['iop', 'iop'],
    ['sevrit', 'severity'],
  ])('to %s is %s', (word, expected) => {
    expect(nearest(word, words)).toBe(expected);
  });

  test.each(['', 'x', 'house', 'ho', 'safe', 'sanity-check', 'y'.repeat(61)])('to %j is none', (word) => {
    expect(nearest(word, words)).toBeUndefined();
  });

  test('is looked for up to sixty letters', () => {
    const long = 'y'.repeat(60);
    expect(nearest(long, [`${long}z`])).toBe(`${long}z`);
    expect(nearest(`${long}y`, [`${long}z`])).toBeUndefined();
  });

  test('among none is none', () => {
    expect(nearest('home', [])).toBeUndefined();
  });
});

describe('advice', () => {
  test('names the nearest, and all when they are few', () => {
    expect(validNames('hom', ['home', 'iop'])).toBe('did you mean `home`? valid: home, iop');
    expect(validNames('xyz', ['home', 'iop'])).toBe('valid: home, iop');
    const many = Array.from({ length: 17 }, (_, index) => `name-${index}`);
    expect(validNames('xyz', many.slice(1))).toBe(`valid: ${many.slice(1).join(', ')}`);
    expect(validNames('nmae-3', many)).toBe('did you mean `name-3`?');
    expect(validNames('xyz', many)).toBeUndefined();
    expect(validNames('xyz', [])).toBeUndefined();
  });
});

test('a long word is shown by its start, without half a character', () => {
  expect(shorten('a'.repeat(40))).toBe('a'.repeat(40));
  expect(shorten('a'.repeat(41))).toBe(`${'a'.repeat(40)}…`);
  expect(shorten(`${'a'.repeat(39)}🌱`)).toBe(`${'a'.repeat(39)}…`);
  expect(shorten(`🌱${'a'.repeat(39)}`)).toBe(`🌱${'a'.repeat(38)}…`);
});
