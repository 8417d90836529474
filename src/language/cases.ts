import { z } from 'zod';
import type { Case, CaseFile } from '../model/case.ts';
import type { Read } from '../model/problem.ts';
import type { RuleSet } from '../model/rule-set.ts';
import { caseFile } from '../schema/cases.ts';
import { readCase } from './case.ts';
import { freeze } from './freeze.ts';
import { Page } from './page.ts';
import { checkShape } from './shape.ts';
import { text } from './texts.ts';
import { child, items, type Node } from './tree.ts';
import { readYaml } from './yaml.ts';

const shape = caseFile(z.record(z.string(), z.unknown()));

/**
 * Reads a file of cases against the rule set that it names; `ruleSetAt` gets the path as written in the file. The
 * problems of the rule set are given back with those of the cases.
 */
export function readCases(yaml: string, file: string, ruleSetAt: (path: string) => Read<RuleSet>): Read<CaseFile> {
  const page = new Page(yaml, file);
  const root = readYaml(page);
  if (root === undefined) return page.refused();
  if (child(root, 'rules') !== undefined && child(root, 'cases') === undefined) {
    page.refuse('wrong-type', root.start, 'this is a rule set, not a file of cases', 'hand it to `rules check`, or name its cases');
    return page.refused();
  }
  checkShape(page, root, shape);
  const path = text(root, 'ruleSet');
  if (path === '') return page.refused();
  const ruleSet = ruleSetAt(path);
  if (!ruleSet.ok) return { ok: false, problems: [...page.refused().problems, ...ruleSet.problems] };
  const cases = readAll(page, items(child(root, 'cases')), ruleSet.value);
  return page.read(() => freeze({ file, ruleSet: path, cases }));
}

function readAll(page: Page, nodes: readonly Node[], ruleSet: RuleSet): Case[] {
  const names = new Set<string>();
  return nodes.map((node) => {
    const read = readCase(page, node, ruleSet);
    if (read.name !== '' && names.has(read.name)) page.refuse('duplicate-id', node.start, 'another case above has the same name');
    names.add(read.name);
    return read;
  });
}
