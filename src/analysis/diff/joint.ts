import { type Codes, decode, UNANSWERED } from '../../engine/coding.ts';
import { residualIn, type Statement } from '../../engine/search.ts';
import { type Table, tableOf } from '../../engine/table.ts';
import type { Answers } from '../../model/answers.ts';
import type { NotCompared } from '../../model/difference.ts';
import { NOT_SURE, type RuleSet } from '../../model/rule-set.ts';
import type { Diagrams } from '../diagram.ts';
import type { Builder } from '../outcome.ts';
import { joinQuestions, type JointQuestion, type Side } from './joint-question.ts';

/** Two versions of a rule set that are to be compared. */
interface Versions {
  /** As it was. */
  readonly original: RuleSet;
  /** The same in the names of the new version. */
  readonly old: RuleSet;
  readonly new: RuleSet;
}

/**
 * Every answer set that both versions take, each once: the answers to the questions of both, coded as small whole numbers.
 * A question that only one version asks is free: its answers go with every answer to the others.
 */
export interface Joint {
  readonly questions: readonly JointQuestion[];
  /** Number of codes of each question. */
  readonly sizes: readonly number[];
  readonly answerSets: bigint;
  readonly notCompared: NotCompared;
  readonly sides: Readonly<Record<Side, JointSide>>;
}

/** One version within the joint space. */
interface JointSide {
  /** In the names of the new version. */
  readonly ruleSet: RuleSet;
  readonly table: Table;
  /** In its own names. */
  readonly original: RuleSet;
  /** Where each question of the version stands in the joint space; -1 for a note, which decides nothing. */
  readonly places: readonly number[];
}

export function jointOf(versions: Versions): Joint {
  const questions = joinQuestions(versions.old, versions.new);
  const sideOf = (side: Side, original: RuleSet): JointSide => ({
    ruleSet: versions[side],
    table: tableOf(versions[side]),
    original,
    places: versions[side].questions.map((question) => questions.findIndex((joint) => joint[side] === question)),
  });
  const product = (sizes: readonly number[]): bigint => sizes.reduce((all, size) => all * BigInt(size), 1n);
  const left = (side: Side): bigint => {
    const asked = questions.filter((question) => question[side] !== undefined);
    return product(asked.map(({ codes, only }) => codes.length + only[side])) - product(asked.map(({ codes }) => codes.length));
  };
  const sizes = questions.map(({ codes }) => codes.length);
  return {
    questions,
    sizes,
    answerSets: product(sizes),
    notCompared: { old: left('old'), new: left('new') },
    sides: { old: sideOf('old', versions.original), new: sideOf('new', versions.new) },
  };
}

/** The answers of one version that joint codes stand for, in its own names; what does not matter gets the first option. */
export function answersIn(joint: Joint, side: Side, codes: Codes): Answers {
  const { original, places } = joint.sides[side];
  return Object.fromEntries(
    original.questions.flatMap((question, position) => {
      const at = joint.questions[places[position] as number];
      const code = at?.codes[Math.max(codes[places[position] as number] as number, 0)];
      return code === undefined ? [] : [[question.id, code.answer === NOT_SURE ? NOT_SURE : decode(question, code[side])]];
    }),
  );
}

/** Diagrams of the joint space, built by the positions and codes of one version. */
export function builderOf(joint: Joint, side: Side, diagrams: Diagrams): Builder {
  return {
    leaf: (value) => diagrams.leaf(value),
    merge: (...merging) => diagrams.merge(...merging),
    choice: (position, values) => {
      const place = joint.sides[side].places[position] as number;
      const { codes } = joint.questions[place] as JointQuestion;
      return diagrams.choice(place, codes.map((code) => values[code[side]] as number));
    },
  };
}

/** A statement of one version about the answer sets of the joint space. */
export function lifted<T extends Statement>(joint: Joint, side: Side, statement: T): T {
  const { places, table } = joint.sides[side];
  const own = new Int32Array(table.coding.sizes.length).fill(UNANSWERED);
  const read = [...statement.reads].map((position) => {
    const place = places[position] as number;
    return { position, place, codes: (joint.questions[place] as JointQuestion).codes.map((code) => code[side]) };
  });
  const within = <R>(ask: (codes: Codes) => R): ((codes: Codes) => R) => {
    return (codes) => {
      for (const { position, place, codes: ownCodes } of read) own[position] = ownCodes[codes[place] as number] ?? UNANSWERED;
      return ask(own);
    };
  };
  return {
    ...statement,
    reads: new Set(read.map(({ place }) => place)),
    test: within(statement.test),
    residual: within((ownCodes) => residualIn(statement, ownCodes)),
  };
}
