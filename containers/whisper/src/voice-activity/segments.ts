import { FRAME_SECONDS } from './detector.ts';

/** A stretch of speech, in seconds from the recording's start. */
export interface SpeechSegment {
  start: number;
  end: number;
  /** Where it may be cut: the middles of pauses too short to end it. */
  pauses?: readonly number[];
}

/** Silero's own defaults for the thresholds; the rest is facts of telephone speech. */
const TO_START = 0.5;
const TO_GO_ON = 0.35;
/** Shorter than any word: a click or a cough. */
const SHORTEST_SPEECH_SECONDS = 0.25;
/** Shorter than a pause between sentences: one that belongs to the sentence. */
const SHORTEST_SILENCE_SECONDS = 0.45;
/** Soft first and last sounds lie outside of what the detector is sure of. */
const PADDING_SECONDS = 0.15;
/** Whisper hears 30 s at a time. */
const LONGEST_SPEECH_SECONDS = 28;

/** Frames from `start` up to, not including, `end`. */
interface Run {
  start: number;
  end: number;
  pauses: readonly number[];
}

/**
 * Where speech is, from the detector's probabilities: sorted, apart from each other, none longer
 * than 28 s before padding.
 * @param durationSeconds of the recording, which no segment exceeds
 */
export function speechSegments(
  probabilities: readonly number[],
  durationSeconds: number,
): SpeechSegment[] {
  return joined(voiced(probabilities))
    .filter(({ start, end }) => (end - start) * FRAME_SECONDS >= SHORTEST_SPEECH_SECONDS)
    .flatMap((run) => withinLongest(run, probabilities))
    .map(({ start, end, pauses }, at, runs) => ({
      start: paddedStart(start, runs[at - 1]),
      end: Math.min(durationSeconds, paddedEnd(end, runs[at + 1])),
      ...(pauses.length > 0 && { pauses: pauses.map((pause) => pause * FRAME_SECONDS) }),
    }));
}

/** Runs that begin with certainty and last while speech is likely. */
function voiced(probabilities: readonly number[]): Run[] {
  const runs: Run[] = [];
  let open: Run | undefined;
  probabilities.forEach((probability, at) => {
    if (open === undefined && probability >= TO_START)
      runs.push((open = { start: at, end: at, pauses: [] }));
    if (open !== undefined && probability < TO_GO_ON) open = undefined;
    if (open !== undefined) open.end = at + 1;
  });
  return runs;
}

/** Runs with no more than a short pause between them made one. */
function joined(runs: readonly Run[]): Run[] {
  const result: Run[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    const pause = last && (run.start - last.end) * FRAME_SECONDS;
    if (last && pause !== undefined && pause < SHORTEST_SILENCE_SECONDS) {
      last.pauses = [...last.pauses, (last.end + run.start) / 2];
      last.end = run.end;
    } else result.push({ ...run });
  }
  return result;
}

/** Cuts a run that is too long where speech is least likely, in the second half of what fits. */
function withinLongest(run: Run, probabilities: readonly number[]): Run[] {
  const longest = Math.floor(LONGEST_SPEECH_SECONDS / FRAME_SECONDS);
  if (run.end - run.start <= longest) return [run];
  const half = run.start + (longest >> 1);
  const candidates = probabilities.slice(half, run.start + longest);
  const cut = half + candidates.indexOf(Math.min(...candidates));
  const [before, after] = [
    run.pauses.filter((pause) => pause < cut),
    run.pauses.filter((pause) => pause > cut),
  ];
  return [
    { start: run.start, end: cut, pauses: before },
    ...withinLongest({ start: cut, end: run.end, pauses: after }, probabilities),
  ];
}

/** Padding never reaches past the middle of the pause, so that nothing is heard twice. */
function paddedStart(start: number, before: Run | undefined): number {
  const middle = before === undefined ? 0 : (before.end + start) / 2;
  return Math.max(middle * FRAME_SECONDS, start * FRAME_SECONDS - PADDING_SECONDS);
}

function paddedEnd(end: number, after: Run | undefined): number {
  const middle = after === undefined ? Infinity : (end + after.start) / 2;
  return Math.min(middle * FRAME_SECONDS, end * FRAME_SECONDS + PADDING_SECONDS);
}
