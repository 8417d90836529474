/**
 * One person's answers: question id to option id, to a whole number, or (for questions that take several) to a list of
 * option ids. `not-sure` is an answer; unanswered questions are left out.
 */
export type Answer = string | number | readonly string[];
export type Answers = Readonly<Record<string, Answer>>;
