import * as z from 'zod';
import { mapped, type LabelMap } from '../labels.ts';
import { ratio, type Values } from '../metric.ts';
import { redactionScore, type PersonalSpan } from '../redaction/score.ts';
import { BadRow, GoldRow, parseRow, turnsOf, type IdentifiedRow } from '../rows.ts';
import type { Sums, Tally } from '../tallies.ts';
import type { Task } from '../task.ts';

/** A call with its personal data marked. */
export interface MarkedCall {
  readonly turns: readonly string[];
  readonly spans: readonly PersonalSpan[];
}

const Offset = z.number().int().nonnegative();
const Marked = z.looseObject({
  pii: z.array(
    z.object({ turn: Offset.default(0), start: Offset, end: Offset, kind: z.string().min(1) }),
  ),
});
const Redacted = z.object({ redactedTurns: z.array(z.object({ text: z.string() })) });

/** Redacted turns against the personal data of their originals. */
export function redactionTask(map: LabelMap): Task<MarkedCall, readonly string[]> {
  const kinds = new Set<string>();
  return {
    name: 'redaction',
    truth: (row) => {
      const turns = turnsOf(row).map(({ text }) => text);
      const { pii } = parseRow(Marked, row);
      const spans = pii.map((span) => ({ ...span, kind: mapped(span.kind, map) }));
      for (const [at, span] of spans.entries()) requireInside(span, turns, at);
      for (const { kind } of spans) kinds.add(kind);
      return { turns, spans };
    },
    answer: answerOf,
    tally: ({ turns, spans }, answer) => tallyOf(turns, spans, answer),
    figures: (sums) => figuresOf(sums, [...kinds].sort()),
    intervals: () => ({}),
    unmeasured: {
      recall: 'no personal data in the set',
      charPrecision: 'nothing was masked',
      cleanTurnsChanged: 'every turn holds personal data',
    },
    details: () => ({
      notes: [
        'recall: spans of which no character survived, whatever kind they were masked as',
        'charPrecision: masked characters that belong to personal data',
      ],
    }),
    errorColumns: ['turn', 'start', 'end', 'kind'],
    errors: ({ turns, spans }, answer) =>
      redactionScore(turns, spans, answer)
        .spans.filter(({ recalled }) => !recalled)
        .map(({ span: { turn, start, end, kind } }) => [turn, start, end, kind]),
    isRight: () => null,
  };
}

function requireInside(span: PersonalSpan, turns: readonly string[], at: number): void {
  const length = turns[span.turn]?.length;
  if (length === undefined) {
    throw new BadRow(`pii.${at}.turn: expected one of ${turns.length} turns, got ${span.turn}`);
  }
  if (span.start < span.end && span.end <= length) return;
  throw new BadRow(
    `pii.${at}: expected 0 <= start < end <= ${length} code units, got ${span.start} to ${span.end}`,
  );
}

/** `redactedTurns` as `sada analyse` prints them, or the redacted `turns` or `text` of a row. */
function answerOf(row: IdentifiedRow): readonly string[] | null {
  const redacted = Redacted.safeParse(row);
  if (redacted.success) return redacted.data.redactedTurns.map(({ text }) => text);
  const written = GoldRow.safeParse(row);
  if (!written.success || (!written.data.turns && typeof written.data.text !== 'string'))
    return null;
  return turnsOf(written.data).map(({ text }) => text);
}

function tallyOf(
  turns: readonly string[],
  spans: readonly PersonalSpan[],
  answer: readonly string[] | null,
): Tally {
  const score = redactionScore(turns, spans, answer);
  const tally: Record<string, number> = {
    spans: score.spans.length,
    recalled: score.spans.filter(({ recalled }) => recalled).length,
    masked: score.maskedCharacters,
    rightlyMasked: score.rightlyMasked,
    cleanTurns: score.cleanTurns,
    cleanTurnsChanged: score.cleanTurnsChanged,
  };
  for (const { span, recalled } of score.spans) {
    tally[`spans ${span.kind}`] = (tally[`spans ${span.kind}`] ?? 0) + 1;
    tally[`recalled ${span.kind}`] = (tally[`recalled ${span.kind}`] ?? 0) + (recalled ? 1 : 0);
  }
  return tally;
}

function figuresOf(sums: Sums, kinds: readonly string[]): Values {
  return {
    recall: ratio(sums('recalled'), sums('spans')),
    charPrecision: ratio(sums('rightlyMasked'), sums('masked')),
    cleanTurnsChanged: ratio(sums('cleanTurnsChanged'), sums('cleanTurns')),
    ...Object.fromEntries(
      kinds.map((kind) => [
        `recall.${kind}`,
        ratio(sums(`recalled ${kind}`), sums(`spans ${kind}`)),
      ]),
    ),
  };
}
