import type { Answer, Answers } from '../model/answers.ts';
import type { Place, Problem, ProblemCode, Read } from '../model/problem.ts';
import type { RuleSet } from '../model/rule-set.ts';
import { type GivenAnswer, readAnswer, type Refuse } from './answer.ts';
import { freeze } from './freeze.ts';
import { shorten, validNames } from './nearest.ts';
import { Page } from './page.ts';
import { child, entries, plain, type Node } from './tree.ts';

export type { GivenAnswer } from './answer.ts';

export interface AnswersOptions {
  /** Required questions may stay unanswered. */
  readonly partial?: boolean;
}

/** Answers; where some are wrong or missing, all problems, and those that are valid by themselves. */
type CheckedAnswers = { readonly ok: true; readonly value: Answers } | { readonly ok: false; readonly problems: readonly Problem[]; readonly valid: Answers };

/** The same, or the problems of a text that holds no answers. */
export type AnswersRead = CheckedAnswers | (Read<never> & { readonly valid?: never });

/**
 * Reads a file of answers: JSON when its name ends in `.json`, YAML when in `.yaml` or `.yml`; else JSON when it starts
 * with a brace or bracket and is JSON, and YAML otherwise. A FHIR QuestionnaireResponse is taken too. What only some files need is loaded for them alone.
 */
export async function readAnswers(
  ruleSet: RuleSet,
  text: string,
  file: string,
  options: AnswersOptions = {},
): Promise<AnswersRead> {
  const plainly = readPlainly(ruleSet, text, file, options);
  if (plainly?.ok === true) return plainly;
  const { page, root } = await readPage(text, file);
  if (root === undefined) return page.refused();
  if (root.kind !== 'map') page.refuse('wrong-type', root.start, 'answers are a map of questions to options');
  else if (root.entries.has('schemaVersion')) {
    page.refuse('wrong-type', root.start, 'this is a result, not answers', 'hand in what it holds under `answers`');
  }
  if (!page.clean) return page.refused();
  const answers = checkAnswers(ruleSet, await givenBy(page, ruleSet, root), options);
  if (answers.ok) return page.clean ? answers : page.refused();
  page.add(answers.problems);
  return { ...page.refused(), valid: answers.valid };
}

/**
 * A plain map of texts and numbers in JSON, which most files of answers are, without the parser that knows places. The text
 * is such a map, with no key twice, if it is what the map is written as but for blanks between; undefined if it is not.
 */
function readPlainly(ruleSet: RuleSet, text: string, file: string, options: AnswersOptions): AnswersRead | undefined {
  if (/\.ya?ml$/i.test(file)) return undefined;
  try {
    const map: unknown = JSON.parse(text);
    if (!text.startsWith('{') || JSON.stringify(map) !== text.replaceAll(/[\t\n\r ]/g, '')) return undefined;
    return checkAnswers(ruleSet, Object.entries(map as object).map(([question, value]) => ({ question, value })), options);
  } catch {
    return undefined;
  }
}

/** By the name of the file; where that says nothing, a text that begins like JSON and is none may still be YAML. */
async function readPage(text: string, file: string): Promise<{ readonly page: Page; readonly root: Node | undefined }> {
  const [, extension] = /\.(json|ya?ml)$/i.exec(file)?.map((part) => part.toLowerCase()) ?? [];
  const page = new Page(text, file);
  if (extension === 'json') return { page, root: (await import('./json.ts')).readJson(page) };
  const maybeJson = extension === undefined && /^\s*[[{]/.test(text);
  if (!maybeJson) return { page, root: (await import('./yaml.ts')).readYaml(page) };
  const root = (await import('./json.ts')).readJson(page);
  if (root !== undefined || page.refused().problems.some(({ code }) => code !== 'json-syntax')) return { page, root };
  const other = new Page(text, file);
  const fromYaml = (await import('./yaml.ts')).readYaml(other);
  return fromYaml === undefined ? { page, root } : { page: other, root: fromYaml };
}

/** A FHIR resource says so; no question has an id like that key. */
async function givenBy(page: Page, ruleSet: RuleSet, root: Node): Promise<readonly GivenAnswer[]> {
  if (child(root, 'resourceType') === undefined) return givenIn(page, root);
  return (await import('./fhir-response.ts')).givenInResponse(page, ruleSet, root);
}

/** The answers that a map holds, each with its places. */
export function givenIn(page: Page, map: Node | undefined): readonly GivenAnswer[] {
  return entries(map).map(({ key, keyStart, node }) => ({
    question: key,
    value: plain(node),
    place: page.placeAt(keyStart),
    valuePlace: page.placeAt(node.start),
  }));
}

/**
 * The answers in the order of the rule set's questions, or all that is wrong with them. Needs no other part of the
 * language than this, so that a result from the built-in rule set is quick.
 */
export function checkAnswers(ruleSet: RuleSet, given: readonly GivenAnswer[], { partial = false }: AnswersOptions = {}): CheckedAnswers {
  const problems = given.flatMap((answer) => unknownQuestion(ruleSet, answer));
  const answers: [string, Answer][] = [];
  const missing: string[] = [];
  for (const question of ruleSet.questions) {
    const answer = given.find((each) => each.question === question.id);
    if (answer) {
      const { value, at = question.id, place, valuePlace = place } = answer;
      const before = problems.length;
      const refuse: Refuse = (code, message, help) => problems.push(problem(code, message, help, valuePlace));
      const read = readAnswer(question, value, at, refuse);
      if (problems.length === before) answers.push([question.id, read]);
    } else if (question.kind !== 'note') missing.push(question.id);
  }
  if (missing.length > 0 && !partial) problems.push(unanswered(missing));
  const valid = freeze(Object.fromEntries(answers));
  return problems.length > 0 ? { ok: false, problems, valid } : { ok: true, value: valid };
}

function unknownQuestion(ruleSet: RuleSet, { question, place, at = question }: GivenAnswer): Problem[] {
  const ids = ruleSet.questions.map(({ id }) => id);
  if (ids.includes(question)) return [];
  return [problem('unknown-question', `there is no question \`${shorten(at)}\``, validNames(question, ids), place)];
}

function unanswered(questions: readonly string[]): Problem {
  const list = questions.map((id) => `\`${id}\``).join(', ');
  return problem('unanswered', `no answer to ${list}`, 'answer them, or add `--partial` to see what is still possible');
}

function problem(code: ProblemCode, message: string, help?: string, place?: Place): Problem {
  return { code, severity: 'error', message, ...(help !== undefined && { help }), ...(place && { place }) };
}
