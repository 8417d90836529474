import { assess } from '../engine/assess.ts';
import type { Answer, Answers } from '../model/answers.ts';
import type { Question, RuleSet } from '../model/rule-set.ts';
import { questionsToAsk } from './path.ts';

/** What the interview remembers wherever it is. */
interface Memory {
  readonly answers: Answers;
  /** Notes that the person chose not to answer. */
  readonly skipped: readonly string[];
  /** Emergencies of which the person has seen the help and chosen to go on. */
  readonly warned: readonly string[];
}

/** Where the person is asked something. `help`: an answer makes it an emergency; going on from there is a choice. */
export type Asking =
  | (Memory & { readonly at: 'opening' | 'review' })
  | AtQuestion
  | (Memory & { readonly at: 'help'; readonly question: Question });

export type AtQuestion = Memory & {
  readonly at: 'question';
  readonly question: Question;
  /** Why it is asked is shown. */
  readonly why: boolean;
};

/** Where it ends. Who leaves leaves nothing behind; `hide`: and wants the screen cleared. */
export type Ended = { readonly at: 'finished'; readonly answers: Answers } | { readonly at: 'left'; readonly hide: boolean };

export type State = Asking | Ended;

export type Event =
  | { readonly type: 'go-on' | 'back' | 'why' | 'skip' | 'leave' | 'stop-here' }
  | { readonly type: 'answer'; readonly answer: Answer }
  | { readonly type: 'change'; readonly question: string };

export const OPENING: Asking = { at: 'opening', answers: {}, skipped: [], warned: [] };

/**
 * The state after an event; an event that means nothing where the person is leaves the state as it is. After each answer
 * comes the first question not yet asked; when there is none, the check of all answers, and from there the end.
 */
export function step(ruleSet: RuleSet, state: State, event: Event): State {
  if (hasEnded(state)) return state;
  if (event.type === 'leave') return { at: 'left', hide: true };
  switch (state.at) {
    case 'opening':
      return event.type === 'go-on' ? next(ruleSet, state) : state;
    case 'question':
      return stepAtQuestion(ruleSet, state, event);
    case 'help':
      if (event.type === 'stop-here') return { at: 'left', hide: false };
      if (event.type === 'back') return { ...state, at: 'question', why: false };
      return event.type === 'go-on' ? next(ruleSet, { ...state, warned: emergencies(ruleSet, state.answers) }) : state;
    case 'review':
      if (event.type === 'go-on') return { at: 'finished', answers: state.answers };
      return event.type === 'change' ? goTo(state, questionsToAsk(ruleSet, state.answers).find(({ id }) => id === event.question)) : state;
  }
}

export function hasEnded(state: State): state is Ended {
  return state.at === 'finished' || state.at === 'left';
}

function stepAtQuestion(ruleSet: RuleSet, state: AtQuestion, event: Event): State {
  const { question, skipped } = state;
  switch (event.type) {
    case 'answer':
      return afterAnswer(ruleSet, { ...state, answers: { ...state.answers, [question.id]: event.answer }, skipped: without(skipped, question.id) });
    case 'skip': {
      if (question.kind !== 'note') return state;
      const answers = Object.fromEntries(Object.entries(state.answers).filter(([id]) => id !== question.id));
      return afterAnswer(ruleSet, { ...state, answers, skipped: [...without(skipped, question.id), question.id] });
    }
    case 'why':
      return { ...state, why: true };
    case 'back':
      return goBack(ruleSet, state);
    case 'change':
    case 'go-on':
    case 'leave':
    case 'stop-here':
      return state;
  }
}

/** Stops for help when the answer brought an emergency that the person has not been told of; goes on otherwise. */
function afterAnswer(ruleSet: RuleSet, state: AtQuestion): State {
  const now = emergencies(ruleSet, state.answers);
  const warned = state.warned.filter((rule) => now.includes(rule));
  const memory = { ...memoryOf(state), warned };
  return now.length > warned.length ? { ...memory, at: 'help', question: state.question } : next(ruleSet, memory);
}

function next(ruleSet: RuleSet, memory: Memory): State {
  return goTo(memory, unasked(ruleSet, memory));
}

/** To the question before, or, with all questions asked, back to the check of all answers. */
function goBack(ruleSet: RuleSet, state: AtQuestion): State {
  if (unasked(ruleSet, state) === undefined) return goTo(state, undefined);
  const questions = questionsToAsk(ruleSet, state.answers);
  const before = questions[questions.findIndex(({ id }) => id === state.question.id) - 1];
  return before === undefined ? { ...memoryOf(state), at: 'opening' } : goTo(state, before);
}

function goTo(memory: Memory, question: Question | undefined): State {
  return question === undefined ? { ...memoryOf(memory), at: 'review' } : { ...memoryOf(memory), at: 'question', question, why: false };
}

function unasked(ruleSet: RuleSet, { answers, skipped }: Memory): Question | undefined {
  return questionsToAsk(ruleSet, answers).find(({ id }) => !Object.hasOwn(answers, id) && !skipped.includes(id));
}

/**
 * What makes the answers so far an emergency: the rules that hold, and the urgency itself, because several rules together
 * can make it certain before any one of them holds.
 */
function emergencies(ruleSet: RuleSet, answers: Answers): readonly string[] {
  const { urgency, decidedBy } = assess(ruleSet, answers);
  if (urgency !== 'emergency') return [];
  return [urgency, ...decidedBy.filter((rule) => rule.urgency === urgency).map((rule) => rule.rule)];
}

function memoryOf({ answers, skipped, warned }: Memory): Memory {
  return { answers, skipped, warned };
}

function without(ids: readonly string[], id: string): readonly string[] {
  return ids.filter((other) => other !== id);
}
