import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as ort from 'onnxruntime-web';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadSilero } from '../../../../containers/whisper/src/voice-activity/silero.ts';
import { sileroWeights } from '../../../../containers/whisper/src/voice-activity/silero-weights.ts';

const MODEL = createRequire(import.meta.url).resolve('@ricky0123/vad-web/dist/silero_vad_v5.onnx');
const SAMPLE = new URL('../../../../samples/refund-resolved-mono.wav', import.meta.url);
const [CONTEXT, STEP] = [64, 512];
/** 20 seconds, and a bit of a step that is not full. */
const BYTES = 20 * 32_000 + 100;

let folder: string;
let pcm: Buffer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'silero-'));
  pcm = (await readFile(SAMPLE)).subarray(44, 44 + BYTES);
  await writeFile(join(folder, '0.pcm'), pcm);
});
afterAll(() => rm(folder, { recursive: true }));

describe('the voice detector', () => {
  it('finds what ONNX Runtime finds with the same weights', async () => {
    const { signal } = new AbortController();
    const found = await (await loadSilero()).probabilities(join(folder, '0.pcm'), signal);
    const wanted = await byOnnxRuntime();
    expect(found.length).toBe(wanted.length);
    expect(Math.max(...wanted)).toBeGreaterThan(0.95);
    const furthest = Math.max(...found.map((one, at) => Math.abs(one - (wanted[at] ?? 1))));
    expect(furthest).toBeLessThan(1e-4);
  });

  it('stops when its work is stopped', async () => {
    const detector = await loadSilero();
    const stopped = AbortSignal.abort(new Error('nobody waits'));
    const heard = detector.probabilities(join(folder, '0.pcm'), stopped);
    await expect(heard).rejects.toThrow('nobody waits');
  });

  it('refuses weights of another network', () => {
    const refusal = { name: 'ModelUnreadable' };
    expect(() => sileroWeights(new Uint8Array(0))).toThrow(expect.objectContaining(refusal));
    expect(() => sileroWeights(new Uint8Array(64).fill(0xff))).toThrow(
      expect.objectContaining(refusal),
    );
  });
});

async function byOnnxRuntime(): Promise<number[]> {
  ort.env.wasm.numThreads = 1;
  const session = await ort.InferenceSession.create(await readFile(MODEL));
  const sr = new ort.Tensor('int64', BigInt64Array.of(16_000n));
  const samples = new Float32Array(CONTEXT + STEP);
  let state: ort.Tensor = new ort.Tensor('float32', new Float32Array(2 * 128), [2, 1, 128]);
  const probabilities: number[] = [];
  for (let at = 0; at < pcm.length; at += STEP * 2) {
    samples.copyWithin(0, STEP);
    for (let sample = 0; sample < STEP; sample++) {
      const from = at + sample * 2;
      samples[CONTEXT + sample] = from < pcm.length ? pcm.readInt16LE(from) / 32_768 : 0;
    }
    const input = new ort.Tensor('float32', samples, [1, samples.length]);
    const { output, stateN } = await session.run({ input, state, sr });
    if (output === undefined || stateN === undefined) throw new TypeError('not a Silero model');
    state = stateN;
    probabilities.push(Number(output.data[0]));
  }
  return probabilities;
}
