import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  ScriptImpossible,
  writeScriptedModel,
  type Phrase,
  type Script,
} from '../../../../containers/whisper/tools/scripted-model.ts';
import { until } from '../../../support/until.ts';
import { requireWhisperServer } from '../../../support/whisper-cpp.ts';
import { tone, wavOf } from '../../../support/wav.ts';
import { heardBy } from './heard-by.ts';

const folder = mkdtempSync(join(tmpdir(), 'scripted-'));
afterAll(() => rmSync(folder, { recursive: true }));

const ENGLISH: Phrase[] = [
  { text: 'good morning this is Rana', start: 0.4, end: 2.52 },
  { text: "I'd like a refund, please", start: 3.1, end: 5 },
];
const ARABIC: Phrase[] = [
  { text: 'السلام عليكم ورحمة الله', start: 0, end: 2.38 },
  { text: 'كيف أستطيع مساعدتك اليوم؟', start: 2.38, end: 6.04 },
];

function written(script: Script, name = 'model.bin'): string {
  const path = join(folder, name);
  writeScriptedModel(path, script);
  return path;
}

describe('a scripted model, heard by whisper.cpp', () => {
  it.each([
    ['English', 'en', ENGLISH],
    ['Arabic', 'ar', ARABIC],
  ] as const)('says the %s of its script, at its times, in its language', (_, language, script) => {
    const heard = heardBy(written({ language, script }), 10);
    expect(heard.language).toBe(language);
    expect(heard.phrases.map(({ text }) => text)).toEqual(script.map(({ text }) => text));
    heard.phrases.forEach(({ start, end }, at) => {
      expect(Math.abs(start - (script[at]?.start ?? NaN))).toBeLessThan(0.02);
      expect(Math.abs(end - (script[at]?.end ?? NaN))).toBeLessThan(0.02);
    });
  });

  it('says it once in each window of 30 s', () => {
    const heard = heardBy(written({ language: 'en', script: ENGLISH }), 59);
    expect(heard.phrases.map(({ start }) => start)).toEqual([0.4, 3.1, 30.4, 33.1]);
  });

  it('is as sure of each phrase as it was told to be, and says it all the same', () => {
    const script = ENGLISH.map((phrase, at) => ({ ...phrase, confidence: at === 0 ? 1 : 0.2 }));
    const { phrases } = heardBy(written({ language: 'en', script }), 10);
    expect(phrases.map(({ text }) => text)).toEqual(script.map(({ text }) => text));
    for (const p of phrases[0]?.probabilities ?? []) expect(p).toBeCloseTo(1, 2);
    for (const p of phrases[1]?.probabilities ?? []) expect(p).toBeCloseTo(0.2, 2);
  });

  it('repeats itself without end, where its script does', () => {
    const loop = Array.from({ length: 20 }, (_, at) => ({
      text: 'thank you',
      start: at,
      end: at + 1,
    }));
    expect(heardBy(written({ language: 'en', script: loop }), 25).phrases).toHaveLength(20);
  });

  it('claims what it is told of language and of no speech', async () => {
    const model = written({
      language: 'ar',
      script: ARABIC,
      languageProbability: 0.7,
      noSpeechProbability: 0.4,
    });
    const heard = await heardByServer(model);
    expect(heard.language_probabilities.ar).toBeCloseTo(0.7, 2);
    expect(heard.language_probabilities.en).toBeCloseTo(0.3, 2);
    expect(heard.segments[0]?.no_speech_prob).toBeCloseTo(0.4, 2);
  });
});

describe('a scripted model', () => {
  it('is the same file each time, and small', () => {
    const [one, two] = ['one.bin', 'two.bin'].map((name) =>
      written({ language: 'ar', script: ARABIC }, name),
    );
    expect(readFileSync(one ?? '').equals(readFileSync(two ?? ''))).toBe(true);
    expect(statSync(one ?? '').size).toBeLessThan(10_000_000);
  });

  it.each<[string, Phrase[]]>([
    ['that begins after the first second', [{ text: 'late', start: 1.5, end: 2 }]],
    ['with phrases out of order', [...ENGLISH].reverse()],
    ['without a phrase', []],
    ['that goes on after the window', [{ text: 'long', start: 0, end: 31 }]],
    ['of more tokens than a window has', [{ text: 'a '.repeat(220), start: 0, end: 28 }]],
  ])('refuses a script %s', (_, script) => {
    expect(() => written({ language: 'en', script })).toThrow(ScriptImpossible);
  });
});

interface ServerAnswer {
  language_probabilities: Record<string, number>;
  segments: { no_speech_prob: number }[];
}

async function heardByServer(model: string): Promise<ServerAnswer> {
  const port = await freePort();
  const args = ['-m', model, '--host', '127.0.0.1', '--port', String(port), '-t', '1', '-mc', '0'];
  const server = spawn(requireWhisperServer(), args, { stdio: 'ignore' });
  try {
    const url = `http://127.0.0.1:${port}`;
    await until('the server', () => isHealthy(url));
    const body = new FormData();
    body.set('file', new Blob([new Uint8Array(wavOf(tone(10)))]), 'tone.wav');
    body.set('response_format', 'verbose_json');
    body.set('language', 'auto');
    return (await (
      await fetch(`${url}/inference`, { method: 'POST', body })
    ).json()) as ServerAnswer;
  } finally {
    server.kill();
    await once(server, 'exit');
  }
}

const isHealthy = (url: string): Promise<boolean> =>
  fetch(`${url}/health`).then(
    ({ ok }) => ok,
    () => false,
  );

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  return port;
}
