import { commonForm, type ForeignRow, type ImportedRow } from './foreign-row.ts';

/** Tweets without the accounts that they name: they are people's, and no label hangs on them. */
export function tweetRow(row: ForeignRow): ImportedRow {
  const { text = '', ...rest } = row;
  return commonForm({ ...rest, text: text.replaceAll(/@\w+/g, '@user') });
}
