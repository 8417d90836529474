import { Chalk } from 'chalk';
import { en } from '../../src/messages/en.ts';
import { say } from '../../src/messages/messages.ts';
import type { Question, RuleSet } from '../../src/model/rule-set.ts';
import { assessmentText } from '../../src/report/text.ts';
import { answerInWords } from '../../src/report/words.ts';
import { completions } from '../naive.ts';
import { viewOf } from '../report/told.ts';
import { type Counts, countsOf, gradeOf } from './reading-level.ts';

const chalk = new Chalk({ level: 0 });

/**
 * A text of at most so many words a sentence and syllables a word asks for grade 6.0 at most (Flesch and Kincaid: 0.39 * 13 +
 * 11.8 * 1.4 - 15.59 = 6.0). Both are averages, so they are also kept by a whole of which the parts together keep them:
 * what a part has too much is made up for by what the others have to spare.
 */
const WORDS_A_SENTENCE = 13;
const SYLLABLES_A_WORD = 1.4;

/** How far a text is over each of the two; below 0, it has something to spare. */
interface Excess {
  readonly words: number;
  readonly syllables: number;
}

interface Hardest {
  readonly results: number;
  /** The greatest grade of a result on answers that are sure, without notes. */
  readonly grade: number;
  /** At most this far over is any result at all, whatever is not sure and whatever notes are given. */
  readonly excess: Excess;
}

/** The hardest of the results on every answer set, or on one in so many; and a bound for those with notes and "not sure". */
export function hardest(ruleSet: RuleSet, oneIn: number): Hardest {
  const results = completions(ruleSet, {}).filter((_, index) => index % oneIn === 0);
  let [grade, words, syllables] = [0, -Infinity, -Infinity];
  for (const answers of results) {
    const text = [withoutLadder(assessmentText(viewOf(ruleSet, answers), { width: 80, chalk }))];
    const excess = excessOf(countsOf(text));
    grade = Math.max(grade, gradeOf(text));
    words = Math.max(words, excess.words);
    syllables = Math.max(syllables, excess.syllables);
  }
  const further = [...ruleSet.questions.filter(({ kind }) => kind === 'note').flatMap((note) => byNote(ruleSet, note)), ...ruleSet.questions.flatMap(byNotSure)];
  const most = (measure: keyof Excess): number => further.reduce((sum, excess) => sum + Math.max(0, excess[measure]), 0);
  return { results: results.length, grade, excess: { words: words + most('words'), syllables: syllables + most('syllables') } };
}

/** The picture of the levels is no sentence. */
function withoutLadder(text: string): string {
  return text.replaceAll(/^ {2}[|^v] .*\n/gm, '');
}

function excessOf({ sentences, words, syllables }: Counts): Excess {
  return { words: words - WORDS_A_SENTENCE * sentences, syllables: syllables - SYLLABLES_A_WORD * words };
}

/** What a note adds: its question and all of its options as one line, and all advice that reads it. */
function byNote(ruleSet: RuleSet, question: Question): readonly Excess[] {
  const options = question.type === 'choice' ? question.options.map(({ id }) => id) : [];
  const advice = ruleSet.advice.filter(({ when }) => JSON.stringify(when).includes(`"question":"${question.id}"`));
  const line = `${question.text}\n\n${answerInWords(question, options, en)}`;
  return [line, ...advice.map(({ say: text }) => text)].map((text) => excessOf(countsOf([text])));
}

/** What "not sure" adds: how it was counted, what to ask, and other words in place of the option's, among the answers and the reasons. */
function byNotSure(question: Question): readonly Excess[] {
  const { notSure, ifNotSure = '' } = question;
  if (notSure === undefined) return [];
  const counted = answerInWords(question, notSure, en);
  const added = [say(en, 'notSureItem', { question: question.text, counted }), ...(ifNotSure === '' ? [] : [say(en, 'notSureAsk', { ask: ifNotSure })])];
  const [unsure, before] = [excessOf(countsOf([say(en, 'notSure')])), excessOf(countsOf([counted]))];
  // "I am not sure" has no full stop, so it may also make a longer sentence of its neighbours.
  const instead = { words: 2 * (unsure.words - before.words + WORDS_A_SENTENCE), syllables: 2 * (unsure.syllables - before.syllables) };
  return [...added.map((text) => excessOf(countsOf([text]))), instead];
}
