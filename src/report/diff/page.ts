import type { Difference, Version } from '../../model/difference.ts';

/** What a difference is reported from. */
export interface DiffPage {
  readonly difference: Difference;
  /** The two versions as the command line names them. */
  readonly names: { readonly old: string; readonly new: string };
  /** Where changes that were reviewed are kept; absent when nobody asked for it, or nothing changed. */
  readonly acceptance?: Acceptance;
}

export interface Acceptance {
  readonly file: string;
  /** The line that accepts this very change, from 1; null when there is none. */
  readonly line: number | null;
}

/** The line with which a reviewer accepts a change: this old version to this new one, and no other. */
export function acceptanceLine({ old, new: now }: Pick<Difference, 'old' | 'new'>): string {
  return `accepted: ${shortDigest(old)} to ${shortDigest(now)}`;
}

/** As much of a digest as tells versions apart, and fits a line. */
export function shortDigest({ digest }: Pick<Version, 'digest'>): string {
  return digest.slice(0, 'sha256:'.length + 16);
}
