import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess } from '../../src/engine/assess.ts';
import { questionsToAsk } from '../../src/interview/path.ts';
import { type AtQuestion, type Event, hasEnded, OPENING, type State, step } from '../../src/interview/state.ts';
import { type Answer, type Answers } from '../../src/model/answers.ts';
import { NOT_SURE, type Question, type RuleSet } from '../../src/model/rule-set.ts';
import { ruleSets } from '../random-rule-sets.ts';
import { adult } from '../rule-sets.ts';
import { small, WELL } from './small.ts';

const ruleSet = small();

function answer(given: Answer): Event {
  return { type: 'answer', answer: given };
}

function after(events: readonly Event[], from: State = OPENING, rules: RuleSet = ruleSet): State {
  return events.reduce((state, event) => step(rules, state, event), from);
}

function questionAt(state: State): string | undefined {
  return state.at === 'question' ? state.question.id : undefined;
}

const GO_ON: Event = { type: 'go-on' };
const BACK: Event = { type: 'back' };
const SKIP: Event = { type: 'skip' };
const ANSWERING: readonly Event[] = [GO_ON, answer('grown'), answer('none'), answer(0), answer('good'), answer('days')];
const TO_REVIEW: readonly Event[] = [...ANSWERING, SKIP, SKIP];

describe('the way through', () => {
  test('asks each question once, in the order of the rule set, and then has the answers checked', () => {
    const asked = TO_REVIEW.map((_, index) => questionAt(after(TO_REVIEW.slice(0, index + 1))));
    expect(asked).toEqual([...ruleSet.questions.map(({ id }) => id), undefined]);
    expect(after(TO_REVIEW)).toMatchObject({ at: 'review', answers: WELL });
    expect(after([...TO_REVIEW, GO_ON])).toEqual({ at: 'finished', answers: WELL });
  });

  test('back keeps the answers, and the next answer leads to where one was', () => {
    const back = after([...ANSWERING.slice(0, 5), BACK, BACK]);
    expect(back).toMatchObject({ at: 'question', question: { id: 'drinks' }, answers: { danger: 'none', drinks: 0, home: 'good' } });
    expect(questionAt(step(ruleSet, back, answer(3)))).toBe('times');
  });

  test('back from the first question leads to the opening', () => {
    expect(after([GO_ON, BACK]).at).toBe('opening');
  });

  test('a change leads straight back to the check, with or without a new answer', () => {
    const change: Event = { type: 'change', question: 'home' };
    expect(questionAt(after([...TO_REVIEW, change]))).toBe('home');
    expect(after([...TO_REVIEW, change, answer('bad')])).toMatchObject({ at: 'review', answers: { ...WELL, home: 'bad' } });
    expect(after([...TO_REVIEW, change, BACK])).toMatchObject({ at: 'review', answers: WELL });
  });

  test('notes can be skipped, also after an answer; needed questions cannot', () => {
    const noted = after([...ANSWERING, answer(['rest']), SKIP, { type: 'change', question: 'wishes' }, SKIP]);
    expect(noted).toMatchObject({ at: 'review', answers: WELL });
    expect(questionAt(after([GO_ON, answer('grown'), SKIP]))).toBe('danger');
  });

  test('why we ask is shown until the question is left', () => {
    const why = after([GO_ON, { type: 'why' }]);
    expect(why).toMatchObject({ at: 'question', why: true });
    expect(step(ruleSet, why, answer('grown'))).toMatchObject({ at: 'question', why: false });
  });

  test('who leaves leaves no answers behind', () => {
    expect(after([...ANSWERING, { type: 'leave' }])).toEqual({ at: 'left', hide: true });
  });
});

describe('stopping for help', () => {
  const IN_DANGER: readonly Event[] = [GO_ON, answer('grown'), answer('now')];

  test('an emergency stops; going on is a choice, and does not stop again for the same reason', () => {
    expect(after(IN_DANGER).at).toBe('help');
    expect(questionAt(after([...IN_DANGER, GO_ON]))).toBe('drinks');
    expect(questionAt(after([...IN_DANGER, GO_ON, answer(1)]))).toBe('home');
  });

  test('another emergency stops again, and so does one that comes back', () => {
    expect(after([...IN_DANGER, GO_ON, answer(20)]).at).toBe('help');
    expect(after([...IN_DANGER, GO_ON, BACK, answer('none'), BACK, answer('now')]).at).toBe('help');
  });

  test('stopping there ends without clearing the help from the screen', () => {
    expect(after([...IN_DANGER, { type: 'stop-here' }])).toEqual({ at: 'left', hide: false });
  });

  test('the answer can be corrected', () => {
    const back = after([...IN_DANGER, BACK]);
    expect(back).toMatchObject({ at: 'question', question: { id: 'danger' }, answers: { danger: 'now' } });
    expect(questionAt(step(ruleSet, back, answer('none')))).toBe('drinks');
  });
});

describe('out of scope', () => {
  test('only what an emergency rests on is still asked', () => {
    expect(questionsToAsk(ruleSet, { who: 'young' }).map(({ id }) => id)).toEqual(['who', 'danger', 'drinks']);
    expect(after([GO_ON, answer('young'), answer('none'), answer(0)]).at).toBe('review');
  });

  test('answers already given stay, and back in scope the rest is asked', () => {
    const young = after([...TO_REVIEW, { type: 'change', question: 'who' }, answer('young')]);
    expect(young).toMatchObject({ at: 'review', answers: { ...WELL, who: 'young' } });
    const grown = after([GO_ON, answer('young'), answer('none'), answer(0), { type: 'change', question: 'who' }, answer('grown')]);
    expect(questionAt(grown)).toBe('home');
  });

  test('a person under 18 is asked about safety (H22)', () => {
    expect(questionsToAsk(adult(), { age: 'under-18' }).map(({ id }) => id)).toEqual(expect.arrayContaining(['age', 'safety', 'detox']));
  });
});

/** An event with a number that chooses the answer, or the question to change. */
const happenings = fc.array(
  fc.record({
    type: fc.constantFrom('answer', 'answer', 'answer', 'answer', 'go-on', 'back', 'why', 'skip', 'change', 'stop-here', 'leave'),
    pick: fc.nat(20),
  }),
  { maxLength: 60 },
);

/** The states that random happenings lead through. */
function walk(rules: RuleSet, steps: readonly { readonly type: string; readonly pick: number }[]): { before: State; event: Event; after: State }[] {
  let state: State = OPENING;
  return steps.map(({ type, pick }) => {
    const before = state;
    const event = eventOf(rules, state, type, pick);
    state = step(rules, state, event);
    return { before, event, after: state };
  });
}

function eventOf(rules: RuleSet, state: State, type: string, pick: number): Event {
  if (type === 'answer') return state.at === 'question' ? answer(answerTo(state.question, pick)) : answer('none');
  if (type === 'change') return { type, question: rules.questions[pick % rules.questions.length]?.id ?? '' };
  return { type } as Event;
}

function answerTo(question: Question, pick: number): Answer {
  if (question.notSure !== undefined && pick % 7 === 6) return NOT_SURE;
  if (question.type === 'integer') return question.min + (pick % (question.max - question.min + 1));
  const id = question.options[pick % question.options.length]?.id ?? '';
  return question.several ? [id] : id;
}

function answersIn(state: State): Answers {
  return state.at === 'left' ? {} : state.answers;
}

function unansweredIn(rules: RuleSet, answers: Answers): readonly string[] {
  return questionsToAsk(rules, answers).filter(({ id, kind }) => kind !== 'note' && !Object.hasOwn(answers, id)).map(({ id }) => id);
}

describe.each([
  ['the small rule set', fc.constant(ruleSet)],
  ['the adult rule set', fc.constant(adult())],
  ['random rule sets', ruleSets()],
] as const)('whatever happens, with %s', (_name, rules) => {
  const walks = fc.tuple(rules, happenings).map(([known, steps]) => ({ known, steps: walk(known, steps) }));
  const against = (claim: (known: RuleSet, taken: { before: State; event: Event; after: State }) => boolean): unknown =>
    fc.check(
      fc.property(walks, ({ known, steps }) => steps.every((taken) => claim(known, taken))),
      { numRuns: 150 },
    ).counterexample;

  test('nothing is finished, or checked, before every needed answer is there (H04)', () => {
    const early = against((known, { after: state }) => (state.at !== 'finished' && state.at !== 'review') || unansweredIn(known, state.answers).length === 0);
    expect(early).toBeNull();
  });

  test('only an answer or a skip changes the answers, and only those of its question', () => {
    const other = against((_known, { before, event, after: state }) => {
      if (state.at === 'left') return true;
      const changed = Object.keys({ ...answersIn(before), ...answersIn(state) }).filter((id) => answersIn(before)[id] !== answersIn(state)[id]);
      const own = event.type === 'answer' || event.type === 'skip' ? [(before as AtQuestion).question?.id] : [];
      return changed.every((id) => own.includes(id));
    });
    expect(other).toBeNull();
  });

  test('an answer that makes it an emergency leads to help first', () => {
    const unstopped = against((known, { before, event, after: state }) => {
      if (before.at !== 'question' || event.type !== 'answer' || state.at === 'left') return true;
      const wasOne = assess(known, before.answers).urgency === 'emergency';
      return wasOne || assess(known, answersIn(state)).urgency !== 'emergency' || state.at === 'help';
    });
    expect(unstopped).toBeNull();
  });

  test('an end stays an end', () => {
    expect(against((_known, { before, after: state }) => !hasEnded(before) || before === state)).toBeNull();
  });
});
