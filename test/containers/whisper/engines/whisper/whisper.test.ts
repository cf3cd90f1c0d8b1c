import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../../../../containers/whisper/src/clock.ts';
import {
  ownProgress,
  type SpeechEngine,
} from '../../../../../containers/whisper/src/engines/engine.ts';
import { whisper } from '../../../../../containers/whisper/src/engines/whisper/whisper.ts';
import { stopwatch } from '../../../../../containers/whisper/src/stopwatch.ts';
import { transcribe } from '../../../../../containers/whisper/src/transcribe.ts';
import { loadSilero } from '../../../../../containers/whisper/src/voice-activity/silero.ts';
import {
  writeScriptedModel,
  type Script,
} from '../../../../../containers/whisper/tools/scripted-model.ts';

import { PROJECT_ROOT } from '../../../../../local/project.ts';
import { requireWhisperServer } from '../../../../support/whisper-cpp.ts';

const ENGLISH = {
  language: 'en',
  script: [
    { text: 'good morning this is Rana', start: 0.4, end: 2 },
    { text: 'how can I help you', start: 2.2, end: 3.4 },
  ],
} as const;
const ARABIC = {
  language: 'ar',
  script: [{ text: 'عندي مشكلة في الفاتورة', start: 0.2, end: 2.4 }],
} as const;

let folder: string;
const running: SpeechEngine[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'whisper-'));
});
afterAll(async () => {
  for (const engine of running) await engine.close?.();
  await rm(folder, { recursive: true });
});

/** Whisper with a model that says `script`, whatever the sound. */
function scripted(name: string, script: Script): SpeechEngine {
  const model = join(folder, `${name}.bin`);
  writeScriptedModel(model, script);
  const server = requireWhisperServer();
  const settings = { name: `whisper-${name}`, server, model, servers: 1, threads: 1 };
  const engine = whisper({ ...settings, gpuRequired: false }, systemClock);
  running.push(engine);
  return engine;
}

/** Left is heard by one engine and right by another, as if two people spoke their scripts. */
function eachItsOwn(left: SpeechEngine, right: SpeechEngine): SpeechEngine {
  return {
    ...left,
    async recognise(channels, options) {
      const [one, other] = await Promise.all([
        left.recognise(channels.slice(0, 1), options),
        right.recognise(channels.slice(1), options),
      ]);
      return {
        segments: [...one.segments, ...other.segments],
        rejected: [...one.rejected, ...other.rejected],
      };
    },
  };
}

async function heardBy(engine: SpeechEngine, agentChannel: 'left' | 'right' | null = null) {
  return transcribe(
    {
      file: join(PROJECT_ROOT, 'samples', 'router-follow-up.wav'),
      folder: await mkdtemp(join(folder, 'scratch-')),
      callId: 'call-1',
      revision: 'version-1',
      hints: { language: null, agentChannel, durationSeconds: null },
      signal: new AbortController().signal,
      progress: ownProgress(),
      stages: stopwatch(systemClock),
    },
    { engine, detector: await loadSilero(), clock: systemClock, longestSeconds: 60 },
  );
}

describe('Whisper', () => {
  it('hears an agent in English and a customer in Arabic, each where they speak', async () => {
    const engine = eachItsOwn(scripted('agent', ENGLISH), scripted('customer', ARABIC));
    const { turns, rejected, channels } = await heardBy(engine, 'right');
    expect({ rejected, channels }).toEqual({ rejected: [], channels: 2 });
    const heard = turns.map(({ speaker, language, text }) => ({ speaker, language, text }));
    expect(heard).toEqual([
      { speaker: 'customer', language: 'en', text: 'good morning this is Rana how can I help you' },
      { speaker: 'agent', language: 'ar', text: 'عندي مشكلة في الفاتورة' },
    ]);
    // The sample's truth: the left side speaks from 0.6 s on, the right one from 6.2 s.
    expect(turns.map(({ start }) => Math.round(start))).toEqual([1, 6]);
  });

  it('names its model, its version and the weights that heard', async () => {
    const description = await scripted('named', ENGLISH).description();
    expect(description).toEqual({
      name: 'whisper-named',
      model: 'named',
      modelSha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      version: 'whisper.cpp 1.9.1',
    });
  });

  it.each([
    ['known-phrase', { script: [{ text: 'Thanks for watching!', start: 0.4, end: 2 }] }],
    [
      'no-speech',
      {
        script: [{ text: 'so it goes on and on', start: 0.4, end: 4, confidence: 0.1 }],
        noSpeechProbability: 0.8,
      },
    ],
    ['repetitive', { script: [{ text: 'the same '.repeat(30).trim(), start: 0.4, end: 20 }] }],
    [
      'too-fast',
      { script: [{ text: 'one two three four five six seven eight', start: 0, end: 0.5 }] },
    ],
  ])('invents nothing: what is %s is rejected, and kept as such', async (reason, script) => {
    const pcmFile = join(folder, 'a-channel.pcm');
    await writeFile(pcmFile, Buffer.alloc(40 * 32_000));
    const speech = { channel: 1, pcmFile, segments: [{ start: 10, end: 35 }] };
    const { signal } = new AbortController();
    const engine = scripted(reason, { language: 'en', ...script });
    const heard = await engine.recognise([speech], {
      language: 'en',
      signal,
      progress: ownProgress(),
    });
    expect(heard.segments.flatMap(({ words }) => words)).toEqual([]);
    const [phrase] = script.script;
    expect(heard.rejected).toMatchObject([{ channel: 1, reason, text: phrase?.text }]);
    expect(heard.rejected[0]?.start).toBeCloseTo(10 + (phrase?.start ?? 0), 1);
  });
});
