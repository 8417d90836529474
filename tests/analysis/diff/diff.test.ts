import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MEASURES } from '../../../src/analysis/diff/change.ts';
import { comparisonOf, diff } from '../../../src/analysis/diff/diff.ts';
import { type Bounds, BOUNDS } from '../../../src/analysis/diff/bounds.ts';
import { verdict } from '../../../src/engine/verdict.ts';
import type { CountedEffect, Difference, Measure, Result } from '../../../src/model/difference.ts';
import { NOT_SURE, type RuleSet, URGENCIES } from '../../../src/model/rule-set.ts';
import { mayChange, mayLower } from '../../../src/analysis/diff/raised.ts';
import { adult } from '../../rule-sets.ts';
import { isIn, type Joined, joined, type Versions, versions } from './pairs.ts';

const stateOf = ({ status, level, urgency }: Result): string => `${level ?? status} ${urgency}`;
const stepOf = ({ from, to }: { readonly from: Result; readonly to: Result }): string => `${stateOf(from)} > ${stateOf(to)}`;
const isChanged = ({ from, to }: Joined): boolean => stateOf(from) !== stateOf(to);

const nameIn = (measure: Measure, { level, status, urgency }: Result): string => (measure === 'level' ? (level ?? status) : urgency);

function isLoweredIn(measure: Measure, { levels }: Pick<Difference, 'levels'>, { from, to }: Joined): boolean {
  const order: readonly string[] = measure === 'level' ? levels : URGENCIES;
  return order.indexOf(nameIn(measure, to)) < order.indexOf(nameIn(measure, from));
}

function isLowered(difference: Difference, each: Joined): boolean {
  return MEASURES.some((measure) => isLoweredIn(measure, difference, each));
}

function counted(difference: Difference): CountedEffect {
  if (difference.effect.how !== 'counted') throw new Error('not counted');
  return difference.effect;
}

const number = (of: readonly unknown[]): bigint => BigInt(of.length);

function checkAll(pair: Versions): void {
  const difference = diff(...pair);
  const effect = counted(difference);
  const all = joined(pair);
  const changed = all.filter(isChanged);
  const lowered = changed.filter((each) => isLowered(difference, each));
  expect([effect.compared, effect.changed, effect.lowered]).toEqual([all, changed, lowered].map(number));
  const cells = new Map<string, bigint>();
  for (const each of all) cells.set(stepOf(each), (cells.get(stepOf(each)) ?? 0n) + 1n);
  expect(new Map(effect.matrix.map((cell) => [stepOf(cell), cell.count]))).toEqual(cells);
  checkMoves(effect, all, difference, pair[1]);
  checkRules(effect, pair, all, difference);
  checkOthers(effect, pair[1], all);
}

/** Every move is told, with its exact number; its regions lie wholly in it, and what they leave out is counted. */
function checkMoves(effect: CountedEffect, all: readonly Joined[], difference: Difference, now: RuleSet): void {
  const moved = { level: 0, urgency: 0 };
  for (const { measure, from, to, lowered, count, regions, elsewhere } of effect.moves) {
    const members = all.filter((each) => nameIn(measure, each.from) === from && nameIn(measure, each.to) === to);
    moved[measure] += members.length;
    const covered = members.filter((member) => regions.some((region) => isIn(region, member, now)));
    expect([number(members), number(members) - number(covered)]).toEqual([count, elsewhere]);
    expect(members.every((member) => isLoweredIn(measure, difference, member) === lowered)).toBe(true);
    for (const region of regions) {
      const inside = all.filter((each) => isIn(region, each, now));
      expect([number(inside), inside.every((each) => members.includes(each))]).toEqual([region.count, true]);
    }
    expect(regions.map((region) => region.count)).toEqual(regions.map((region) => region.count).toSorted((a, b) => Number(b - a)));
  }
  const expected = (measure: Measure): number => all.filter(({ from, to }) => nameIn(measure, from) !== nameIn(measure, to)).length;
  expect(moved).toEqual({ level: expected('level'), urgency: expected('urgency') });
}

/** Rules that are not told hold for the very same, but for those whose "not sure" counts as something else now. */
function checkOthers(effect: CountedEffect, { rules }: RuleSet, all: readonly Joined[]): void {
  const others = rules.filter(({ id }) => !effect.rules.some(({ rule }) => rule === id));
  const sure = all.filter(({ answers }) => !Object.values(answers).includes(NOT_SURE));
  const fired = ({ decidedBy, alsoMatched }: Joined['from']): string[] => [...decidedBy, ...alsoMatched];
  const unlike = others.filter(({ id }) => sure.some(({ from, to }) => fired(from).includes(id) !== fired(to).includes(id)));
  expect(unlike.filter(({ id }) => !id.endsWith('-again'))).toEqual([]);
}

/** A rule decides a change: it asks for what something is raised to, and did not ask for as much; or the other way round. */
function checkRules(effect: CountedEffect, [old, now]: Versions, all: readonly Joined[], difference: Difference): void {
  const renamed = new Map(difference.parts.flatMap(({ part, id, was }) => (part === 'rule' && was !== undefined ? [[id, was]] : [])));
  const told = effect.moves.flatMap(({ measure, regions }) => regions.map((region) => ({ region, measure })));
  const fired = (rule: string, { decidedBy, alsoMatched }: Joined['from']): boolean => decidedBy.includes(rule) || alsoMatched.includes(rule);
  for (const { rule: id, decides, holds } of effect.rules) {
    const [before, after] = [old.rules.find((rule) => rule.id === (renamed.get(id) ?? id)), now.rules.find((rule) => rule.id === id)];
    const decided = (measure: Measure, each: Joined): boolean => {
      const order: readonly string[] = measure === 'level' ? difference.levels : URGENCIES;
      const asked = (rule: typeof before, result: Joined['from']): number => (rule !== undefined && fired(rule.id, result) ? order.indexOf(rule[measure]) : -1);
      const [was, is] = [asked(before, each.from), asked(after, each.to)];
      const [from, to] = [each.from, each.to].map((result) => order.indexOf(nameIn(measure, result)));
      if (nameIn(measure, each.from) === nameIn(measure, each.to) || from === to) return false;
      return isLoweredIn(measure, difference, each) ? was === from && is < was : is === to && was < is;
    };
    const deciding = all.filter((each) => decided('level', each) || decided('urgency', each));
    const lowering = all.filter((each) => MEASURES.some((measure) => decided(measure, each) && isLoweredIn(measure, difference, each)));
    expect(decides).toEqual({ changed: number(deciding), lowered: number(lowering) });
    for (const { region, measure } of told) expect(region.rules?.includes(id)).toBe(all.some((each) => isIn(region, each, now) && decided(measure, each)));
    const more = all.filter(({ from, to }) => fired(id, to) && !fired(before?.id ?? '', from));
    const fewer = all.filter(({ from, to }) => fired(before?.id ?? '', from) && !fired(id, to));
    expect(holds).toEqual(before && after ? { more: number(more), fewer: number(fewer) } : undefined);
  }
}

/** Where there is too much to look at everything: the same changes, and nothing of what stays. */
function checkAround(pair: Versions): void {
  const [whole, around] = [diff(...pair), diff(...pair, { ...BOUNDS, wholeNodes: 0 })].map(counted);
  const changes = whole?.matrix.filter((cell) => stateOf(cell.from) !== stateOf(cell.to));
  const told = ({ compared, changed, lowered, rules }: CountedEffect) => ({ compared, changed, lowered, rules });
  expect(around && told(around)).toEqual(whole && told(whole));
  expect(around?.matrix).toEqual(changes);
  expect(around?.moves.map(({ regions: _regions, elsewhere: _elsewhere, ...move }) => move)).toEqual(whole?.moves.map(({ regions: _regions, elsewhere: _elsewhere, ...move }) => move));
}

/** Whether anyone's level, and anyone's urgency, is lowered; then raised. */
function findings(pair: Versions, bounds: Bounds): readonly string[] {
  const { effect } = diff(...pair, { ...bounds, wholeNodes: 0, aroundNodes: 0 });
  if (effect.how !== 'proved') throw new Error('counted');
  expect(effect.findings.map(({ direction, measure }) => `${direction} ${measure}`)).toEqual(['lowered level', 'lowered urgency', 'raised level', 'raised urgency']);
  return effect.findings.map(({ found }) => found);
}

function expectedFindings(pair: Versions): readonly string[] {
  const { told } = comparisonOf(...pair);
  const all = joined(pair);
  const moves = (measure: Measure, lowered: boolean) => (each: Joined) => nameIn(measure, each.from) !== nameIn(measure, each.to) && isLoweredIn(measure, told, each) === lowered && isPlaced(measure, each);
  return [true, false].flatMap((lowered) => MEASURES.map((measure) => (all.some(moves(measure, lowered)) ? 'yes' : 'no')));
}

/** From one way of having no level to another nobody is moved up or down. */
function isPlaced(measure: Measure, { from, to }: Joined): boolean {
  return measure === 'urgency' || from.level !== to.level;
}

describe('one meaning: the difference and the naive evaluator agree', () => {
  test('on counts, matrix, regions and rules of random pairs of versions', () => {
    fc.assert(fc.property(versions(), checkAll), { numRuns: 250 });
  });

  test('on what changes where not every answer set is looked at', () => {
    fc.assert(fc.property(versions(), checkAround), { numRuns: 200 });
  });

  test('whatever the bounds: what is counted is exact', () => {
    fc.assert(
      fc.property(versions(), fc.integer({ min: 10, max: 200 }), fc.constantFrom(0, BOUNDS.pairs), (pair, nodes, pairs) => {
        const difference = diff(...pair, { ...BOUNDS, wholeNodes: nodes, aroundNodes: nodes, pairs });
        const { effect } = difference;
        if (effect.how === 'counted') checkMoves(effect, joined(pair), difference, pair[1]);
        expect(effect.how === 'counted' && effect.rules.length > 0 && effect.rules.every(({ decides }) => decides === null) ? pairs : 0).toBe(0);
      }),
      { numRuns: 200 },
    );
  });

  test('every witness shows its region when the engine assesses it', () => {
    fc.assert(
      fc.property(versions(), ([old, now]) => {
        for (const { witness, when } of counted(diff(old, now)).moves.flatMap(({ regions }) => regions)) {
          for (const [ruleSet, side] of [[old, witness.old], [now, witness.new]] as const) {
            const { status, level, urgency, decidedBy } = verdict(ruleSet, side.answers);
            expect({ status, level, urgency, decidedBy, answers: side.answers }).toEqual(side);
            for (const [id, allowed] of Object.entries(when)) if (id in side.answers) expect(allowed).toContain(side.answers[id]);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  test('where nothing is counted, on whether anyone is lowered or raised', () => {
    fc.assert(
      fc.property(versions(), (pair) => {
        expect(findings(pair, BOUNDS)).toEqual(expectedFindings(pair));
      }),
      { numRuns: 300 },
    );
  });

  test('where few steps are left to prove that, on all that is not unknown', () => {
    fc.assert(
      fc.property(versions(), (pair) => {
        const [told, expected] = [findings(pair, { ...BOUNDS, steps: 40, stepsPerRule: 10 }), expectedFindings(pair)];
        expect(told.filter((found, place) => found !== 'unknown' && found !== expected[place])).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

test('what cannot be settled within the bounds is unknown, and counts as a change', () => {
  const adultSet = adult();
  const now = { ...adultSet, rules: adultSet.rules.map((rule, place) => ({ ...rule, when: { test: 'all' as const, of: [rule.when] }, id: `r${place}` })) };
  const { effect } = diff(adultSet, now, { ...BOUNDS, wholeNodes: 0, aroundNodes: 0, steps: 0, stepsPerRule: 0 });
  expect(effect).toMatchObject({ how: 'proved', findings: [{ found: 'unknown' }, { found: 'unknown' }, { found: 'unknown' }, { found: 'unknown' }] });
  expect([mayLower(effect), mayChange(effect)]).toEqual([true, true]);
});
