import type { RawTranscript, Speaker, Turn } from '../../../core/transcript.ts';

/** What a test says of a turn; the rest is filled in. */
export type Line = Partial<Turn> & { readonly text: string };

const CHANNELS: Readonly<Record<Speaker, number>> = { agent: 0, customer: 1, unknown: 0 };
const TURN_SECONDS = 5;

/** A raw transcript of turns that follow each other, five seconds apart, four seconds long. */
export function rawTranscript(
  lines: readonly Line[],
  more: Partial<RawTranscript> = {},
): RawTranscript {
  return {
    schemaVersion: 1,
    callId: 'call-1',
    revision: 'revision-1',
    durationSeconds: lines.length * TURN_SECONDS,
    channels: 2,
    engine: { name: 'demo', model: 'test', modelSha256: null, version: '1' },
    turns: lines.map(turnOf),
    rejected: [],
    redacted: false,
    ...more,
  };
}

/** Turns as people write them down: "A: how can I help?", "C: my line is dead", "?: hello". */
export function dialogue(script: string): Line[] {
  return script
    .trim()
    .split('\n')
    .map((line) => {
      const [, side, text] = /^\s*([AC?]):\s*(.*)$/u.exec(line) ?? [];
      if (text === undefined)
        throw new Error(`expected "A: ...", "C: ..." or "?: ...", got "${line}"`);
      return { speaker: side === 'A' ? 'agent' : side === 'C' ? 'customer' : 'unknown', text };
    });
}

function turnOf(line: Line, index: number): Turn {
  const speaker = line.speaker ?? 'customer';
  return {
    index,
    speaker,
    channel: CHANNELS[speaker],
    start: index * TURN_SECONDS,
    end: index * TURN_SECONDS + 4,
    language: 'en',
    confidence: null,
    ...line,
  };
}
