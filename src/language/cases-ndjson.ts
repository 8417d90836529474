import { z } from 'zod';
import type { Case } from '../model/case.ts';
import type { Place, Problem, Read } from '../model/problem.ts';
import type { RuleSet } from '../model/rule-set.ts';
import { caseOf } from '../schema/cases.ts';
import { readCase } from './case.ts';
import { freeze } from './freeze.ts';
import { readJson } from './json.ts';
import { Page } from './page.ts';
import { checkShape } from './shape.ts';

const shape = caseOf(z.record(z.string(), z.unknown()));

/** Reads cases that stand one on a line, as JSON. Blank lines are skipped; the problems of all lines come at once. */
export function readCasesNdjson(ndjson: string, file: string, ruleSet: RuleSet): Read<readonly Case[]> {
  const problems: Problem[] = [];
  const cases: Case[] = [];
  const names = new Set<string>();
  for (const [index, text] of ndjson.split(/\r?\n/).entries()) {
    if (text.trim() === '') continue;
    const at = (place: Place): Place => ({ ...place, line: index + 1 });
    const moved = (problem: Problem): Problem => (problem.place === undefined ? problem : { ...problem, place: at(problem.place) });
    const read = readLine(new Page(text, file), names, ruleSet);
    if (read.ok) cases.push({ ...read.value, place: at(read.value.place) });
    else problems.push(...read.problems.map(moved));
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: freeze(cases) };
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
