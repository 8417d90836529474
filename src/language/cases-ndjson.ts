import { z } from 'zod';
import type { Case } from '../model/case.ts';
import type { Place, Problem, Read } from '../model/problem.ts';
import type { RuleSet } from '../model/rule-set.ts';
import { caseOf } from '../schema/cases.ts';
import { readCase } from './case.ts';
import { freeze } from './freeze.ts';
import { readJson } from './json.ts';
import { MOST_PROBLEMS, Page } from './page.ts';
import { checkShape } from './shape.ts';

const shape = caseOf(z.record(z.string(), z.unknown()));

/** Reads cases that stand one on a line, as JSON. Blank lines are skipped; problems come at once, a thousand at most. */
export function readCasesNdjson(ndjson: string, file: string, ruleSet: RuleSet): Read<readonly Case[]> {
  const problems: Problem[] = [];
  const cases: Case[] = [];
  const names = new Set<string>();
  for (const [line, text] of linesOf(ndjson)) {
    if (text.trim() === '') continue;
    if (problems.length >= MOST_PROBLEMS) break;
    const at = (place: Place): Place => ({ ...place, line });
    const moved = (problem: Problem): Problem => ({ ...problem, place: at(problem.place as Place) });
    const read = readLine(new Page(text, file), names, ruleSet);
    if (read.ok) cases.push({ ...read.value, place: at(read.value.place) });
    else problems.push(...read.problems.map(moved));
  }
  return problems.length > 0 ? { ok: false, problems: problems.slice(0, MOST_PROBLEMS) } : { ok: true, value: freeze(cases) };
}

/** Each line with its number, one at a time: there can be millions. */
function* linesOf(text: string): Generator<readonly [number, string]> {
  for (let [line, start] = [1, 0]; start <= text.length; line += 1) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    yield [line, text.slice(start, end).replace(/\r$/, '')];
    start = end + 1;
  }
}

/** The line is a page of its own, so its places count from its start. */
function readLine(page: Page, names: Set<string>, ruleSet: RuleSet): Read<Case> {
  const root = readJson(page);
  if (root === undefined) return page.refused();
  checkShape(page, root, shape);
  const read = readCase(page, root, ruleSet);
  if (names.has(read.name)) page.refuse('duplicate-id', root.start, 'another case above has the same name');
  names.add(read.name);
  return page.read(() => read);
}
