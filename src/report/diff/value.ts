import type { Difference } from '../../model/difference.ts';
import type { DiffPage } from './page.ts';

/** A difference as a value for JSON; counts are texts, because they can be larger than a number holds. */
export function diffValue({ difference, names, acceptance }: DiffPage): unknown {
  const { old, new: now, ...told } = difference;
  return {
    schemaVersion: 1,
    old: { file: names.old, ...old },
    new: { file: names.new, ...now },
    changed: isAnyChange(difference),
    ...(withTexts(told) as object),
    ...(acceptance === undefined ? {} : { acceptance }),
  };
}

/** The two versions are not the same to the letter. */
export function isAnyChange({ old, new: now }: Difference): boolean {
  return old.digest !== now.digest;
}

function withTexts(value: unknown): unknown {
  if (typeof value === 'bigint') return String(value);
  if (Array.isArray(value)) return value.map(withTexts);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, withTexts(held)]));
}
