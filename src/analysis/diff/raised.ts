import type { Difference, Effect } from '../../model/difference.ts';

type Numbers = readonly number[];

/**
 * Whether the version was raised as docs/rule-language.md asks: the first number when someone could get less, the second
 * when any level or urgency changes, the third when anything else does. Undefined for two different rule sets.
 */
export function raisedEnough({ old, new: now, parts }: Pick<Difference, 'old' | 'new' | 'parts'>, effect: Effect): Difference['versionRaised'] {
  if (old.id !== now.id) return undefined;
  const [first = 0, second = 0, third = 0] = numbersOf(old.version);
  const least = mayLower(effect) ? [first + 1, 0, 0] : mayChange(effect) ? [first, second + 1, 0] : [first, second, third + Number(parts.length > 0)];
  return { least: least.join('.'), enough: !isBelow(numbersOf(now.version), least) };
}

/** It cannot be ruled out that someone gets a less intensive level or a less pressing urgency. */
export function mayLower(effect: Effect): boolean {
  switch (effect.how) {
    case 'counted':
      return effect.lowered > 0n || effect.notCompared.old > 0n;
    case 'proved':
      return effect.findings.some(({ direction, found }) => direction === 'lowered' && found !== 'no') || effect.notCompared.old > 0n;
    case 'records':
      return effect.lowered > 0n || effect.notCompared > 0n;
  }
}

/** It cannot be ruled out that someone gets another level or urgency. */
export function mayChange(effect: Effect): boolean {
  switch (effect.how) {
    case 'counted':
      return effect.changed > 0n || effect.notCompared.old + effect.notCompared.new > 0n;
    case 'proved':
      return effect.findings.some(({ found }) => found !== 'no') || effect.notCompared.old + effect.notCompared.new > 0n;
    case 'records':
      return effect.changed > 0n || effect.notCompared > 0n;
  }
}

function numbersOf(version: string): Numbers {
  return version.split('.').map(Number);
}

function isBelow(version: Numbers, least: Numbers): boolean {
  const apart = version.map((number, place) => number - (least[place] as number));
  return (apart.find((difference) => difference !== 0) ?? 0) < 0;
}
