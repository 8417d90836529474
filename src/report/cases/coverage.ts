import { visible } from '../../messages/visible.ts';
import type { Place } from '../../model/problem.ts';
import { suggestionsText, type SuggestedCase } from './suggestions.ts';

/** Something that cases should show of a rule set; `docs/coverage.md` defines each kind. */
export interface CoveredThing {
  readonly kind: 'rule' | 'option' | 'level' | 'urgency' | 'part' | 'edge';
  readonly rule?: string;
  readonly name: string;
  readonly standing: 'met' | 'open' | 'impossible';
  /** Of a part or an edge: the sides that no case shows. */
  readonly missing: readonly string[];
  readonly place: Place;
}

/** What the cases show of one rule set. */
export interface CoverageReport {
  readonly ruleSet: { readonly id: string; readonly version: string; readonly digest: string };
  readonly file: string;
  /** Met, of what is possible. */
  readonly percent: number;
  readonly things: readonly CoveredThing[];
  readonly suggestions: readonly SuggestedCase[];
}

const KINDS = { rule: 'rules', option: 'options', level: 'levels', urgency: 'urgencies', part: 'parts of conditions', edge: 'edges of conditions' } as const;

/** The figures, what is open and what is impossible, and cases to paste. */
export function coverageText(reports: readonly CoverageReport[]): string {
  return reports.map(reportText).join('');
}

/** The same as a value for JSON. */
export function coverageValue(reports: readonly CoverageReport[]): unknown {
  return reports.map(({ ruleSet, file, percent, things, suggestions }) => ({
    ruleSet,
    file,
    percent,
    totals: totals(things),
    open: things.filter(({ standing }) => standing === 'open').map(thingValue),
    impossible: things.filter(({ standing }) => standing === 'impossible').map(thingValue),
    suggestions: suggestions.map(({ near, ...suggestion }) => ({
      ...suggestion,
      ...(near && { near: { name: near.name, file: near.place.file, line: near.place.line, changed: near.changed } }),
    })),
  }));
}

/** Percent, cut rather than rounded: 100 stands for all and nothing less. */
export function percentText(percent: number): string {
  return `${Math.floor(percent * 10) / 10}%`;
}

function reportText({ file, percent, things, suggestions }: CoverageReport): string {
  const having = (wanted: CoveredThing['standing']): readonly CoveredThing[] => things.filter(({ standing }) => standing === wanted);
  const impossible = having('impossible');
  const lines = [
    `coverage of ${visible(file)}: ${percentText(percent)}`,
    ...totals(things).map((total) => `  ${KINDS[total.kind].padEnd(KINDS.edge.length)}  ${total.met} of ${total.possible}`),
    ...having('open').map((thing) => `${placeText(thing.place)}: ${openText(thing)}`),
    ...(impossible.length > 0 ? ['impossible, and so not counted:', ...impossible.map((thing) => `  ${placeText(thing.place)}: ${nameText(thing)}`)] : []),
  ];
  return `${lines.join('\n')}\n${suggestionsText(suggestions)}`;
}

function totals(things: readonly CoveredThing[]): readonly { readonly kind: CoveredThing['kind']; readonly met: number; readonly possible: number; readonly impossible: number }[] {
  return (Object.keys(KINDS) as CoveredThing['kind'][]).map((kind) => {
    const count = (wanted: CoveredThing['standing']): number => things.filter((thing) => thing.kind === kind && thing.standing === wanted).length;
    return { kind, met: count('met'), possible: count('met') + count('open'), impossible: count('impossible') };
  });
}

function openText(thing: CoveredThing): string {
  switch (thing.kind) {
    case 'rule':
      return `rule \`${thing.name}\` decides no case`;
    case 'option':
      return `no case has \`${thing.name}\``;
    case 'level':
    case 'urgency':
      return `no case gets the ${thing.kind} \`${thing.name}\``;
    case 'part':
      return `${nameText(thing)}: no case turns on it being ${thing.missing.join(' or ')}`;
    case 'edge':
      return `${nameText(thing)}: no case turns on ${thing.missing.map((side) => `\`${side}\``).join(' or ')}`;
  }
}

function nameText({ kind, rule, name }: CoveredThing): string {
  return rule === undefined || kind === 'rule' ? `${kind} \`${name}\`` : `rule \`${rule}\`, ${kind} \`${name}\``;
}

function placeText({ file, line, column }: Place): string {
  return `${visible(file)}:${line}:${column}`;
}

function thingValue({ kind, rule, name, missing, place }: CoveredThing): unknown {
  return { kind, ...(rule !== undefined && { rule }), name, ...(missing.length > 0 && { missing }), line: place.line };
}
