import fc from 'fast-check';
import { expect, test } from 'vitest';
import { comparisonOf } from '../../../src/analysis/diff/diff.ts';
import { RecordsTally } from '../../../src/analysis/diff/records.ts';
import type { Answers } from '../../../src/model/answers.ts';
import type { Cell, RecordsEffect } from '../../../src/model/difference.ts';
import { NOT_SURE, type RuleSet } from '../../../src/model/rule-set.ts';
import { completions, naive, values } from '../../naive.ts';
import { answersTo } from '../../random-rule-sets.ts';
import { type Versions, versions } from './pairs.ts';

/** Two versions and records of the old one, some with answers missing. */
const recorded = versions().chain((pair) => fc.tuple(fc.constant(pair), fc.array(answersTo(pair[0], { missing: true }), { minLength: 1, maxLength: 8 })));

/** Of these answers, those that a version takes. */
function takenBy({ questions }: RuleSet, answers: Answers): Answers {
  const takes = ([id, answer]: [string, Answers[string]]): boolean => {
    const question = questions.find((candidate) => candidate.id === id);
    return question !== undefined && (answer === NOT_SURE ? question.notSure !== undefined : values(question).includes(answer as string));
  };
  return Object.fromEntries(Object.entries(answers).filter(takes));
}

function effectOn(pair: Versions, records: readonly Answers[]): RecordsEffect {
  const tally = new RecordsTally(comparisonOf(...pair));
  records.forEach((answers, index) => tally.add({ line: index + 1, id: null }, { old: takenBy(pair[0], answers), new: takenBy(pair[1], answers) }));
  return tally.effect('records.ndjson');
}

/** Every result that the answers of a record can still lead to, once what is missing is answered. */
function results(ruleSet: RuleSet, answers: Answers): string[] {
  const all = completions(ruleSet, takenBy(ruleSet, answers)).map((whole) => naive(ruleSet, whole));
  return [...new Set(all.map(({ status, level, urgency }) => `${level ?? status} ${urgency}`))];
}

const spelled = ({ level, status, urgency }: Cell['from']): string => `${level ?? status} ${urgency}`;

test('each record comes out as the naive evaluator says; where a missing answer could change that, it is not compared', () => {
  fc.assert(
    fc.property(recorded, ([pair, records]) => {
      for (const answers of records) {
        const [before, after] = [results(pair[0], answers), results(pair[1], answers)];
        const { compared, notCompared, changed, matrix, records: told } = effectOn(pair, [answers]);
        expect(compared + notCompared).toBe(1n);
        for (const { from, to } of matrix) expect([[spelled(from)], [spelled(to)]]).toEqual([before, after]);
        const everyone = pair.every(({ scope }) => scope === undefined);
        const complete = pair.every((ruleSet) => naive(ruleSet, takenBy(ruleSet, answers)).complete);
        if (complete || (everyone && before.length === 1 && after.length === 1)) expect(compared).toBe(1n);
        expect([changed, told.length]).toEqual(compared === 1n && before[0] !== after[0] ? [1n, 1] : [0n, 0]);
      }
    }),
    { numRuns: 200 },
  );
});

test('many records are the sum of each', () => {
  fc.assert(
    fc.property(recorded, ([pair, records]) => {
      const each = records.map((answers) => effectOn(pair, [answers]));
      const sum = (count: (effect: RecordsEffect) => bigint): bigint => each.reduce((total, effect) => total + count(effect), 0n);
      const all = effectOn(pair, records);
      expect([all.compared, all.changed, all.lowered, all.notCompared]).toEqual([sum((one) => one.compared), sum((one) => one.changed), sum((one) => one.lowered), sum((one) => one.notCompared)]);
      expect(all.records.map(({ line }) => line)).toEqual(each.flatMap(({ changed }, index) => (changed > 0n ? [index + 1] : [])));
    }),
    { numRuns: 200 },
  );
});
