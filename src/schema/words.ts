import { z } from 'zod';

/**
 * The small shapes that all files share. Where a shape says `error: '<code>'`, that is the problem code to report
 * (`src/model/problem.ts`) when a value is not of this shape.
 */

/** The pattern of every id: small letters, digits and single dashes, starting with a letter. */
const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const VERSION = /^(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})$/;
const ADDRESS = /^https?:\/\/[a-z0-9.-]+(:\d+)?(\/[^\s"<>]*)?$/i;

export const id = z.string({ error: 'bad-id' }).regex(ID, { error: 'bad-id' });
/** The id of something that stands elsewhere. */
export const name = z.string();
export const names = z.array(name).min(1);
export const text = z.string().trim().min(1);
export const texts = z.array(text).min(1);
export const version = z.string({ error: 'bad-version' }).regex(VERSION, { error: 'bad-version' });
export const address = z.string().regex(ADDRESS, { error: 'bad-address' });
export const day = z.iso.date({ error: 'bad-day' });
export const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/);

/** A map with exactly these keys. For an unknown key, the issue's message lists the keys that are known. */
export function map<Fields extends z.core.$ZodLooseShape>(fields: Fields): z.ZodObject<Fields, z.core.$strict> {
  return z.strictObject(fields, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? Object.keys(fields).join(' ') : undefined),
  });
}
