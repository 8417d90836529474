import type { Problem } from '../../model/problem.ts';
import { type Counterexample, counterexample } from '../counterexample.ts';
import { answersText, outcomeText } from '../describe.ts';
import { findings, type Subject } from '../subject.ts';

/** The properties of a rule set: those that hold, by their ids, and what is found about the others. */
export interface Properties {
  readonly holding: readonly string[];
  readonly findings: readonly Problem[];
}

/** property-fails: if and only if some answer set breaks the claim of the property. */
export function propertyFails(subject: Subject): Properties {
  const holding: string[] = [];
  const found = findings(
    subject,
    'property-fails',
    subject.ruleSet.properties,
    ({ id }) => ['properties', id],
    (property) => {
      const broken = counterexample(subject, property);
      if (broken !== undefined) return [failure(subject, property.id, broken)];
      holding.push(property.id);
      return [];
    },
  );
  return { holding, findings: found };
}

function failure(subject: Subject, id: string, broken: Counterexample): Problem {
  const { witness, change } = broken;
  const changed = change === undefined ? '' : `, and with ${answersText(change)} ${outcomeText(subject, { ...witness, ...change })}`;
  return {
    code: 'property-fails',
    severity: 'error',
    message: `property \`${id}\` does not hold: these answers get ${outcomeText(subject, witness)}${changed}`,
    help: 'change the rules, or the property where it claims too much',
    place: subject.placeOf('properties', id),
    ...broken,
  };
}
