import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Command, Option } from 'commander';
import { writeAll } from '../files/output.ts';
import { en } from '../messages/en.ts';
import type { Messages } from '../messages/messages.ts';
import type { ProblemWords } from '../messages/problem-words.ts';
import type { Problem } from '../model/problem.ts';
import type { RuleSet } from '../model/rule-set.ts';
import { problemsText } from '../report/problems.ts';
import { ruleSetInUse, translatedRuleSet } from './rule-set-source.ts';
import type { Surroundings } from './verb.ts';

const ENGLISH = 'en';

/** What the program itself says to a person, in one language. */
export interface Language {
  readonly messages: Messages;
  /** How problems are told; absent for English, in which they are made. */
  readonly problems?: ProblemWords;
}

/** The rule set in use, and the language in which it speaks to the person. */
export interface Speech {
  readonly ruleSet: RuleSet;
  readonly language: Language;
}

/**
 * `--lang` chooses the language of the program, and of the rule set where that has texts in it. The locale chooses for
 * people alone, never for JSON, and only where the rule set speaks the language too: half a translation helps nobody.
 */
export async function speech(surroundings: Surroundings): Promise<Speech> {
  const ruleSet = await ruleSetInUse(surroundings);
  const { language, isAsked } = wanted(surroundings);
  const translated = language === ENGLISH ? undefined : await translatedRuleSet(surroundings, ruleSet, language);
  if (translated === undefined && !isAsked) return { ruleSet, language: { messages: en } };
  if (translated === undefined && language !== ENGLISH) await tellOfMixture(surroundings);
  return { ruleSet: translated ?? ruleSet, language: languageOf(surroundings, language) };
}

/** Asked for a language that the rule set does not speak, the program speaks it alone. */
async function tellOfMixture(surroundings: Surroundings): Promise<void> {
  const problem: Problem = { code: 'missing-text', severity: 'warning', message: 'these questions are not translated' };
  const { inWords } = await import('../messages/problem-words.ts');
  const words = problemWords(surroundings);
  await writeAll(surroundings.host.stderr, words === undefined ? problemsText([problem]) : problemsText([inWords(problem, words)], words));
}

/** Declares `--lang` for texts to read. */
export function declareLanguage(command: Command, surroundings: Surroundings): Command {
  return command.addOption(new Option('--lang <language>', 'the language of the texts; without it, that of the system').choices(languages(surroundings)));
}

/** How to tell this person of problems; undefined for English. */
export function problemWords(surroundings: Surroundings): ProblemWords | undefined {
  return languageOf(surroundings, wanted(surroundings).language).problems;
}

/** The languages that there are message files for, English first. */
function languages({ packageFolder }: Surroundings): readonly string[] {
  const folder = messageFolder(packageFolder);
  const others = existsSync(folder) ? readdirSync(folder).map((file) => path.basename(file, '.json')) : [];
  return [ENGLISH, ...others.toSorted()];
}

/** Flags are looked at before they are parsed, because help and problems have a language too. */
function wanted(surroundings: Surroundings): { readonly language: string; readonly isAsked: boolean } {
  const { host, argv } = surroundings;
  const options = { lang: { type: 'string' }, format: { type: 'string' }, json: { type: 'boolean' } } as const;
  const { lang, format = '', json } = parseArgs({ args: [...argv], options, strict: false }).values;
  const known = languages(surroundings);
  if (typeof lang === 'string') return { language: known.includes(lang) ? lang : ENGLISH, isAsked: true };
  const isData = json === true || ['json', 'fhir'].includes(String(format));
  const locale = ['LC_ALL', 'LC_MESSAGES', 'LANG'].map((name) => host.env[name] ?? '').find((value) => value !== '') ?? '';
  const [language = ''] = /^[a-z]+(?=[_.@-]|$)/i.exec(locale)?.map((name) => name.toLowerCase()) ?? [];
  return { language: !isData && known.includes(language) ? language : ENGLISH, isAsked: false };
}

function languageOf({ packageFolder }: Surroundings, language: string): Language {
  if (language === ENGLISH) return { messages: en };
  return JSON.parse(readFileSync(path.join(messageFolder(packageFolder), `${language}.json`), 'utf8')) as Language;
}

function messageFolder(packageFolder: string): string {
  return path.join(packageFolder, 'dist/messages');
}
