import { describe, expect, it } from 'vitest';
import { declaredEndOfWav } from '../../core/wav-header.ts';

/** A header with a `LIST` chunk of odd length before the sound. */
function wavHead(dataLength: number): Uint8Array {
  const head = Buffer.alloc(64);
  head.write('RIFF', 0);
  head.write('WAVE', 8);
  head.write('fmt ', 12);
  head.writeUInt32LE(16, 16);
  head.write('LIST', 36);
  head.writeUInt32LE(3, 40);
  head.write('data', 48);
  head.writeUInt32LE(dataLength, 52);
  return head;
}

describe('the declared end of a WAV file', () => {
  it('is where the data chunk ends', () => {
    expect(declaredEndOfWav(wavHead(1000))).toBe(1056);
  });

  it.each([0, 0xffffffff, 0x7fffffff])('is open where a streaming recorder wrote %d', (length) => {
    expect(declaredEndOfWav(wavHead(length))).toBeNull();
  });

  it('is unknown for what is no WAV, or too short to say', () => {
    expect(declaredEndOfWav(Buffer.from('ID3'))).toBeNull();
    expect(declaredEndOfWav(wavHead(1000).subarray(0, 50))).toBeNull();
  });
});
