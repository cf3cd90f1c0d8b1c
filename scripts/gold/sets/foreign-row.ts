import * as z from 'zod';

/** A row of somebody else's set in the one form that all share; what is not named here is let go. */
export interface ImportedRow {
  readonly id: string;
  readonly lang: string;
  readonly text?: string;
  readonly turns?: readonly ForeignTurn[];
  readonly labels?: Readonly<Record<string, unknown>>;
  readonly references?: readonly string[];
  readonly pii?: readonly { turn: number; start: number; end: number; kind: string }[];
  readonly dialect?: string;
  readonly source: string;
  readonly license: string;
}

const ForeignTurn = z.object({ speaker: z.string(), text: z.string() });
type ForeignTurn = z.infer<typeof ForeignTurn>;

/** What every row of the sets has. */
export const ForeignRow = z.looseObject({
  id: z.string(),
  lang: z.string(),
  source: z.string(),
  license: z.string(),
  text: z.string().optional(),
  turns: z.array(ForeignTurn).optional(),
  labels: z.record(z.string(), z.unknown()).default({}),
  references: z.array(z.string()).optional(),
});
export type ForeignRow = z.infer<typeof ForeignRow>;

/** The common fields of a row that has the common form already. */
export function commonForm(row: ForeignRow): ImportedRow {
  const { id, lang, text, turns, labels, references, source, license } = row;
  const { dialect, ...others } = labels;
  return {
    id,
    lang,
    ...(typeof dialect === 'string' && { dialect }),
    ...(text !== undefined && { text }),
    ...(turns && { turns: turns.map(withSide) }),
    ...(Object.keys(others).length > 0 && { labels: others }),
    ...(references && { references }),
    source,
    license,
  };
}

/** Who is neither side, as ABCD's log lines of the agent's screen, is unknown. */
function withSide({ speaker, text }: ForeignTurn): ForeignTurn {
  const known = speaker === 'agent' || speaker === 'customer';
  return { speaker: known ? speaker : 'unknown', text };
}
