import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { en } from '../../src/messages/en.ts';
import { es } from '../../src/messages/es.ts';
import type { PrintedAssessment } from '../../src/model/assessment.ts';
import { folderWith } from './folder.ts';
import { onSource } from './on-source.ts';
import { type Ended, levelOfCare, MODERATE, ROOT } from './program.ts';

const INPUT = JSON.stringify(MODERATE);
const SMALL = path.join(ROOT, 'tests/fixtures/small.yaml');

/** The line below help, which stands first. */
async function firstHeading(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<string> {
  const { stdout } = await levelOfCare(['--answers', '-', ...args], { input: INPUT, env });
  return stdout.split('\n\n')[1]?.split('\n')[0] ?? '';
}

describe('the language', () => {
  test.each<[string, Readonly<Record<string, string>>, readonly string[], string]>([
    ['of the flag', {}, ['--lang', 'es'], es.messages.resultHeading],
    ['of the flag, before that of the system', { LANG: 'es_US.UTF-8' }, ['--lang', 'en'], en.resultHeading],
    ['of the system', { LANG: 'es_MX.UTF-8' }, [], es.messages.resultHeading],
    ['of LC_MESSAGES before LANG', { LANG: 'en_US.UTF-8', LC_MESSAGES: 'es' }, [], es.messages.resultHeading],
    ['of LC_ALL before all', { LANG: 'es_ES', LC_MESSAGES: 'es_ES', LC_ALL: 'C' }, [], en.resultHeading],
    ['is English where there is no other', { LANG: 'tr_TR.UTF-8' }, [], en.resultHeading],
    ['is not taken from a word that only begins alike', { LANG: 'esperanto' }, [], en.resultHeading],
  ])('%s', async (_what, env, args, expected) => {
    expect(await firstHeading(args, env)).toBe(expected);
  });

  test('of JSON is only ever asked for (H36)', async () => {
    const because = async (args: readonly string[], env = {}): Promise<string | undefined> =>
      (JSON.parse((await levelOfCare(['--answers', '-', '--json', ...args], { input: INPUT, env })).stdout) as PrintedAssessment).decidedBy[0]?.because;
    const english = await because([]);
    expect(await because([], { LANG: 'es_US.UTF-8' })).toBe(english);
    expect(await because(['--lang', 'es'])).toMatch(/^Sus síntomas/);
  });

  test('changes no result (H37)', async () => {
    const [english, spanish] = await Promise.all(
      [[], ['--lang', 'es']].map(async (args) => JSON.parse((await levelOfCare(['--answers', '-', '--json', ...args], { input: INPUT })).stdout) as PrintedAssessment),
    );
    const { ruleSet, level, urgency, answers } = english as PrintedAssessment;
    expect(spanish).toMatchObject({ ruleSet, level, urgency, answers });
  });

  test('reaches every format', async () => {
    for (const format of ['text', 'markdown', 'html', 'fhir']) {
      const { stdout } = await levelOfCare(['--answers', '-', '--lang', 'es', '--format', format], { input: INPUT });
      expect(stdout).toContain('Sus síntomas');
      expect(stdout).not.toMatch(/Your |symptoms/);
    }
  });

  test('reaches the whole interview', async () => {
    const { stdout, stderr } = await levelOfCare(['--plain', '--lang', 'es'], { input: '\n1\n1\n2\n1\n1\n1\n1\n1\n2\n3\n1\no\nr\n' });
    expect(stdout).toContain(es.messages.resultHeading);
    expect(stderr).toContain('Pregunta 12 de 12');
    for (const text of [en.why, en.back, en.leave, en.yourAnswer, en.chooseOne, en.reviewHeading]) expect(stderr).not.toContain(text);
  });

  test('reaches the help of `assess`', async () => {
    const { stdout } = await levelOfCare(['assess', '--help', '--lang', 'es']);
    for (const word of ['Ejemplos:', 'Uso:', 'Opciones:', '¿Cómo está su salud física?', es.messages.flagHelp]) expect(stdout.replaceAll(/\s+/g, ' ')).toContain(word);
    expect(stdout).not.toMatch(/Examples|Usage|Options|choices|default|the result|<file>/);
  });
});

describe('a rule set of one\'s own', () => {
  const text = readFileSync(SMALL, 'utf8');

  test('speaks a language of the system only where it has texts in it', async () => {
    const answers = { input: 'phq: 1\nhome: steady\n', env: { LANG: 'es_US.UTF-8' } };
    const { stdout } = await levelOfCare(['--rules', SMALL, '--answers', '-'], answers);
    expect(stdout).toContain(en.resultHeading);
    const asked = await levelOfCare(['--rules', SMALL, '--answers', '-', '--lang', 'es'], answers);
    expect(asked.stdout).toContain(es.messages.resultHeading);
    expect(asked.stderr).toBe('aviso: estas preguntas no están traducidas');
  });

  test('has its texts beside it, and their problems are told', async () => {
    const folder = folderWith({ 'own.yaml': text, 'own.es.yaml': 'ruleSet: small\nversion: 9.9.9\n' });
    const { exitCode, stdout, stderr } = await levelOfCare(['--rules', 'own.yaml', '--lang', 'es', '--answers', '-'], { cwd: folder, input: 'phq: 1\nhome: steady\n' });
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain('own.es.yaml:');
  });
});

describe('problems in Spanish', () => {
  const spanish = (args: readonly string[], input?: string): Promise<Ended> => onSource([...args, '--lang', 'es'], ROOT, input === undefined ? {} : { input });

  const told: readonly (readonly [string, readonly string[], string | undefined, string])[] = [
    ['a missing answer', ['--severity', 'mild'], undefined, 'falta la respuesta a `age`, `safety`'],
    ['an unknown option', ['--severity', 'mildd'], undefined, '¿quiso decir `mild`?'],
    ['an unknown question', ['--answers', '-'], '{"hom":"stable"}', 'no hay ninguna pregunta `hom`'],
    ['a wrong type', ['--answers', '-'], '{"severity":[]}', '`severity` toma una sola respuesta, no una lista'],
    ['a value of another type, named in Spanish too', ['--answers', '-'], '{"severity":null}', '`severity` toma una opción, no nada'],
    ['broken JSON', ['--answers', '-'], '{"severity":"mild"', 'aquí falta una llave de cierre'],
    ['YAML that another program describes', ['--answers', '-'], 'severity: "mild\n', 'el texto no es YAML'],
    ['a YAML anchor', ['--answers', '-'], 'severity: &a mild\n', 'no se toman anclas'],
    ['a duplicate key', ['--answers', '-'], '{"home":"stable","home":"stable"}', '`home` está aquí dos veces'],
    ['a missing file', ['--answers', 'nowhere.json'], undefined, 'no hay ningún archivo `nowhere.json`'],
    ['a folder', ['--answers', '.'], undefined, '`.` es una carpeta'],
    ['a result for answers', ['--answers', '-'], '{"schemaVersion":1}', 'esto es un resultado'],
    ['a FHIR resource without answers', ['--answers', '-'], '{"resourceType":"Patient"}', 'este recurso de FHIR no tiene respuestas'],
    ['an unknown flag', ['--severty', 'mild'], undefined, 'aquí no hay ninguna opción `--severty`'],
    ['a format that does not exist', ['--format', 'xml'], undefined, 'no toma `xml`'],
    ['two formats', ['--json', '--format', 'text'], undefined, 'no va junto con'],
    ['an unknown command', ['asess'], undefined, 'no hay ningún comando `asess`'],
    ['no terminal', [], undefined, 'no hay respuestas, ni una terminal'],
    ['an unknown level', ['--explain', 'ipo', '--severity', 'mild'], undefined, 'no hay ningún nivel `ipo`'],
    ['an output that cannot be written', ['--severity', 'mild', '--partial', '--output', 'nowhere/x.txt'], undefined, 'no hay ninguna carpeta para `nowhere/x.txt`'],
  ];

  test.each(told)('%s', async (_what, args, input, expected) => {
    const { exitCode, stdout, stderr } = await spanish(args, input);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(expected);
    expect(stderr.replaceAll('not-sure', '')).not.toMatch(/^\s*help:|\b(?:the|is|not|there|answer|takes)\b/m);
  });
});
