import * as z from 'zod';
import { Speaker } from '../transcript.ts';

/** A row of a set cannot be used; the message says which field and what was expected of it. */
export class BadRow extends Error {
  override readonly name = 'BadRow';
}

/** Other people's speakers ("Customer Support", "action") are nobody's side: whole labels count. */
const SpeakerLabel = z.string().transform((label): Speaker => {
  const speaker = Speaker.safeParse(label.trim().toLowerCase());
  return speaker.success ? speaker.data : 'unknown';
});

const WrittenTurn = z.object({ speaker: SpeakerLabel.default('unknown'), text: z.string() });
export type WrittenTurn = z.infer<typeof WrittenTurn>;

/** Ids are compared as text: 17 and "17" are the same row. */
const ID_EXPECTED = 'expected a text or a number';
const Id = z
  .union([z.string().min(1, ID_EXPECTED), z.number()], { error: ID_EXPECTED })
  .transform(String);

/** Any row that can be joined. */
export const IdentifiedRow = z.looseObject({ id: Id });
export type IdentifiedRow = z.infer<typeof IdentifiedRow>;

/** A row of a gold set; tasks read what they need of labels, references and personal data. */
export const GoldRow = z.looseObject({
  id: Id,
  lang: z.string().nullish(),
  text: z.string().nullish(),
  turns: z.array(WrittenTurn).nullish(),
  labels: z.record(z.string(), z.unknown()).nullish(),
});
export type GoldRow = z.infer<typeof GoldRow>;

/** @throws BadRow */
export function parseRow<Row>(schema: z.ZodType<Row>, value: unknown): Row {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const path = issue?.path.join('.') || 'row';
  throw new BadRow(`${path}: ${issue?.message ?? 'invalid'}`);
}

/**
 * The turns of a row; a lone text is one turn of the customer's.
 * @throws BadRow when it has neither
 */
export function turnsOf({ turns, text }: Pick<GoldRow, 'turns' | 'text'>): WrittenTurn[] {
  if (turns) return turns;
  if (typeof text === 'string') return [{ speaker: 'customer', text }];
  throw new BadRow('text: expected text or turns, got neither');
}
