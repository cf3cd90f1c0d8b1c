import { CHECKSUMS, md5, type ChecksumName, type Digest } from '../../body/digests.ts';
import type { StoredPart } from '../../store/stored-upload.ts';

/** The MD5 of the parts' MD5s in hexadecimal, and their number: no MD5 of the bytes. */
export const etagOfParts = (parts: readonly StoredPart[]): string =>
  `${digestOf(md5(), parts, ({ etag }) => Buffer.from(etag, 'hex')).toString('hex')}-${parts.length}`;

/** The checksum of the parts' checksums in base64, and their number. */
export function checksumOfParts(algorithm: ChecksumName, parts: readonly StoredPart[]): string {
  const checksum = ({ checksums }: StoredPart): Buffer =>
    Buffer.from(checksums[algorithm] ?? '', 'base64');
  const digest = digestOf(CHECKSUMS[algorithm](), parts, checksum);
  return `${digest.toString('base64')}-${parts.length}`;
}

function digestOf(
  digest: Digest,
  parts: readonly StoredPart[],
  bytes: (part: StoredPart) => Buffer,
): Buffer {
  for (const part of parts) digest.update(bytes(part));
  return digest.digest();
}
