import { FALSE, TRUE, type Truth } from '../engine/condition.ts';
import { residualIn, type Statement } from '../engine/search.ts';

/** Holds when at least one of these does. */
export function anyOf(statements: readonly Statement[]): Statement {
  return {
    test: (codes) => statements.reduce<Truth>((truth, { test }) => (truth === TRUE ? TRUE : (Math.max(truth, test(codes)) as Truth)), FALSE),
    reads: new Set(statements.flatMap(({ reads }) => [...reads])),
    residual: (codes) => `(${statements.map((statement) => residualIn(statement, codes)).join()})`,
  };
}

/** Holds when none of these does. */
export function noneOf(statements: readonly Statement[]): Statement {
  const any = anyOf(statements);
  return { ...any, test: (codes) => (TRUE - any.test(codes)) as Truth };
}
