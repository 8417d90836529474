import type { Difference } from '../../model/difference.ts';

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
  return `accepted: ${old.digest} to ${now.digest}`;
}
