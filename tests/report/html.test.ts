import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { describe, expect, test } from 'vitest';
import { es } from '../../src/messages/es.ts';
import type { Answers } from '../../src/model/answers.ts';
import { assessmentHtml } from '../../src/report/html.ts';
import { CHROMIUM, rendered, sheets } from '../browser.ts';
import { folderWith } from '../cli/folder.ts';
import { MODERATE } from '../cli/program.ts';
import { small, WELL } from '../interview/small.ts';
import { adult, adultInSpanish } from '../rule-sets.ts';
import { viewOf } from './told.ts';

const UNSURE: Answers = {
  ...Object.fromEntries(adult().questions.flatMap(({ id, notSure }) => (notSure === undefined ? [] : [[id, 'not-sure']]))),
  age: 'adult',
  schedule: 'limited',
  goals: ['relief', 'skills', 'relapse-prevention', 'quality-of-life', 'stability'],
  focus: ['substance-use', 'depression', 'anxiety', 'trauma', 'bipolar', 'eating', 'other'],
};
const RESULTS: Readonly<Record<string, Answers>> = {
  decided: MODERATE,
  emergency: { ...MODERATE, safety: 'imminent', severity: 'extreme', home: 'unsafe', support: 'none' },
  unsure: UNSURE,
  longest: { ...UNSURE, safety: 'active', severity: 'severe', detox: 'possible', medical: 'stable', home: 'unsafe', motivation: 'low', history: 'intensive' },
  young: { age: 'under-18', safety: 'active' },
  open: { age: 'adult', severity: 'severe' },
};

function pageOf(answers: Answers, language: 'en' | 'es' = 'en'): string {
  return assessmentHtml(language === 'en' ? viewOf(adult(), answers) : viewOf(adultInSpanish(), answers, es.messages));
}

describe('a result as a page', () => {
  test('asks nothing of the network, and lets nothing but its own style apply (H31)', () => {
    const page = pageOf(MODERATE);
    const [, style = ''] = /<style>(.*)<\/style>/s.exec(page) ?? [];
    expect(page).toContain(`default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`);
    expect(page.replaceAll(/ href="(?:tel|sms):\+?\d+"/g, '')).not.toMatch(/<script|<link|<img|<iframe|\b(?:src|href|style|on\w+)=|url\(|@import/);
  });

  test('holds the texts of a rule set as texts, never as marks (H33)', () => {
    const text = `<script>alert("1")</script> & <b>`;
    const page = assessmentHtml(viewOf({ ...small(), title: text, notice: text }, WELL));
    expect(page).not.toMatch(/<script|<b>/);
    expect(page).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &lt;b&gt;');
  });

  test('says its language, and its headings go down by one', () => {
    const page = pageOf(MODERATE);
    expect(page).toContain('<html lang="en"');
    expect(pageOf(MODERATE, 'es')).toContain('<html lang="es"');
    const levels = [...page.matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
    expect(levels[0]).toBe(1);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 1)).toBeLessThanOrEqual(1);
  });
});

/** The links of a page, with their words. */
function linksIn(page: string): readonly string[] {
  return [...page.matchAll(/<a href="([^"]*)">([^<]*)<\/a>/g)].map(([, address = '', words = '']) => `${words} -> ${address}`);
}

describe('a phone number can be touched', () => {
  test('to call it, or to write to it where the words say so', () => {
    const links = linksIn(pageOf({ ...MODERATE, home: 'unsafe' }));
    for (const link of [
      '911 -> tel:911',
      'Call -> tel:988',
      'text 988 -> sms:988',
      'Text HOME to 741741 -> sms:741741',
      'text 838255 -> sms:838255',
      '1-800-799-7233 -> tel:+18007997233',
      '711 -> tel:711',
    ]) expect(links).toContain(link);
  });

  test('in Spanish, too', () => {
    const links = linksIn(pageOf(MODERATE, 'es'));
    for (const link of ['988 -> tel:988', 'mande AYUDA al 988 -> sms:988', 'Mande la palabra AYUDA al 741741 -> sms:741741', 'mande un mensaje al 838255 -> sms:838255']) expect(links).toContain(link);
  });

  test('wherever a contact names one', () => {
    for (const [result, answers] of Object.entries(RESULTS)) {
      const bare = pageOf(answers).replaceAll(/<a .*?<\/a>/g, '');
      for (const [, how = ''] of bare.matchAll(/<dl class="people">(.*?)<\/dl>/gs)) expect(how.replaceAll(/<dt>.*?<\/dt>|988lifeline|Call or|press \d|\d for/gi, ''), result).not.toMatch(/\d{3}/);
    }
  });

  test('and no other number is', () => {
    const page = assessmentHtml(viewOf({ ...small(), notice: 'Text us, or call 988. 9 to 19 hours, 120 days, 2026, 1988, 9110, 12-988.' }, WELL));
    const [, notice = ''] = /<section class="notice".*?<p>(.*?)<\/p>/s.exec(page) ?? [];
    expect(linksIn(notice)).toEqual(['988 -> tel:988']);
  });
});

/** A page that shows every result on a narrow screen, and says what is wrong with each. */
function frames(script: string): string {
  const pages = JSON.stringify(Object.values(RESULTS).map((answers, index) => withoutPolicy(pageOf(answers, index % 2 === 0 ? 'es' : 'en')))).replaceAll('</', String.raw`<\/`);
  return `<!doctype html><body><pre id="found"></pre><script>
    const found = async (page) => {
      const frame = document.body.appendChild(document.createElement('iframe'));
      frame.style = 'width:320px;height:600px;border:0';
      frame.srcdoc = page;
      await new Promise((loaded) => (frame.onload = loaded));
      const { scrollWidth, clientWidth } = frame.contentDocument.documentElement;
      ${script}
    };
    (async () => { const all = []; for (const page of ${pages}) all.push(await found(page)); document.getElementById('found').textContent = JSON.stringify(all); })();
  </script>`;
}

function withoutPolicy(page: string): string {
  return page.replace(/<meta http-equiv[^>]*>/, '');
}

async function foundIn(script: string, ...flags: readonly string[]): Promise<unknown> {
  const file = path.join(folderWith({ 'frames.html': frames(script) }), 'frames.html');
  const [, found = ''] = /<pre id="found">([^<]*)/.exec(await rendered(pathToFileURL(file).href, ...flags)) ?? [];
  return JSON.parse(found.replaceAll('&quot;', '"').replaceAll('&gt;', '>').replaceAll('&lt;', '<').replaceAll('&amp;', '&'));
}

describe.skipIf(CHROMIUM === undefined)('in a browser', { timeout: 120_000 }, () => {
  test('nothing is wider than a screen of 320 pixels', async () => {
    expect(await foundIn('return scrollWidth - clientWidth;')).toEqual(Object.keys(RESULTS).map(() => 0));
  });

  test.each([
    ['light', []],
    ['dark', ['--blink-settings=preferredColorScheme=0']],
  ])('axe-core finds nothing against WCAG 2.2 AA: %s (H43)', async (scheme, flags) => {
    const script = `
      const script = frame.contentDocument.createElement('script');
      script.textContent = ${JSON.stringify(axe.source).replaceAll('</', String.raw`<\/`)};
      frame.contentDocument.head.append(script);
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
      const { violations, passes } = await frame.contentWindow.axe.run(frame.contentDocument, { runOnly: tags });
      const contrast = passes.some(({ id }) => id === 'color-contrast');
      const scheme = frame.contentWindow.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
      return { violations: violations.map(({ id, nodes }) => id + ': ' + nodes[0].html), contrast, scheme };`;
    expect(await foundIn(script, ...flags)).toEqual(Object.keys(RESULTS).map(() => ({ violations: [], contrast: true, scheme })));
  });

  test('on paper no text is smaller than 8.5 points, and plain text is not bold', async () => {
    const script = `
      const style = frame.contentDocument.querySelector('style');
      style.textContent = style.textContent.replace('@media print', '@media all');
      const texts = [...frame.contentDocument.querySelectorAll('body *')].filter(({ childNodes }) => [...childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== ''));
      const styles = texts.map((text) => frame.contentWindow.getComputedStyle(text));
      const plain = [...frame.contentDocument.querySelectorAll('section > p:not([class])')].map((text) => frame.contentWindow.getComputedStyle(text));
      return { large: styles.every(({ fontSize }) => parseFloat(fontSize) * 72 / 96 > 8.49), bold: plain.some(({ fontWeight }) => fontWeight !== '400') };`;
    expect(await foundIn(script)).toEqual(Object.keys(RESULTS).map(() => ({ large: true, bold: false })));
  });

  test.each([
    ['the longest result', 'longest', 'es', 'Letter'],
    ['the longest result', 'longest', 'es', 'A4'],
    ['the longest result', 'longest', 'en', 'Letter'],
    ['one with little known', 'unsure', 'es', 'Letter'],
    ['an emergency', 'emergency', 'en', 'A4'],
  ] as const)('%s fits on two sheets of paper: %s, %s, %s', async (_what, result, language, paper) => {
    const page = withoutPolicy(pageOf(RESULTS[result] ?? {}, language)).replace('@page {', `@page { size: ${paper};`);
    const file = path.join(folderWith(), 'page.html');
    writeFileSync(file, page);
    expect(await sheets(pathToFileURL(file).href)).toBe(2);
  });
});
