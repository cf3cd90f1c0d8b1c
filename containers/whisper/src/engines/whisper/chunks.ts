import type { SpeechSegment } from '../../voice-activity/segments.ts';
import { CHUNK } from './parameters.ts';

/** A stretch of speech within a chunk. */
export interface Piece {
  /** Where it lies in the recording, in seconds from its start. */
  start: number;
  end: number;
  /** Where it begins in the chunk, in seconds. */
  at: number;
}

/** Speech of one channel with the silence cut out: what the engine hears at once. */
export interface Chunk {
  pieces: readonly Piece[];
}

/**
 * Packs speech into as few chunks as its order allows: the encoder pays for 30 s a chunk, however
 * little is in it. A segment that does not fit whole is cut in a pause.
 * @param segments sorted, none longer than a chunk may be before padding
 */
export function chunksOf(segments: readonly SpeechSegment[]): Chunk[] {
  const chunks: { pieces: Piece[] }[] = [];
  for (const { start, end } of segments.flatMap(cutInPauses)) {
    const open = chunks.at(-1);
    const last = open?.pieces.at(-1);
    const goesOn = last?.end === start;
    const at = open === undefined ? 0 : secondsOf(open) + (goesOn ? 0 : CHUNK.gap);
    if (open === undefined || at + end - start > CHUNK.longest) {
      chunks.push({ pieces: [{ start, end, at: 0 }] });
    } else if (last && goesOn) last.end = end;
    else open.pieces.push({ start, end, at });
  }
  return chunks;
}

function cutInPauses({ start, end, pauses = [] }: SpeechSegment): SpeechSegment[] {
  const cuts = [start, ...pauses, end];
  return cuts.slice(1).map((cut, at) => ({ start: cuts[at] ?? start, end: cut }));
}

/** The length of a chunk. */
export function secondsOf({ pieces }: Chunk): number {
  const last = pieces.at(-1);
  return last === undefined ? 0 : last.at + last.end - last.start;
}

/**
 * Times in a chunk as times in the recording. What begins and ends in different pieces, or in the
 * gap between two, is put into the piece that holds its middle, as a word is never cut in two.
 */
export function inRecording(
  { pieces }: Chunk,
  from: number,
  to: number,
): { start: number; end: number } {
  const middle = (from + to) / 2;
  const piece =
    pieces.find(({ at, start, end }) => middle < at + end - start + CHUNK.gap / 2) ?? pieces.at(-1);
  if (piece === undefined)
    throw new RangeError('expected a chunk with a piece of speech, got none');
  const within = (time: number): number =>
    hundredths(Math.min(piece.end, Math.max(piece.start, piece.start + time - piece.at)));
  return { start: within(from), end: within(to) };
}

const hundredths = (seconds: number): number => Math.round(seconds * 100) / 100;
