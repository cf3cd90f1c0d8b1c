import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RawTranscript } from '../../../core/transcript.ts';
import { PROJECT_ROOT } from '../../../local/project.ts';
import { wavHeader } from '../../../test/support/wav.ts';

const SAMPLES = ['refund-resolved', 'router-follow-up', 'contract-angry-cancellation'];
const RATE = 16_000;

/** A made call: both channels in one file, and each alone for programs that hear one. */
export interface Call {
  seconds: number;
  stereo: string;
  channels: readonly string[];
}

/**
 * A call in which both sides speak sentences of the samples all the time.
 * @param silence seconds of it after a sentence, for each second of speech
 */
export function madeCall(
  folder: string,
  { seconds, silence }: { seconds: number; silence: number },
): Call {
  const name = join(folder, `call-${seconds}-${silence}`);
  const tracks = [0, 1].map((channel) => track(channel, seconds, silence));
  const channels = tracks.map((samples, channel) => {
    const file = `${name}-${channel}.wav`;
    writeFileSync(file, Buffer.concat([wavHeader(samples.length * 2), bytesOf(samples)]));
    return file;
  });
  const both = interleaved(tracks);
  writeFileSync(`${name}.wav`, Buffer.concat([wavHeader(both.length * 2, RATE, 2), bytesOf(both)]));
  return { seconds, stereo: `${name}.wav`, channels };
}

/** Sentences of one side, one after the other; the second side starts in the middle of a silence. */
function track(channel: number, seconds: number, silence: number): Int16Array {
  const sentences = sentencesOf(channel);
  const samples = new Int16Array(seconds * RATE);
  let at = Math.round(channel * silence * RATE);
  for (let turn = 0; at < samples.length; turn++) {
    const sentence = sentences[turn % sentences.length] ?? new Int16Array(RATE);
    samples.set(sentence.subarray(0, samples.length - at), at);
    at += Math.round(sentence.length * (1 + silence));
  }
  return samples;
}

let spoken: Int16Array[][] | undefined;

function sentencesOf(channel: number): Int16Array[] {
  spoken ??= [0, 1].map((one) => SAMPLES.flatMap((sample) => turnsOf(sample, one)));
  return spoken[channel] ?? [];
}

function turnsOf(sample: string, channel: number): Int16Array[] {
  const stem = join(PROJECT_ROOT, 'samples', sample);
  const pcm = decoded(`${stem}.wav`, channel);
  const { turns } = JSON.parse(readFileSync(`${stem}.truth.json`, 'utf8')) as RawTranscript;
  return turns
    .filter((turn) => turn.channel === channel)
    .map(({ start, end }) => pcm.slice(Math.round(start * RATE), Math.round(end * RATE)));
}

function decoded(file: string, channel: number): Int16Array {
  const args = ['-nostdin', '-v', 'error', '-i', file, '-af', `pan=mono|c0=c${channel}`];
  const options = { maxBuffer: 2 ** 28 };
  const bytes = execFileSync('ffmpeg', [...args, '-ar', String(RATE), '-f', 's16le', '-'], options);
  return new Int16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
}

function interleaved([left, right]: readonly Int16Array[]): Int16Array {
  const both = new Int16Array((left?.length ?? 0) * 2);
  left?.forEach((sample, at) => (both[2 * at] = sample));
  right?.forEach((sample, at) => (both[2 * at + 1] = sample));
  return both;
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Int16Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);
