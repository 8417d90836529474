import fc from 'fast-check';
// What is loaded on demand would count for the test that asks for it first, and for no other.
import '../../src/language/fhir-response.ts';
import '../../src/language/json.ts';
import '../../src/language/yaml.ts';

/** A mutant is dead at the first failure, which needs no smaller example; the same examples in every run keep scores comparable. */
fc.configureGlobal({ endOnFailure: true, seed: 1 });
