import * as z from 'zod';
import { commonForm, type ForeignRow, type ImportedRow } from './foreign-row.ts';

const Profile = z.record(z.string(), z.string());

/** ABCD's profile of the customer, and our kinds; the level of a membership tells nobody apart. */
const KINDS: Readonly<Record<string, string>> = {
  email: 'EMAIL',
  phone: 'PHONE',
  username: 'ACCOUNT_ID',
  account_id: 'ACCOUNT_ID',
  customer_name: 'NAME',
};

/**
 * ABCD: its profiles have no offsets, so that every mention of a value is marked, of a name each of
 * its words too. Order numbers and streets are in no profile and stay unmarked.
 */
export function abcdRow(row: ForeignRow): ImportedRow {
  const common = commonForm(row);
  const profile = Profile.parse(row['pii']);
  const pii = (common.turns ?? []).flatMap(({ text }, turn) =>
    mentions(text, profile).map((span) => ({ turn, ...span })),
  );
  return { ...common, pii };
}

interface Mention {
  readonly start: number;
  readonly end: number;
  readonly kind: string;
}

/** Longer values first: a user name inside an address is part of the address. */
function mentions(text: string, profile: Readonly<Record<string, string>>): Mention[] {
  const values = Object.entries(KINDS).flatMap(([field, kind]) => {
    const value = profile[field];
    if (value === undefined) return [];
    const parts = kind === 'NAME' ? [value, ...value.split(' ')] : [value];
    return parts.map((part) => ({ part, kind }));
  });
  const found: Mention[] = [];
  for (const { part, kind } of values.toSorted((a, b) => b.part.length - a.part.length)) {
    const whole = new RegExp(`(?<![\\w@])${escaped(part)}(?![\\w@])`, 'gi');
    for (const { index } of text.matchAll(whole)) {
      const end = index + part.length;
      if (found.every((other) => end <= other.start || other.end <= index)) {
        found.push({ start: index, end, kind });
      }
    }
  }
  return found.toSorted((one, other) => one.start - other.start);
}

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
