import * as z from 'zod';
import { GoldRow } from '../../core/evaluation/rows.ts';
import { DIALECTS } from '../../scripts/gold/call-source.ts';
import { readJsonLines } from '../../scripts/gold/json-lines.ts';
import { PII_KINDS } from '../../scripts/gold/kinds.ts';

const FOLDER = new URL('./', import.meta.url);
export const PARTS = ['tune', 'held-out'] as const;
export const LANGUAGES = ['en', 'ar'] as const;

const Offset = z.number().int().nonnegative();

const OwnRow = GoldRow.extend({
  lang: z.enum(LANGUAGES),
  dialect: z.enum(DIALECTS).optional(),
  labels: z.record(z.string(), z.unknown()),
  pii: z
    .array(z.object({ turn: Offset, start: Offset, end: Offset, kind: z.enum(PII_KINDS) }))
    .default([]),
});
export type OwnRow = z.infer<typeof OwnRow>;

/** The rows of one of our own sets. */
export function rowsOf(name: string): OwnRow[] {
  return readJsonLines(new URL(name, FOLDER).pathname).map((row) => OwnRow.parse(row));
}

export function rowsOfPart(kind: 'calls' | 'summaries', part: string): OwnRow[] {
  return LANGUAGES.flatMap((lang) => rowsOf(`${kind}.${lang}.${part}.jsonl`));
}

export const calls = PARTS.flatMap((part) => rowsOfPart('calls', part));
export const summaries = PARTS.flatMap((part) => rowsOfPart('summaries', part));

/** What was written to tune on beside the parts. */
export const EXTRA = ['summaries', 'calls', 'short-calls', 'endings'] as const;
export function extraRows(
  kind: (typeof EXTRA)[number],
  lang: (typeof LANGUAGES)[number],
): OwnRow[] {
  return rowsOf(`tune/${kind}.${lang}.extra.jsonl`);
}
