import { describe, expect, it } from 'vitest';
import { CHECKSUMS } from '../../../../../local/services/s3/body/digests.ts';

describe('checksums', () => {
  // The check values that catalogues of CRCs give for the ASCII digits 1 to 9.
  it.each([
    ['crc32', 'cbf43926'],
    ['crc32c', 'e3069283'],
    ['crc64nvme', 'ae8b14860a799888'],
  ] as const)('%s has its published check value, fed at once or in pieces', (name, expected) => {
    const whole = CHECKSUMS[name]();
    const pieces = CHECKSUMS[name]();

    whole.update(Buffer.from('123456789'));
    for (const digit of '123456789') pieces.update(Buffer.from(digit));

    expect(whole.digest().toString('hex')).toBe(expected);
    expect(pieces.digest().toString('hex')).toBe(expected);
  });
});
