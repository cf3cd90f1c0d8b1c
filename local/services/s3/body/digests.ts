import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { crc32c } from './crc32c.ts';
import { Crc64Nvme } from './crc64nvme.ts';

/** A checksum that is fed piece by piece. */
export interface Digest {
  update(bytes: Uint8Array): void;
  digest(): Buffer;
}

const hash = (name: string) => (): Digest => {
  const state = createHash(name);
  return { update: (bytes) => void state.update(bytes), digest: () => state.digest() };
};

const crc = (step: (bytes: Uint8Array, before: number) => number) => (): Digest => {
  let value = 0;
  return {
    update: (bytes) => {
      value = step(bytes, value);
    },
    digest: () => {
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32BE(value);
      return bytes;
    },
  };
};

/** The checksums that S3 takes as `x-amz-checksum-NAME`. */
export const CHECKSUMS = {
  crc32: crc(crc32),
  crc32c: crc(crc32c),
  crc64nvme: (): Digest => new Crc64Nvme(),
  sha1: hash('sha1'),
  sha256: hash('sha256'),
} as const;
export type ChecksumName = keyof typeof CHECKSUMS;

export const md5 = hash('md5');

/** Bytes of each checksum, so that a value of another length is told from a wrong one. */
export const CHECKSUM_BYTES: Readonly<Record<ChecksumName, number>> = {
  crc32: 4,
  crc32c: 4,
  crc64nvme: 8,
  sha1: 20,
  sha256: 32,
};

export const isChecksumName = (name: string): name is ChecksumName =>
  Object.hasOwn(CHECKSUMS, name);
