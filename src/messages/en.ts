/**
 * What the program itself says to the person, in English; the rule set says the rest. Read at a hard moment: plain, kind
 * and exact, US school grade 6 or below (help texts 5 or below), sentences under 20 words.
 */
export const en = {
  // Help
  helpHeading: 'If you need help right now',
  helpInSight: 'Help right now: {help}',
  helpNow: 'Get help now',
  helpAgain: 'Help, day or night',

  // Before the first question
  openingTime: 'There are {count} short questions. It takes two to three minutes.',
  openingPrivate: 'It is private. Nothing is sent, and nothing is saved unless you ask for it.',
  openingFree: 'You can go back, change an answer, or stop at any time.',
  start: 'Start',
  startHint: 'Press Enter to start.',

  // A question
  progress: 'Question {number} of {count}',
  notSure: 'I am not sure',
  notSureAlias: 'not sure',
  why: 'Why we ask this',
  whyHeading: 'Why we ask: {why}',
  skip: 'Skip this one',
  back: 'Go back',
  leave: 'Leave now',
  standing: 'Enter alone means: {answer}',
  yourAnswer: 'Your answer:',
  yourChoice: 'Your choice:',
  chooseOne: 'Type a number, then press Enter.',
  chooseOneKeys: 'Type a number, or move with the arrow keys. Then press Enter.',
  chooseSeveral: 'Type one or more numbers, such as 1,3. Then press Enter.',
  chooseSeveralKeys: 'Type numbers, such as 1,3, or mark lines with the space bar. Then press Enter.',
  chooseLetter: 'Type the letter on the left, then press Enter.',
  chooseLetterKeys: 'Type the letter on the left, or move with the arrow keys. Then press Enter.',
  chooseNumber: 'Type a number from {min} to {max}, then press Enter.',
  chosen: 'You chose: {answer}',
  notUnderstood: 'That did not match one line. Please type one of the marks on the left.',
  notANumber: 'Please type a whole number from {min} to {max}.',
  nothingChosen: 'Nothing is chosen yet. Take your time.',

  // Help before going on
  stopLead: 'You matter. What you told us needs help right away, from a real person.',
  stopNoCare: 'Please reach out before you do anything else. We will not suggest a program now.',
  stopHere: 'Stop here and get help',
  goOn: 'Go on with the questions',
  fixAnswer: 'Go back and change my answer',

  // Check your answers
  reviewHeading: 'Check your answers',
  reviewHint: 'Type the number of an answer to change it. Or choose r to see your result.',
  seeResult: 'These are right: show my result',
  noAnswer: 'No answer',

  // On the way out
  nothingKept: 'None of your answers were kept.',
  closeWindow: 'To hide what is on the screen, close this window.',

  // The summary
  saveHeading: 'Your result is above. Scroll up to read all of it.',
  saveQuestion: 'Do you want to keep it as a file?',
  saveWhy: 'You could take it with you to an appointment. Anyone who can open the file can read it.',
  saveYes: 'Save a summary to a file',
  saveNo: 'No, end here',
  savePath: 'What should the file be called?',
  savePathHint: 'Type a name, or press Enter to use the one shown.',
  savePrompt: 'File:',
  saveDefault: 'level-of-care-summary.txt',
  saved: 'Saved here: {path}',
  notSaved: 'It was not saved: {reason}.',

  // The result
  resultHeading: 'Your result',
  suggestion: 'Level of care to ask about, as a first idea: {level}',
  provisional: 'It is not the last word. A professional who meets you will look at it with you.',
  week: 'What a week looks like: {week}',
  soonRoutine: 'How soon: ask for a first visit in the next few weeks. Call sooner if things get worse.',
  soonSoon: 'How soon: try to be seen within two weeks. Call sooner if things get worse.',
  soonUrgent: 'How soon: try to be seen within 48 hours. Call today.',
  soonEmergency: 'How soon: now. Do not wait for a visit.',
  emergencyLead: 'What you told us cannot wait. Please get help before you read on.',
  rangeLead: 'Some questions have no answer yet, so we cannot name one level.',
  rangeOne: 'So far your answers point to {level}. The open questions could still matter.',
  range: 'The least it could be: {least}. The most: {most}.',
  rangeAtLeast: 'The least it could be: {least}.',
  rangeAny: 'It could still be any of the levels.',
  openHeading: 'Questions without an answer',
  outOfScopeHeading: 'There is help for you',
  noRuleLead: 'We cannot suggest a level of care. Your answers do not fit any of our rules.',
  noRuleNext: 'Please see a professional. They can find out with you what would help.',

  ladderMore: 'more care',
  ladderLess: 'less care',
  ladderHere: '<- to ask about',
  ladderMaybe: '<- could be',

  whyLevel: 'Why this level',
  whyUrgent: 'Why this soon',
  youSaid: 'You said: {answers}',
  oneAnswer: 'This one answer was enough.',
  oneReason: 'This one reason was enough.',
  eachEnough: 'Each of these reasons was enough by itself.',

  changeHeading: 'What would change it',
  changeMore: 'More care would fit if, for example, this became true:',
  changeLess: 'Less care could be enough once, for example, this is true:',
  change: '{question} "{answer}" ({level})',
  changeNone: 'No other answer to just one question would change it.',

  besideHeading: 'The levels next to it',
  besideMore: 'One step more: {level}. {week} None of your answers asked for this much.',
  besideLess: 'One step less: {level}. {week} Your answers ask for more than this.',
  expectHeading: 'What to expect',
  followsHeading: 'What may come after',

  adviceHeading: 'Good to know',
  notSureHeading: 'Where you were not sure',
  notSureItem: '{question} To be careful, we took it as: "{counted}"',
  notSureAsk: 'Ask a professional: {ask}',
  bringHeading: 'What to bring',
  askHeading: 'What to ask a program',
  answersHeading: 'Your answers',
  notAskedHeading: 'What we did not ask',
  noticeHeading: 'What this is not',
  ruleSet: 'Made with the rules "{id}", version {version} ({digest}).',
  nextHeading: 'Your next step today',
  nextEmergency: 'Get help now, before all else. Call, text, or go. The rest can wait.',
  contactsHeading: 'More help',
} as const;
