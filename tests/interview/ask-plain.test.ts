import { describe, expect, test } from 'vitest';
import { en } from '../../src/messages/en.ts';
import { InvalidInput } from '../../src/model/problem.ts';
import { adult } from '../rule-sets.ts';
import { small, WELL } from './small.ts';
import { transcript } from './transcript.ts';

const ruleSet = small();
const ANSWERED = ['', '1', '1', '0', '1', '1', 's', 's'];
const CRISIS = ['Call 911.', 'Call or text 988.'];

describe('in plain lines', () => {
  test('from the opening to the result', async () => {
    const { end, shown, asked } = await transcript(ruleSet, [...ANSWERED, 'r']);
    expect(end).toEqual({ kind: 'finished', answers: WELL });
    expect(shown).toEqual([WELL]);
    expect(asked.indexOf('Call 333.')).toBeLessThan(asked.indexOf('Question 1 of 7'));
    expect(asked).not.toContain('\u001B');
  });

  test('word for word', async () => {
    const { asked } = await transcript(ruleSet, ['', '1', '2', ' ', '7', 'b', '', 'b', 'q']);
    const drinks = 'Question 3 of 7\n\nHow many drinks?\n\nn  I am not sure\nb  Go back\nq  Leave now\n\nHelp right now: Call 911. Call or text 988.\n\nType a number from 0 to 20, then press Enter.\n';
    const home = 'Question 4 of 7\n\nHow is home?\n\n1  Good\n2  Bad\nb  Go back\nq  Leave now\n\nHelp right now: Call 911. Call or text 988.\n\nType a number, then press Enter.\nYour answer: \n';
    expect(asked).toBe(`
A small check

What it is.

What it is not.

There are 7 short questions. It takes two to three minutes. It is private.
Nothing is sent, and nothing is saved unless you ask for it. You can go back,
change an answer, or stop at any time.

If you need help right now
- Emergency: Call 911. At once.
- Crisis line: Call or text 988.
- Third line: Call 333.

s  Start
q  Leave now

Press Enter to start.
Your choice: 

Question 1 of 7

Who are you?

1  Grown up
2  Young
?  Why we ask this
b  Go back
q  Leave now

Type a number, then press Enter.
Your answer: 
You chose: Grown up

Question 2 of 7

Are you in danger?
Right now.

1  No danger
2  Some danger
3  Danger now
4  I am not sure
?  Why we ask this
b  Go back
q  Leave now

Type a number, then press Enter.
Your answer: 
You chose: Some danger

${drinks}Your answer: 

Nothing is chosen yet. Take your time.

${drinks}Your answer: 

${home}
${drinks}Enter alone means: 7
Your answer: 

${home}
${drinks}Enter alone means: 7
Your answer: 

To hide what is on the screen, close this window.
None of your answers were kept.
Help right now: Call 911. Call or text 988.
`);
  });

  test('someone whom the rules are not for is told why the questions are fewer', async () => {
    const { asked } = await transcript(ruleSet, ['', 'young', 'none', '0']);
    expect(asked.replaceAll(/\s+/g, ' ')).toContain(`Question 2 of 3 Are you in danger? Right now. ${en.fewerQuestions}`);
    expect((await transcript(ruleSet, ANSWERED)).asked).not.toContain(en.fewerQuestions.slice(0, 20));
  });

  test('the answers are frozen', async () => {
    const { shown } = await transcript(ruleSet, [...ANSWERED, 'r']);
    expect(Object.isFrozen(shown[0])).toBe(true);
  });

  test('by id, by the beginning of a text, not sure, a number, several, and a note', async () => {
    const { end } = await transcript(ruleSet, ['', 'grown', 'n', 'n', 'ba', 'evenings', '1, 3', 'nobody', 'r']);
    // "n" could be "No danger" or "not sure", so it is asked again; the next "n" is taken for the same question.
    expect(end).toMatchObject({ kind: 'stopped', reason: 'input-ended' });
    const typed = ['', 'grown', 'not', 'n', 'ba', 'evenings', '1, 3', 'nobody', 'r'];
    expect((await transcript(ruleSet, typed)).end).toEqual({
      kind: 'finished',
      answers: { who: 'grown', danger: 'not-sure', drinks: 'not-sure', home: 'bad', times: 'evenings', wishes: ['rest', 'friends'], told: 'nobody' },
    });
  });

  test('what does not match is said kindly, and the same question comes again', async () => {
    const { end, asked } = await transcript(ruleSet, ['', 'x', '1', '1', '21', '-1', '3.5', '0', '1', '1', 's', 's', 'r']);
    expect(end.kind).toBe('finished');
    expect(asked.match(/Question 1 of 7/g)).toHaveLength(2);
    expect(asked.match(/Question 3 of 7/g)).toHaveLength(4);
    expect(asked).toContain('a whole number from 0 to 20');
  });

  test('back shows the earlier answer, and Enter keeps it', async () => {
    const { end, asked } = await transcript(ruleSet, ['', '1', '1', '7', 'b', '', '1', '1', 's', 's', 'r']);
    expect(asked).toContain('Enter alone means: 7');
    expect(end).toMatchObject({ answers: { drinks: 7 } });
    const several = await transcript(ruleSet, [...ANSWERED.slice(0, 6), '1,2', 'b', '', 's', 'r']);
    expect(several.asked).toContain('Enter alone means: Rest; Skills');
    expect(several.end).toMatchObject({ answers: { wishes: ['rest', 'skills'] } });
  });

  test('why we ask is told, and the question asked again', async () => {
    const { asked } = await transcript(ruleSet, ['', '?', '1']);
    expect(asked).toContain('It is for grown people.');
    expect(asked.match(/Question 1 of 7/g)).toHaveLength(2);
  });

  test('the check of all answers, word for word', async () => {
    const { asked } = await transcript(ruleSet, ['', '1', '1', '4', '1', '1', '1,3', 's', 'q']);
    expect(asked.slice(asked.indexOf('Check your answers'), asked.lastIndexOf('Your choice: '))).toBe(`Check your answers

1   Who are you?
    = Grown up
2   Are you in danger?
    = No danger
3   How many drinks?
    = 4
4   How is home?
    = Good
5   When?
    = By day
6   What do you want?
    = Rest; Friends
7   Who knows?
    = No answer

r  These are right: show my result
q  Leave now

Type the number of an answer to change it. Or choose r to see your result.
`);
  });

  test('a checked answer is changed, and the check comes again', async () => {
    const { end, asked } = await transcript(ruleSet, [...ANSWERED, '4', '2', 'r']);
    expect(end).toMatchObject({ answers: { ...WELL, home: 'bad' } });
    expect(asked.match(/Check your answers/g)).toHaveLength(2);
    expect(asked).toContain('= Bad');
  });

  test('Enter alone answers nothing (H05)', async () => {
    for (const rules of [ruleSet, adult()]) {
      const { end, shown, asked } = await transcript(rules, Array.from({ length: 50 }, () => ''));
      expect(end).toEqual({ kind: 'stopped', reason: 'input-ended' });
      expect(shown).toEqual([]);
      expect(asked).not.toContain('Question 2');
    }
  });
});

describe('what comes in by a pipe and is no answers', () => {
  test.each([
    ['a hundred lines', Array.from({ length: 1000 }, () => 'x')],
    ['a line without end', ['x'.repeat(70_000)]],
  ])('%s ends it, and nothing is kept (H41)', async (_what, lines) => {
    const { end, shown, asked } = await transcript(ruleSet, lines);
    expect({ end, shown }).toEqual({ end: { kind: 'stopped', reason: 'no-answers' }, shown: [] });
    expect(asked.length).toBeLessThan(200_000);
    expect(asked).toContain('Call or text 988.');
  });
});

test('long answers that come together are answers, each on its line', async () => {
  const { asked } = await transcript(ruleSet, ['', ...Array.from({ length: 3 }, () => 'x'.repeat(30_000)), '1', 'q']);
  expect(asked).toContain('Question 2 of 7');
});

describe('help (H20, H21)', () => {
  test('an emergency stops before the next question; Enter alone stops here', async () => {
    const { end, asked, shown } = await transcript(ruleSet, ['', '1', '3', '']);
    expect(end).toEqual({ kind: 'left' });
    expect(shown).toEqual([]);
    const afterAnswer = asked.slice(asked.indexOf('Danger now', asked.indexOf('Your answer: ')));
    for (const text of ['You are in danger now.', ...CRISIS, 'Call 333.']) expect(afterAnswer).toContain(text);
    expect(afterAnswer).toMatch(/q {2}Leave now\n\nHelp right now: Call 911. Call or text 988.\n/);
    expect(asked).not.toContain('Question 3');
    expect(asked.trimEnd().split('\n').slice(-3).join(' ')).toContain('Call or text 988.');
  });

  test('says why, in the words of what makes it one and of nothing else, and every way on', async () => {
    const { asked } = await transcript(ruleSet, ['', '1', '1', '0', '2', '2', 's', 's', '3', '20', 'q']);
    expect(asked.slice(asked.lastIndexOf('Get help now'))).toBe(`Get help now
You matter. What you told us needs help right away, from a real person.
- Emergency: Call 911. At once.
- Crisis line: Call or text 988.
- Third line: Call 333.

So many drinks are dangerous.

Please reach out before you do anything else. We will not suggest a program now.

s  Stop here and get help
b  Go back and change my answer
g  Go on with the questions
q  Leave now

Help right now: Call 911. Call or text 988.

Type the letter on the left, then press Enter.
Your choice: 

To hide what is on the screen, close this window.
None of your answers were kept.
Help right now: Call 911. Call or text 988.
`);
  });

  test('the answer behind it can be changed', async () => {
    const { end } = await transcript(ruleSet, ['', '1', '3', 'b', '1', '0', '1', '1', 's', 's', 'r']);
    expect(end).toEqual({ kind: 'finished', answers: WELL });
  });

  test('another emergency stops again, and the same one does not', async () => {
    const stops = async (...lines: readonly string[]): Promise<number> => (await transcript(ruleSet, ['', '1', '3', 'g', ...lines])).asked.split('Get help now').length - 1;
    expect(await stops('0', '1', '1')).toBe(1);
    expect(await stops('20', 'g', '1', '1')).toBe(2);
    expect(await stops('20', 'b', '20')).toBe(3);
  });

  test('going on is a choice', async () => {
    const { end } = await transcript(ruleSet, ['', '1', '3', 'g', '0', '1', '1', 's', 's', 'r']);
    expect(end).toMatchObject({ kind: 'finished', answers: { danger: 'now' } });
  });

  test('stays in sight once an answer asks for haste', async () => {
    const { asked } = await transcript(ruleSet, ['', '1', '2', '0']);
    const [, before = '', since = ''] = asked.split(/Question [23] of 7/);
    expect(before).not.toContain('Help right now');
    expect(since).toContain('Help right now: Call 911. Call or text 988.');
  });

  test('is the last thing shown when the person leaves or the input ends, at any question', async () => {
    const ways = [...ANSWERED, 'r'].map((_, index) => ANSWERED.slice(0, index));
    for (const lines of ways) {
      for (const [ending, kind] of [[['q'], 'left'], [[], 'stopped']] as const) {
        const { end, asked, shown } = await transcript(ruleSet, [...lines, ...ending], { columns: 40 });
        expect(end.kind).toBe(kind);
        expect(shown).toEqual([]);
        const last = asked.trimEnd().split('\n').slice(-3).join(' ');
        for (const text of CRISIS) expect(last).toContain(text);
      }
    }
  });

  test('a signal ends it with its name, and keeps nothing', async () => {
    const controller = new AbortController();
    const running = transcript(ruleSet, ['', '1'], { signal: controller.signal });
    setImmediate(() => controller.abort('SIGTERM'));
    const { end, asked } = await running;
    expect(end).toEqual({ kind: 'stopped', reason: 'SIGTERM' });
    expect(asked).toContain('None of your answers were kept.');
    expect(await transcript(ruleSet, ANSWERED, { signal: AbortSignal.abort('SIGHUP') })).toMatchObject({ end: { reason: 'SIGHUP' } });
  });
});

/** Saves nothing, and remembers where it would have. */
function saveTo(paths: string[]): (path: string) => Promise<string> {
  const problem = { code: 'cannot-write', severity: 'error', message: 'there is no folder `\u001B`' } as const;
  return (path) => {
    paths.push(path);
    return path.startsWith('bad') ? Promise.reject(new InvalidInput([problem])) : Promise.resolve(`/home/me/${path}`);
  };
}

/** What happens when a summary is offered and this is typed. */
async function offered(typed: readonly string[]): Promise<{ paths: string[]; asked: string; end: unknown }> {
  const paths: string[] = [];
  const { asked, end } = await transcript(ruleSet, [...ANSWERED, 'r', ...typed], { save: saveTo(paths) });
  return { paths, asked, end };
}

function broken(): Promise<string> {
  return Promise.reject(new TypeError('broken'));
}

describe('saving a summary', () => {
  test('is offered after the result, and only written when wanted', async () => {
    expect((await offered([''])).paths).toEqual([]);
    expect((await offered(['n'])).paths).toEqual([]);
    const named = await offered(['y', 'mine.txt']);
    expect(named.paths).toEqual(['mine.txt']);
    expect(named.asked).toContain('/home/me/mine.txt');
    expect((await offered(['y', ''])).paths).toEqual(['level-of-care-summary.txt']);
    expect((await offered(['y', 'n'])).paths).toEqual([]);
  });

  test('asks again when the file cannot be written, and shows no control characters', async () => {
    const { paths, asked } = await offered(['y', 'bad/one', 'good']);
    expect(paths).toEqual(['bad/one', 'good']);
    expect(asked).toContain('`\\u001b`');
    expect(asked).not.toContain('\u001B');
  });

  test('no more input is no, and the interview is finished all the same', async () => {
    expect((await offered([])).end).toEqual({ kind: 'finished', answers: WELL });
  });

  test('a mistake in writing is not hidden', async () => {
    await expect(transcript(ruleSet, [...ANSWERED, 'r', 'y', ''], { save: broken })).rejects.toThrow('broken');
  });
});

describe('narrow screens', () => {
  test('a terminal that says it has no columns is taken for one of eighty', async () => {
    const lines = ['', '1', '?', 'q'];
    expect((await transcript(adult(), lines, { columns: 0 })).asked).toBe((await transcript(adult(), lines, { columns: 80 })).asked);
  });

  test.each([20, 40, 80])('no line is wider than %i columns', async (columns) => {
    const typed = ['', '1', '?', '3', 's', 'x', 'q'];
    const { asked } = await transcript(adult(), typed, { columns });
    const prompts = asked.split('\n').filter((line) => !line.startsWith('Your '));
    expect(prompts.filter((line) => line.length > columns)).toEqual([]);
  });
});
