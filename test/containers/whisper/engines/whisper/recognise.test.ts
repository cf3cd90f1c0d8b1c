import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  ownProgress,
  type ChannelSpeech,
} from '../../../../../containers/whisper/src/engines/engine.ts';
import type {
  Heard,
  HeardSegment,
  Inference,
} from '../../../../../containers/whisper/src/engines/whisper/inference.ts';
import { recogniseSpeech } from '../../../../../containers/whisper/src/engines/whisper/recognise.ts';
import { aSegment } from './a-segment.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recognise-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** A channel with a minute of sound and speech where `segments` say. */
async function aChannel(channel: number, segments: ChannelSpeech['segments']) {
  const pcmFile = join(folder, `${channel}.pcm`);
  await writeFile(pcmFile, Buffer.alloc(60 * 32_000, channel + 1));
  return { channel, pcmFile, segments };
}

/** Answers each chunk with what was prepared for it, in order. */
class Prepared implements Inference {
  readonly heard: Buffer[] = [];
  readonly #answers: (HeardSegment | Error)[];

  constructor(...answers: (HeardSegment | Error)[]) {
    this.#answers = answers;
  }

  async hear(wav: Buffer): Promise<Heard> {
    this.heard.push(wav);
    const answer = this.#answers.shift() ?? aSegment();
    if (answer instanceof Error) throw answer;
    return { language: 'en', segments: [answer], detected: null };
  }
}

const options = (progress = ownProgress()) => ({
  language: 'en' as const,
  progress,
  signal: new AbortController().signal,
});

const token = (word: string, start: number, probability: number) => ({
  word,
  start,
  end: start + 1,
  probability,
});

const TWO_CHUNKS = [
  { start: 2, end: 12 },
  { start: 30, end: 55 },
];

describe('recognition of speech', () => {
  it('sends the speech alone, as WAV files, and puts words back where they were', async () => {
    const inference = new Prepared(
      aSegment({ start: 1, end: 3 }),
      aSegment({ start: 20, end: 22 }),
    );
    const { segments } = await recogniseSpeech(
      [await aChannel(0, TWO_CHUNKS)],
      options(),
      inference,
    );
    expect(inference.heard.map(({ length }) => (length - 44) / 32_000)).toEqual([10, 25]);
    expect(segments.flatMap(({ words }) => words)).toEqual([
      { text: 'good', start: 3, end: 4, confidence: 0.9 },
      { text: 'morning', start: 4, end: 5, confidence: 0.9 },
      { text: 'good', start: 50, end: 51, confidence: 0.9 },
      { text: 'morning', start: 51, end: 52, confidence: 0.9 },
    ]);
  });

  it('joins the pieces of a word, keeps words of other scripts whole', async () => {
    const pieces = [
      token(' فا', 0, 0.5),
      token('تورة', 1, 1),
      token('،', 2, 0.75),
      token(' ok', 3, 1),
    ];
    const inference = new Prepared(aSegment({ text: 'فاتورة، ok', tokens: pieces, end: 4 }));
    const speech = await aChannel(1, [{ start: 10, end: 20 }]);
    const { segments } = await recogniseSpeech([speech], options(), inference);
    expect(segments).toEqual([
      {
        channel: 1,
        language: 'en',
        words: [
          { text: 'فاتورة،', start: 10, end: 13, confidence: 0.75 },
          { text: 'ok', start: 13, end: 14, confidence: 1 },
        ],
      },
    ]);
  });

  it('keeps what it does not believe, with where it was and why', async () => {
    const inference = new Prepared(aSegment({ text: 'Thanks for watching!', start: 4, end: 6 }));
    const speech = await aChannel(0, [{ start: 10, end: 20 }]);
    const { segments, rejected } = await recogniseSpeech([speech], options(), inference);
    expect(segments.flatMap(({ words }) => words)).toEqual([]);
    expect(rejected).toEqual([
      { channel: 0, start: 14, end: 16, text: 'Thanks for watching!', reason: 'known-phrase' },
    ]);
  });

  it('goes on after the chunks that are done, with the same result', async () => {
    const speech = await aChannel(0, TWO_CHUNKS);
    const whole = await recogniseSpeech([speech], options(), new Prepared());
    const progress = ownProgress();
    const broken = new Prepared(aSegment(), new Error('the worker stops'));
    await expect(recogniseSpeech([speech], options(progress), broken)).rejects.toThrow('stops');
    const rest = new Prepared();
    expect(await recogniseSpeech([speech], options(progress), rest)).toEqual(whole);
    expect(rest.heard).toHaveLength(1);
  });

  it('hears a chunk again whose kept result is none', async () => {
    const progress = ownProgress();
    progress.keep('0:2-12', { language: 'en' });
    const inference = new Prepared();
    await recogniseSpeech([await aChannel(0, TWO_CHUNKS)], options(progress), inference);
    expect(inference.heard).toHaveLength(2);
  });

  it('stops the other channel when one fails', async () => {
    let stopped = false;
    const inference: Inference = {
      async hear(wav, { signal }) {
        if (wav.at(-1) === 1) throw new Error('no more');
        await new Promise<void>((resolve) => {
          if (signal.aborted) resolve();
          else signal.addEventListener('abort', () => resolve());
        });
        stopped = true;
        throw signal.reason;
      },
    };
    const channels = [await aChannel(0, TWO_CHUNKS), await aChannel(1, TWO_CHUNKS)];
    await expect(recogniseSpeech(channels, options(), inference)).rejects.toThrow('no more');
    expect(stopped).toBe(true);
  });
});
