import type { CallRecord } from '../../../core/call.ts';
import type { GoldRow, IdentifiedRow } from '../../../core/evaluation/rows.ts';
import type { Transcript } from '../../../core/transcript.ts';
import { transcriptOf } from '../../../core/written-call.ts';
import type { KnownRecording } from './truth.ts';

/**
 * What a recording should have come to. Only the redacted transcript of a call is kept, so what was
 * said is redacted too before the two are compared.
 */
export function goldRow({ file, truth }: KnownRecording): GoldRow {
  const { turns } = transcriptOf({ id: file, lang: truth.language, turns: truth.turns });
  const said = turns.map(({ text }, at) => ({ text, channel: truth.turns[at]?.channel ?? 0 }));
  return { id: file, lang: truth.language, text: inChannels(said), labels: truth.labels };
}

/** What it did come to; null for a call that was not transcribed. */
export function answerRow(
  id: string,
  record: CallRecord | null,
  transcript: Transcript | null,
): IdentifiedRow | null {
  if (record === null || transcript === null) return null;
  const { sentiment, outcome, topics } = record;
  return { id, text: inChannels(transcript.turns), labels: { sentiment, outcome, topics } };
}

/** Channel after channel: who talks over whom shifts turns, not words. */
function inChannels(turns: readonly { readonly text: string; readonly channel: number }[]): string {
  return turns
    .toSorted((one, other) => one.channel - other.channel)
    .map(({ text }) => text)
    .join(' ');
}
