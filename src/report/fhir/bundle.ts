import { messagesFor } from '../screen.ts';
import { questionnaireResponse } from './response.ts';
import { riskAssessment, type Suggested } from './risk-assessment.ts';

/** The names of the two resources in their bundle, so that one can point at the other. */
export interface BundleIds {
  /** A UUID each. */
  readonly response: string;
  readonly riskAssessment: string;
}

/** An assessment as a FHIR R4 Bundle (`collection`): the answers, and the suggestion that rests on them. */
export function assessmentBundle(suggested: Suggested, ids: BundleIds): unknown {
  const { ruleSet, assessment } = suggested;
  const messages = messagesFor(ruleSet, suggested.messages);
  const response = `urn:uuid:${ids.response}`;
  return {
    resourceType: 'Bundle',
    type: 'collection',
    entry: [
      { fullUrl: response, resource: questionnaireResponse(ruleSet, assessment, messages) },
      { fullUrl: `urn:uuid:${ids.riskAssessment}`, resource: riskAssessment({ ...suggested, messages }, response) },
    ],
  };
}
