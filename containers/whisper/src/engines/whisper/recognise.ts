import * as z from 'zod';
import { Language } from '../../../../../core/call.ts';
import { RejectedSpeech, Word } from '../../../../../core/transcript.ts';
import type { ChannelSpeech, Recognition, RecogniseOptions } from '../engine.ts';
import { wavOfChunk } from './chunk-audio.ts';
import { chunksOf, inRecording, type Chunk } from './chunks.ts';
import { sceptic, type Sceptic } from './disbelief.ts';
import type { Inference } from './inference.ts';
import { LanguageFollower, type HeardIn } from './language.ts';
import { wordsOf } from './words.ts';

/** What is kept of a chunk, for whoever goes on with the recording. */
const HeardChunk = z.object({
  language: Language,
  words: z.array(Word),
  rejected: z.array(RejectedSpeech),
});
type HeardChunk = z.infer<typeof HeardChunk>;

/**
 * Hears all channels at once, the chunks of each in their order.
 * @throws whatever `inference` throws, once the other channels are stopped
 */
export async function recogniseSpeech(
  channels: readonly ChannelSpeech[],
  options: RecogniseOptions,
  inference: Inference,
): Promise<Recognition> {
  const abort = new AbortController();
  const signal = AbortSignal.any([options.signal, abort.signal]);
  const heard = await Promise.allSettled(
    channels.map(async (speech) => {
      try {
        return await hearChannel(speech, { ...options, signal }, inference);
      } catch (error) {
        abort.abort(error);
        throw error;
      }
    }),
  );
  abort.signal.throwIfAborted();
  const recognitions = heard.flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
  return {
    segments: recognitions.flatMap(({ segments }) => segments),
    rejected: recognitions.flatMap(({ rejected }) => rejected),
  };
}

async function hearChannel(
  { channel, pcmFile, segments }: ChannelSpeech,
  { language, progress, signal }: RecogniseOptions,
  inference: Inference,
): Promise<Recognition> {
  const follower = new LanguageFollower(inference, language);
  const doubts = sceptic();
  const heard: HeardChunk[] = [];
  for (const chunk of chunksOf(segments)) {
    const part = partOf(channel, chunk);
    const before = HeardChunk.safeParse(progress.find(part)).data;
    if (before === undefined) {
      const answer = await follower.hear(await wavOfChunk(pcmFile, chunk), signal);
      heard.push(believed(answer, { channel, chunk, doubts }));
      progress.keep(part, heard.at(-1));
    } else {
      follower.resume(before.language);
      heard.push(before);
    }
  }
  return {
    segments: heard.map((one) => ({ channel, language: one.language, words: one.words })),
    rejected: heard.flatMap(({ rejected }) => rejected),
  };
}

/** By its times: another cut of the same sound is another part. */
const partOf = (channel: number, { pieces }: Chunk): string =>
  `${channel}:${pieces.at(0)?.start}-${pieces.at(-1)?.end}`;

interface Context {
  channel: number;
  chunk: Chunk;
  doubts: Sceptic;
}

function believed(heard: HeardIn, { channel, chunk, doubts }: Context): HeardChunk {
  const { language, noSpeechProbability } = heard;
  const words: Word[] = [];
  const rejected: RejectedSpeech[] = [];
  for (const segment of heard.segments) {
    const reason = doubts.reasonAgainst({ ...segment, noSpeechProbability });
    if (reason === undefined) {
      words.push(...wordsOf(segment, chunk));
    } else {
      const times = inRecording(chunk, segment.start, segment.end);
      rejected.push({ channel, ...times, text: segment.text, reason });
    }
  }
  return { language, words, rejected };
}
