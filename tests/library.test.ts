import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { execa } from 'execa';
import { rolldown } from 'rolldown';
import { describe, expect, test } from 'vitest';
import { CHROMIUM, rendered } from './browser.ts';
import { folderWith } from './cli/folder.ts';
import { built, MODERATE, ROOT } from './cli/program.ts';

/** A folder of someone who has installed the package. */
function installed(files: Readonly<Record<string, string>>): string {
  const folder = folderWith({ 'package.json': '{"type":"module"}', ...files });
  mkdirSync(path.join(folder, 'node_modules'));
  symlinkSync(ROOT, path.join(folder, 'node_modules/level-of-care'));
  return folder;
}

async function node(script: string, files: Readonly<Record<string, string>> = {}): Promise<unknown> {
  const { stdout, stderr } = await execa(process.execPath, ['main.js'], { cwd: installed({ ...files, 'main.js': script }) });
  expect(stderr).toBe('');
  return stdout === '' ? undefined : JSON.parse(stdout);
}

async function assessment(...args: readonly string[]): Promise<unknown> {
  return JSON.parse((await built(['assess', ...args, '--answers', '-', '--json'], { input: JSON.stringify(MODERATE) })).stdout);
}

describe('in Node', () => {
  test('says what the program says', async () => {
    const script = `
      import { answersFrom, assess, loadRuleSet } from 'level-of-care';
      const ruleSet = await loadRuleSet('adult');
      console.log(JSON.stringify(assess(ruleSet, answersFrom(ruleSet, ${JSON.stringify(MODERATE)}))));`;
    // The program adds what it takes the whole rule set to find out.
    expect(await assessment()).toMatchObject((await node(script)) as object);
  });

  test('reads a rule set from a file, and tells all that is wrong with another', async () => {
    const script = `
      import { InvalidInput, loadRuleSet, parseRuleSet } from 'level-of-care';
      const { id } = await loadRuleSet('my.yaml');
      const problems = async (loading) => loading.then(() => [], (error) => error instanceof InvalidInput ? error.problems.map(({ code, place }) => [code, place?.line]) : String(error));
      console.log(JSON.stringify([id, await problems(loadRuleSet('nothing.yaml')), await problems(parseRuleSet('ruleSet: a\\nversion: one'))]));`;
    const folder = folderWith();
    await built(['rules', 'init', 'my.yaml'], { cwd: folder });
    const [id, missing, wrong] = (await node(script, { 'my.yaml': readFileSync(path.join(folder, 'my.yaml'), 'utf8') })) as [string, unknown, unknown[]];
    expect(id).toBe('my');
    expect(missing).toEqual([['cannot-read', null]]);
    expect(wrong).toContainEqual(['bad-version', 2]);
  });

  test('refuses answers that do not fit, all at once', async () => {
    const script = `
      import { answersFrom, loadRuleSet } from 'level-of-care';
      const ruleSet = await loadRuleSet('audit-c');
      try { answersFrom(ruleSet, { often: 'nevr', drinks: 1 }, { partial: true }); } catch (error) { console.log(JSON.stringify(error.problems.map(({ code }) => code))); }`;
    expect(await node(script)).toEqual(['unknown-question', 'unknown-option']);
  });

  test('does nothing by itself, and hands out rule sets and schemas as JSON', async () => {
    expect(await node(`await import('level-of-care');`)).toBeUndefined();
    const script = `
      import adult from 'level-of-care/rules/adult.json' with { type: 'json' };
      import schema from 'level-of-care/schemas/cases.json' with { type: 'json' };
      console.log(JSON.stringify([adult.id, schema.title]));`;
    const { stdout } = await execa(process.execPath, ['--no-warnings', 'main.js'], { cwd: installed({ 'main.js': script }) });
    expect(JSON.parse(stdout)).toEqual(['adult', 'Cases for a rule set']);
  });
});

const CONSUMER = `
  import { answersFrom, assess, InvalidInput, nextQuestion, type Assessment, type RuleSet, verdict } from 'level-of-care';
  export function levelOf(ruleSet: RuleSet): string | null {
    const result: Assessment = assess(ruleSet, answersFrom(ruleSet, { age: 'adult' }, { partial: true }));
    const asked: string | undefined = nextQuestion(ruleSet, result.answers);
    // @ts-expect-error -- there is no such urgency
    if (result.urgency === 'later') throw new InvalidInput([]);
    return asked ?? verdict(ruleSet, {}).level;
  }`;

describe('its types', () => {
  const tsc = path.join(ROOT, 'node_modules/typescript/bin/tsc');

  test.each([
    ['in Node', ['--module', 'nodenext']],
    ['in a bundler, for a browser', ['--module', 'esnext', '--moduleResolution', 'bundler', '--customConditions', 'browser']],
  ])('fit %s', async (_, flags) => {
    const cwd = installed({ 'consumer.ts': CONSUMER });
    const { stdout } = await execa(process.execPath, [tsc, '--noEmit', '--strict', '--target', 'es2023', '--types', '', ...flags, 'consumer.ts'], { cwd, reject: false });
    expect(stdout).toBe('');
  });

  test('know that a browser reads no files', async () => {
    const cwd = installed({ 'consumer.ts': `import { loadRuleSet } from 'level-of-care';\nexport default loadRuleSet;\n` });
    const flags = ['--module', 'esnext', '--moduleResolution', 'bundler', '--customConditions', 'browser'];
    const { stdout } = await execa(process.execPath, [tsc, '--noEmit', '--strict', '--target', 'es2023', '--types', '', ...flags, 'consumer.ts'], { cwd, reject: false });
    expect(stdout).toContain("no exported member 'loadRuleSet'");
  });
});

describe('in a browser', () => {
  const page = `
    import { answersFrom, assess } from 'level-of-care';
    import adult from 'level-of-care/rules/adult.json';
    const result = assess(adult, answersFrom(adult, ${JSON.stringify(MODERATE)}));
    document.getElementById('result').textContent = [result.level, result.urgency, ...result.decidedBy.map(({ rule }) => rule)].join(' ');`;

  async function bundled(): Promise<string> {
    const cwd = installed({ 'page.js': page });
    const bundle = await rolldown({ cwd, input: './page.js', platform: 'browser' });
    const { output } = await bundle.generate({ format: 'iife' });
    return output[0].code;
  }

  test('bundles without anything of Node', async () => {
    expect(await bundled()).not.toMatch(/node:|process\.|require\(/);
  });

  test.skipIf(CHROMIUM === undefined)('runs, and says the same', { timeout: 60_000 }, async () => {
    const html = `<!doctype html><p id="result"></p><script>${(await bundled()).replaceAll('</', String.raw`<\/`)}</script>`;
    const document = await rendered(pathToFileURL(path.join(folderWith({ 'page.html': html }), 'page.html')).href);
    const { level, urgency, decidedBy } = (await assessment()) as { level: string; urgency: string; decidedBy: { rule: string }[] };
    expect(document).toContain(`<p id="result">${[level, urgency, ...decidedBy.map(({ rule }) => rule)].join(' ')}</p>`);
  });
});
