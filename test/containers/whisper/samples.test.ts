import { readFileSync } from 'node:fs';
import { DEMO } from '../../../containers/whisper/src/engines/select.ts';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { editDistance } from '../../../core/evaluation/edit-distance.ts';
import { normalisedWords } from '../../../core/evaluation/speech/words.ts';
import { RawTranscript, type Turn } from '../../../core/transcript.ts';
import { transcribeOnce } from '../../../containers/whisper/src/once.ts';
import type { Truth } from '../../../samples/truth.ts';
import { requirePrograms } from '../../support/programs.ts';

const STEREO = ['refund-resolved', 'router-follow-up', 'contract-angry-cancellation'];
const MONO = 'refund-resolved-mono';
const TELEPHONE = 'router-follow-up-8khz-mulaw';
const NAMES = [...STEREO, MONO, TELEPHONE];

const pathOf = (file: string) =>
  fileURLToPath(new URL(`../../../samples/${file}`, import.meta.url));

const truthOf = (name: string) =>
  JSON.parse(readFileSync(pathOf(`${name}.truth.json`), 'utf8')) as Truth;

const heard = new Map<string, RawTranscript>();
const turnsOf = (name: string): Turn[] => heard.get(name)?.turns ?? [];

beforeAll(async () => {
  requirePrograms('ffmpeg', 'ffprobe', 'pocketsphinx_batch');
  const ask = { engine: DEMO, language: 'en', agentChannel: null } as const;
  // Two at a time: two cores.
  const listen = async (names: string[]) => {
    for (const name of names) {
      heard.set(name, await transcribeOnce({ ...ask, file: pathOf(`${name}.wav`) }));
    }
  };
  await Promise.all([listen(NAMES.slice(0, 2)), listen(NAMES.slice(2))]);
}, 120_000);

describe('the demo recogniser on the samples', () => {
  it('gets at most one word in ten wrong over all 16 kHz samples', () => {
    const errors = [...STEREO, MONO].map((name) => errorsIn(name));
    const wrong = errors.reduce((sum, error) => sum + error.wrong, 0);
    const said = errors.reduce((sum, error) => sum + error.said, 0);
    expect(wrong / said).toBeLessThanOrEqual(0.1);
  });

  it('holds over the telephone', () => {
    const { wrong, said } = errorsIn(TELEPHONE);
    expect(wrong / said).toBeLessThanOrEqual(0.1);
  });

  it.each([...STEREO, TELEPHONE])('names the right speaker on every turn of %s', (name) => {
    const truth = truthOf(name);
    for (const turn of turnsOf(name)) {
      expect([turn.text, mostAlike(turn, truth.turns)?.speaker]).toEqual([turn.text, turn.speaker]);
    }
    for (const turn of truth.turns) {
      const same = turnsOf(name).filter(({ speaker }) => speaker === turn.speaker);
      expect(same.some((other) => shared(turn, other) > 0)).toBe(true);
    }
  });

  it('names nobody on one channel', () => {
    expect(new Set(turnsOf(MONO).map(({ speaker }) => speaker))).toEqual(new Set(['unknown']));
    expect(turnsOf(MONO).length).toBeGreaterThan(5);
  });

  it.each(NAMES)('writes a valid transcript of %s, labelled as the demo engine', (name) => {
    const transcript = RawTranscript.parse(heard.get(name));
    expect(transcript.engine).toEqual({
      name: 'pocketsphinx-demo',
      model: 'en-us',
      modelSha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      version: '5prealpha',
    });
    expect(transcript.durationSeconds).toBeCloseTo(truthOf(name).durationSeconds, 1);
    expect(transcript.turns.map(({ index }) => index)).toEqual(transcript.turns.map((_, at) => at));
  });

  it('keeps an interruption as two turns at once', () => {
    const overlaps = turnsOf('contract-angry-cancellation').some((turn, at, turns) => {
      const next = turns[at + 1];
      return next !== undefined && next.start < turn.end && next.speaker !== turn.speaker;
    });
    expect(overlaps).toBe(true);
  });

  it('starts and ends turns within 0.3 s of the truth, 95 in a hundred', () => {
    const off = STEREO.flatMap((name) =>
      truthOf(name).turns.flatMap((turn) => {
        const own = turnsOf(name).filter(({ speaker }) => speaker === turn.speaker);
        const nearest = (edge: 'start' | 'end') =>
          Math.min(...own.map((other) => Math.abs(other[edge] - turn[edge])));
        return [nearest('start'), nearest('end')];
      }),
    );
    const near = off.filter((seconds) => seconds <= 0.3);
    expect(near.length / off.length).toBeGreaterThanOrEqual(0.95);
  });

  it('puts words where they were said, within a third of a second', () => {
    for (const name of STEREO) {
      for (const turn of truthOf(name).turns) {
        const own = turnsOf(name).filter(({ speaker }) => speaker === turn.speaker);
        const words = own.flatMap((other) => other.words ?? []);
        const nearest = Math.min(...words.map(({ start }) => Math.abs(start - turn.start)));
        expect([turn.text, nearest < 0.33]).toEqual([turn.text, true]);
      }
    }
  });
});

/** Speakers apart where the sample keeps them apart, all as one where it does not. */
function errorsIn(name: string): { wrong: number; said: number } {
  const truth = truthOf(name);
  let [wrong, said] = [0, 0];
  for (let channel = 0; channel < truth.channels; channel++) {
    const words = truth.turns.filter((turn) => turn.channel === channel).flatMap(spoken);
    const found = turnsOf(name).filter((turn) => turn.channel === channel);
    wrong += editDistance(words, found.flatMap(spoken));
    said += words.length;
  }
  return { wrong, said };
}

const spoken = ({ text }: { text: string }) => normalisedWords(text);

interface Span {
  start: number;
  end: number;
}

/** Seconds that both cover. */
const shared = (one: Span, other: Span) =>
  Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));

/** The turn that covers the same time best: shared time over all time of both. */
function mostAlike<T extends Span>(turn: Span, candidates: readonly T[]): T | undefined {
  const likeness = (other: Span) =>
    shared(turn, other) / (Math.max(turn.end, other.end) - Math.min(turn.start, other.start));
  return [...candidates].sort((one, other) => likeness(other) - likeness(one))[0];
}
