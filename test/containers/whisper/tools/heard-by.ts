import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireWhisperCli } from '../../../support/whisper-cpp.ts';
import { tone, wavOf } from '../../../support/wav.ts';

interface Output {
  result: { language: string };
  transcription: {
    text: string;
    offsets: { from: number; to: number };
    tokens: { text: string; p: number }[];
  }[];
}

/** What whisper.cpp heard in a sound of that many seconds. */
export interface Heard {
  language: string;
  /** Times in seconds. */
  phrases: { text: string; start: number; end: number; probabilities: number[] }[];
}

/** Without context and beams, the language detected, as JSON with tokens. */
const OPTIONS = '-t 1 -mc 0 -bs 1 -bo 1 -l auto -np -ojf'.split(' ');

/** Lets the real engine hear a tone. */
export function heardBy(model: string, seconds: number): Heard {
  const folder = mkdtempSync(join(tmpdir(), 'heard-'));
  try {
    const [sound, out] = [join(folder, 'tone.wav'), join(folder, 'heard')];
    writeFileSync(sound, wavOf(tone(seconds)));
    const args = [...OPTIONS, '-m', model, '-f', sound, '-of', out];
    const env = { ...process.env, OMP_WAIT_POLICY: 'passive' };
    execFileSync(requireWhisperCli(), args, { env, stdio: 'ignore' });
    return heard(JSON.parse(readFileSync(`${out}.json`, 'utf8')) as Output);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const heard = ({ result, transcription }: Output): Heard => ({
  language: result.language,
  phrases: transcription.map(({ text, offsets, tokens }) => ({
    text: text.trim(),
    start: offsets.from / 1000,
    end: offsets.to / 1000,
    probabilities: tokens.filter((one) => !one.text.startsWith('[_')).map(({ p }) => p),
  })),
});
