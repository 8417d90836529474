import { expect, test } from 'vitest';
import { adult } from './rule-sets.ts';

const ruleSet = adult();

/** All words of a part of the rule set: a level, a question, rules, advice or the referral. */
function words(part: unknown): string {
  return JSON.stringify(part).replaceAll(/\s+/g, ' ');
}

const level = (id: string): string => words(ruleSet.levels.find((one) => one.id === id));
const question = (id: string): string => words(ruleSet.questions.find((one) => one.id === id));
const options = (id: string): readonly string[] =>
  ruleSet.questions.flatMap((one) => (one.id === id && one.type === 'choice' ? one.options.map((option) => option.id) : []));
const rule = (id: string): string => words(ruleSet.rules.find((one) => one.id === id));
const advice = (id: string): string => words(ruleSet.advice.find((one) => one.id === id));
const ask = words(ruleSet.referral.ask);

/** What the seed articles say, fact by fact, with the place in the product that shows it. */
const FACTS: readonly (readonly [fact: string, shown: string, pattern: RegExp])[] = [
  ['an IOP is structured care while living at home', level('iop'), /set plan.*live at home|live at home.*set plan/],
  ['an IOP takes several hours on 3 to 5 days a week', level('iop'), /three to five days.*9 to 19 hours/],
  ['an IOP lasts 6 to 12 weeks, and its plan is reviewed', level('iop'), /6 to 12 weeks.*your plan/],
  ['sessions by day, in the evening or on weekends, often outside working hours', level('iop') + advice('evening-groups'), /evening.*weekends.*outside work hours/],
  ['the schedule question offers evenings and weekends', question('schedule'), /Evenings or weekends/],
  ['components: individual, group and family therapy', level('iop'), /one-on-one therapy.*group therapy.*family therapy/],
  ['components: education and skills, medication', level('iop'), /coping skills.*medicine/],
  ['components: mindfulness, nutrition, exercise, art, yoga', level('iop'), /mindfulness, nutrition, exercise, art, or yoga/],
  ['therapies: CBT, DBT, trauma-informed, mindfulness', ask, /CBT, DBT, trauma-informed care, or mindfulness/],
  ['conditions: addiction, depression, anxiety, trauma, bipolar, eating', options('focus').join(), /substance-use,depression,anxiety,trauma,bipolar,eating/],
  ['each condition has a piece of advice', words(ruleSet.advice.map(({ id }) => id)), /focus-substance-use.*focus-depression.*focus-anxiety.*focus-trauma.*focus-bipolar.*focus-eating/],
  ['a good fit needs no medical detox', question('detox') + rule('likely-withdrawal'), /Detox in a hospital/],
  ['an IOP fits who needs structure, not care day and night', level('iop'), /need structure and more help than weekly visits, but not care day and night/],
  ['a good fit: stepping down from inpatient, residential or PHP', question('history') + rule('stepping-down'), /leaving.*hospital, residential care, or a PHP.*step down/],
  ['a good fit is motivated', question('motivation'), /ready are you to go to treatment and take part/],
  ['a good fit has a stable home', question('home'), /Safe and steady/],
  ['a good fit must keep work, school or family duties', rule('moderate-with-time-for-more') + question('schedule'), /keep up your daily life.*work, school, or family/],
  ['a good fit can live safely at home but needs frequent support', level('iop'), /you can be safe at home/],
  ['severe or life-threatening symptoms: inpatient or residential first', rule('intent-plan-or-attempt') + rule('extreme-symptoms'), /"inpatient".*"inpatient"/],
  ['after that an IOP as a step down', level('inpatient') + advice('step-down-later'), /step down to a PHP or an IOP.*An IOP may come later, as a step down/],
  ['not a fit: needs round-the-clock care', level('iop'), /not care day and night/],
  ['factor: severity', question('severity'), /symptoms get in the way/],
  ['factor: commitment and readiness to attend', question('motivation'), /go and take part/],
  ['factor: support system', question('support'), /people who help you/],
  ['factor: treatment goals', question('goals'), /What do you hope to get out of care/],
  ['factor: timetable', question('schedule'), /When could you go to sessions/],
  ['weak support: ask the programme about other sources', advice('no-support-help'), /what other sources of support/],
  ['goals: relief, skills, relapse prevention, quality of life, stability', options('goals').join(), /relief,skills,relapse-prevention,quality-of-life,stability/],
  ['inpatient: full time at a facility, for severe cases', level('inpatient'), /stay there day and night.*could not be safe at a lower level/],
  ['PHP: more intensive than IOP, many hours, most days', level('php'), /20 hours a week or more.*most weekdays/],
  ['PHP has more hours and closer care than an IOP', level('php'), /more hours and closer care than an IOP/],
  ['IOP is the middle ground', level('iop'), /middle ground/],
  ['outpatient: one, perhaps two sessions a week', level('outpatient'), /one or two visits a week/],
  ['IOP usually costs less than inpatient and is often insured', level('iop'), /often costs less than inpatient care, and insurance often covers it/],
  ['step-down and continuing care make a relapse less likely', level('iop') + advice('step-down-later'), /makes a relapse less likely/],
  ['a good programme has accredited professionals', ask, /licensed and accredited/],
  ['a good programme has a range of therapies', ask, /What else can I choose from/],
  ['a good programme is friendly', ask, /friendly place/],
  ['a licensed professional decides', words(ruleSet.referral), /licensed professional decides/],
  ['talk over symptoms and goals honestly', words(ruleSet.referral), /open and honest.*symptoms and your goals/],
  ['the gaps of the articles are filled: hours per level', ruleSet.levels.map(({ hours }) => hours).join(), /Under 9.*9 to 19.*20 hours.*24 hours/],
  ['... withdrawal danger', advice('do-not-stop-suddenly'), /Do not stop drinking or taking sedatives suddenly/],
  ['... crisis numbers', words(ruleSet.contacts), /988.*741741.*1-800-662-4357/],
  ['... an unsafe home', advice('unsafe-home-help'), /domestic violence line/],
  ['... residential care told apart from a hospital', advice('ask-about-a-hospital') + advice('ask-about-residential'), /Ask about a hospital.*Ask about a residential program/],
  ['... people under 18', words(ruleSet.scope), /for adults.*adult you trust/],
];

test.each(FACTS)('the product shows that %s', (_, shown, pattern) => {
  expect(shown).toMatch(pattern);
});
