/** A 16-bit PCM WAV of a sound given as samples between -1 and 1, the same on every channel. */
export function wavOf(samples: Float32Array, { sampleRate = 16_000, channels = 1 } = {}): Buffer {
  const data = Buffer.alloc(samples.length * channels * 2);
  samples.forEach((sample, at) => {
    for (let channel = 0; channel < channels; channel++) {
      data.writeInt16LE(Math.round(sample * 32_767), (at * channels + channel) * 2);
    }
  });
  return Buffer.concat([wavHeader(data.length, sampleRate, channels), data]);
}

/** A header alone, which may declare any length. */
export function wavHeader(dataLength: number, sampleRate = 16_000, channels = 1): Buffer {
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(Math.min(36 + dataLength, 0xffffffff), 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(channels, 22);
  header.writeUInt32LE(sampleRate, 24);
  header.writeUInt32LE(sampleRate * channels * 2, 28);
  header.writeUInt16LE(channels * 2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36);
  header.writeUInt32LE(dataLength, 40);
  return header;
}

/** A sine tone. */
export function tone(seconds: number, hertz = 425, sampleRate = 16_000): Float32Array {
  return Float32Array.from(
    { length: seconds * sampleRate },
    (_, at) => 0.5 * Math.sin((2 * Math.PI * hertz * at) / sampleRate),
  );
}

/** The start of a 16-bit WAV that has the plain header, as a WAV of that length. */
export function firstSeconds(wav: Buffer, seconds: number): Buffer {
  const channels = wav.readUInt16LE(22);
  const sampleRate = wav.readUInt32LE(24);
  const length = Math.round(seconds * sampleRate) * channels * 2;
  const data = wav.subarray(44, 44 + length);
  return Buffer.concat([wavHeader(data.length, sampleRate, channels), data]);
}
