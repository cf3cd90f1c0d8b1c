import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AwsChunkedDecoder } from '../../../../../local/services/s3/body/aws-chunked.ts';

/** Frames `payload` as a client would, in chunks of the given sizes. */
function frame(payload: Buffer, sizes: readonly number[]): Buffer {
  const parts: Buffer[] = [];
  let from = 0;
  for (const size of [...sizes, payload.length]) {
    const chunk = payload.subarray(from, from + size);
    from += chunk.length;
    if (chunk.length > 0) {
      parts.push(Buffer.from(`${chunk.length.toString(16)}\r\n`), chunk, Buffer.from('\r\n'));
    }
  }
  return Buffer.concat([...parts, Buffer.from('0\r\nX-Amz-Checksum-Crc32: abc=\r\n\r\n')]);
}

describe('the aws-chunked decoder', () => {
  it('finds the payload wherever frames and network packets are cut', () => {
    const payload = fc.uint8Array({ maxLength: 300 });
    const sizes = fc.array(fc.integer({ min: 1, max: 80 }), { maxLength: 8 });
    const packet = fc.integer({ min: 1, max: 50 });
    fc.assert(
      fc.property(payload, sizes, packet, (bytes, chunks, cut) => {
        const decoder = new AwsChunkedDecoder();
        const framed = frame(Buffer.from(bytes), chunks);
        const decoded: Buffer[] = [];
        for (let from = 0; from < framed.length; from += cut) {
          decoded.push(...decoder.decode(framed.subarray(from, from + cut)));
        }
        expect(Buffer.concat(decoded).equals(Buffer.from(bytes))).toBe(true);
        expect(decoder.end().get('x-amz-checksum-crc32')).toBe('abc=');
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  it('takes a body without its last empty line', () => {
    const decoder = new AwsChunkedDecoder();

    const decoded = [...decoder.decode(Buffer.from('2\r\nhi\r\n0\r\na: b\r\n'))];

    expect(Buffer.concat(decoded).toString()).toBe('hi');
    expect(decoder.end().get('a')).toBe('b');
  });

  it('does not gather a size line without end', () => {
    const decoder = new AwsChunkedDecoder();

    expect(() => [...decoder.decode(Buffer.alloc(5000, '1'))]).toThrow('not framed');
  });
});
