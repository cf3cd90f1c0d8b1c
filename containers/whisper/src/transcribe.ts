import { stat } from 'node:fs/promises';
import type { Clock } from '../../../core/clock.ts';
import type { TranscriptionJob } from '../../../core/job.ts';
import type { RawTranscript } from '../../../core/transcript.ts';
import { conversationOf } from './conversation/conversation.ts';
import {
  requireLanguage,
  type ChannelSpeech,
  type Progress,
  type SpeechEngine,
} from './engines/engine.ts';
import { RecordingRejected } from './errors.ts';
import { decode, type DecodedAudio } from './recording/decode.ts';
import { probe } from './recording/probe.ts';
import type { Stopwatch } from './stopwatch.ts';
import type { VoiceDetector } from './voice-activity/detector.ts';
import { speechSegments } from './voice-activity/segments.ts';

/** What hears a recording. */
export interface Transcriber {
  engine: SpeechEngine;
  detector: VoiceDetector;
  clock: Clock;
  longestSeconds: number;
  /** Off unless it says otherwise. */
  noiseReduction?: boolean;
}

/** One recording on disk and what is known of it beforehand. */
export interface Request {
  file: string;
  /** Where decoded sound may lie; whoever made it removes it. */
  folder: string;
  callId: string;
  revision: string;
  hints: Pick<TranscriptionJob['hints'], 'language' | 'agentChannel'> & {
    /** Null where nobody has measured it. */
    durationSeconds: number | null;
  };
  signal: AbortSignal;
  progress: Progress;
  stages: Stopwatch;
}

/**
 * Hears a recording: decode, find speech, recognise, put into turns.
 * @throws RecordingRejected when the recording is at fault, TranscriptionFailed when we are, the
 * signal's reason when the work was stopped
 */
export async function transcribe(request: Request, parts: Transcriber): Promise<RawTranscript> {
  const { callId, revision, hints, signal, progress, stages } = request;
  requireLanguage(parts.engine, hints.language);
  const engine = await parts.engine.description();
  const audio = await stages.time('decodeSeconds', () => decoded(request, parts));
  const channels = audio.pcmFiles.length;
  const speech = await stages.time('voiceSeconds', () => speechOf(audio, parts, signal));
  if (speech.every(({ segments }) => segments.length === 0))
    throw new RecordingRejected('NO_SPEECH');
  const recognition = await stages.time('recogniseSeconds', () =>
    parts.engine.recognise(speech, { language: hints.language, signal, progress }),
  );
  const conversation = await stages.time('mergeSeconds', () =>
    conversationOf(recognition, speech, hints.agentChannel),
  );
  const { durationSeconds } = audio;
  const about = { schemaVersion: 1 as const, callId, revision, durationSeconds, channels, engine };
  return { ...about, ...conversation, redacted: false };
}

async function decoded(
  { file, folder, hints, signal }: Request,
  { clock, longestSeconds, noiseReduction = false }: Transcriber,
): Promise<DecodedAudio> {
  // An empty file has no headers that could call it a recording or not.
  if ((await stat(file)).size === 0) throw new RecordingRejected('EMPTY');
  const header = await probe(file, { clock, signal });
  const options = { clock, signal, folder, longestSeconds, noiseReduction };
  const audio = await decode(file, header, options);
  if (clearlyShorter(audio.durationSeconds, hints.durationSeconds)) {
    throw new RecordingRejected('TRUNCATED');
  }
  return audio;
}

/** Headers of compressed formats are off by a frame or two: 1 s and 5 % are more than that. */
function clearlyShorter(seconds: number, expected: number | null): boolean {
  return expected !== null && expected - seconds > Math.max(1, expected * 0.05);
}

async function speechOf(
  { pcmFiles, durationSeconds }: DecodedAudio,
  { detector }: Transcriber,
  signal: AbortSignal,
): Promise<ChannelSpeech[]> {
  const channels: ChannelSpeech[] = [];
  // One after the other: the detector has one thread.
  for (const [channel, pcmFile] of pcmFiles.entries()) {
    const probabilities = await detector.probabilities(pcmFile, signal);
    channels.push({ channel, pcmFile, segments: speechSegments(probabilities, durationSeconds) });
  }
  return channels;
}
