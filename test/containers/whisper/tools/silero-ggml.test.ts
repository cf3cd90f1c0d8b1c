import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ModelUnreadable } from '../../../../containers/whisper/src/voice-activity/onnx-weights.ts';
import { writeScriptedModel } from '../../../../containers/whisper/tools/scripted-model.ts';
import { NotSilero, writeSileroGgml } from '../../../../containers/whisper/tools/silero-ggml.ts';
import type { Truth } from '../../../../samples/truth.ts';
import { wavHeader } from '../../../support/wav.ts';
import { requireWhisperCli } from '../../../support/whisper-cpp.ts';
import { tensorsOf } from './ggml-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'silero-'));
afterAll(() => rmSync(folder, { recursive: true }));
const weights = join(folder, 'silero.bin');
writeSileroGgml(weights);
const file = readFileSync(weights);

const PACKAGE = 'node_modules/@ricky0123/vad-web/dist';

const KIND = 'silero-16k';
/** Version, window and context, layers, channels in and out and kernel of each, LSTM, output. */
const NUMBERS = [
  [5, 0, 0, 512, 64, 4],
  [129, 128, 3, 128, 64, 3, 64, 64, 3, 64, 128, 3],
  [128, 128, 128, 1],
].flat();
/**
 * Of the file whose probabilities, frame by frame, were within 0.014 of the ONNX network's on every
 * channel of the samples, given the context that whisper.cpp makes up (a frame's start, mirrored).
 */
const SHA256 = '7885fe450b7144126622681c6d8d18e4f089a1b4f54f59aada1cdf0557726be2';
const HEADER = 8 + KIND.length + 4 * NUMBERS.length;

describe('the weights of Silero for whisper.cpp', () => {
  it('say first of what network they are', () => {
    expect(file.subarray(0, 4).toString()).toBe('lmgg');
    expect(file.subarray(8, 8 + file.readInt32LE(4)).toString()).toBe(KIND);
    const numbers = NUMBERS.map((_, at) => file.readInt32LE(8 + KIND.length + 4 * at));
    expect(numbers).toEqual(NUMBERS);
  });

  it('are the tensors that it asks for, each in its shape and whole', () => {
    const tensors = tensorsOf(file, HEADER);
    const shapes = [...tensors].map(([name, { type, dimensions }]) => [name, type, ...dimensions]);
    expect(shapes).toEqual([
      ['_model.encoder.0.reparam_conv.weight', 'f16', 3, 129, 128],
      ['_model.encoder.0.reparam_conv.bias', 'f32', 128],
      ['_model.encoder.1.reparam_conv.weight', 'f16', 3, 128, 64],
      ['_model.encoder.1.reparam_conv.bias', 'f32', 64],
      ['_model.encoder.2.reparam_conv.weight', 'f16', 3, 64, 64],
      ['_model.encoder.2.reparam_conv.bias', 'f32', 64],
      ['_model.encoder.3.reparam_conv.weight', 'f16', 3, 64, 128],
      ['_model.encoder.3.reparam_conv.bias', 'f32', 128],
      ['_model.decoder.rnn.weight_ih', 'f32', 128, 512],
      ['_model.decoder.rnn.weight_hh', 'f32', 128, 512],
      ['_model.decoder.rnn.bias_ih', 'f32', 512],
      ['_model.decoder.rnn.bias_hh', 'f32', 512],
      ['_model.decoder.decoder.2.weight', 'f16', 128],
      ['_model.decoder.decoder.2.bias', 'f32', 1],
      ['_model.stft.forward_basis_buffer', 'f16', 256, 1, 258],
    ]);
    expect(tensors.get('_model.stft.forward_basis_buffer')?.bytes).toHaveLength(256 * 258 * 2);
  });

  it('are the numbers of our own detector', () => {
    expect(createHash('sha256').update(file).digest('hex')).toBe(SHA256);
  });

  it("let whisper.cpp's own detector hear each turn of a call, and nothing else", () => {
    const segments = speechIn(agentsChannel('samples/refund-resolved.wav'));
    const turns = agentsTurns('samples/refund-resolved.truth.json');
    expect(segments).toHaveLength(turns.length);
    const apart = segments.map((edge, at) => Math.abs(edge - (turns[at] ?? NaN)));
    expect(Math.max(...apart)).toBeLessThan(0.2);
  });

  it('are not made of those of version 4', () => {
    const path = join(folder, 'other.bin');
    expect(() => writeSileroGgml(path, join(PACKAGE, 'silero_vad_legacy.onnx'))).toThrow(NotSilero);
    expect(existsSync(path)).toBe(false);
  });

  it('are not made of half a file', () => {
    const half = join(folder, 'half.onnx');
    const whole = readFileSync(join(PACKAGE, 'silero_vad_v5.onnx'));
    writeFileSync(half, whole.subarray(0, whole.length / 2));
    expect(() => writeSileroGgml(join(folder, 'half.bin'), half)).toThrow(ModelUnreadable);
  });
});

/** The first channel of a 16-bit stereo WAV at 16 kHz, as one. */
function agentsChannel(wav: string): Buffer {
  const stereo = readFileSync(wav).subarray(wavHeader(0).length);
  const mono = Buffer.alloc(stereo.length / 2);
  for (let at = 0; at < mono.length; at += 2) stereo.copy(mono, at, 2 * at, 2 * at + 2);
  return Buffer.concat([wavHeader(mono.length), mono]);
}

/** Starts and ends, in turn. */
function agentsTurns(path: string): number[] {
  const { turns } = JSON.parse(readFileSync(path, 'utf8')) as Truth;
  return turns.filter(({ channel }) => channel === 0).flatMap(({ start, end }) => [start, end]);
}

/** No padding, and pauses within a sentence belong to it. */
const OPTIONS = '-t 1 -mc 0 -bs 1 -bo 1 -l en --vad -vp 0 -vsd 450'.split(' ');

/** Starts and ends of speech, in turn, which whisper.cpp only logs. */
function speechIn(wav: Buffer): number[] {
  const [sound, model] = [join(folder, 'channel.wav'), join(folder, 'model.bin')];
  writeFileSync(sound, wav);
  writeScriptedModel(model, { language: 'en', script: [{ text: 'hello', start: 0, end: 1 }] });
  const args = [...OPTIONS, '-vm', weights, '-m', model, '-f', sound];
  // The detector starts four threads whatever -t says, and they only wait for each other.
  const env = { ...process.env, OMP_THREAD_LIMIT: '1' };
  const { stderr } = spawnSync(requireWhisperCli(), args, { env, encoding: 'utf8' });
  const segments = stderr.matchAll(/VAD segment \d+: start = ([\d.]+), end = ([\d.]+)/g);
  return [...segments].flatMap(([, start, end]) => [Number(start), Number(end)]);
}
