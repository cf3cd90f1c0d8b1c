/** Telephone speech at wide band, the rate that every recogniser here expects. */
export const SAMPLE_RATE = 16_000;

/** A WAV file of 16-bit PCM; the channels must be equally long. */
export function wav(channels: readonly Int16Array[], sampleRate = SAMPLE_RATE): Buffer {
  const data = interleave(channels);
  const bytesPerFrame = channels.length * 2;
  const header = Buffer.alloc(44);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(36 + data.length, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(channels.length, 22);
  header.writeUInt32LE(sampleRate, 24);
  header.writeUInt32LE(sampleRate * bytesPerFrame, 28);
  header.writeUInt16LE(bytesPerFrame, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(data.length, 40);
  return Buffer.concat([header, data]);
}

function interleave(channels: readonly Int16Array[]): Buffer {
  const frames = channels[0]?.length ?? 0;
  const data = Buffer.alloc(frames * channels.length * 2);
  channels.forEach((samples, channel) => {
    samples.forEach((sample, frame) => {
      data.writeInt16LE(sample, (frame * channels.length + channel) * 2);
    });
  });
  return data;
}

/** Samples of both channels added up, held within 16 bits. */
export function mixed(left: Int16Array, right: Int16Array): Int16Array {
  return left.map((sample, at) => Math.max(-32_768, Math.min(32_767, sample + (right[at] ?? 0))));
}
