import { isChecksumName, type ChecksumName } from './body/digests.ts';
import { S3Error } from './errors.ts';
import { header, type S3Request } from './request.ts';

/** Of a whole object, or over the checksums of its parts. */
export type ChecksumType = 'FULL_OBJECT' | 'COMPOSITE';

/**
 * The algorithm that a request asks for in `x-amz-checksum-algorithm`.
 * @throws S3Error InvalidRequest for one that S3 does not have
 */
export function requestedChecksum(request: S3Request): ChecksumName | undefined {
  const algorithm = header(request, 'x-amz-checksum-algorithm');
  if (algorithm === undefined) return undefined;
  const name = algorithm.toLowerCase();
  if (isChecksumName(name)) return name;
  throw new S3Error(
    'InvalidRequest',
    'Checksum algorithm provided is unsupported. Please try again with any of the valid types: [CRC32, CRC32C, CRC64NVME, SHA1, SHA256]',
  );
}

/** The algorithm of a checksum that is kept: there is one at most. */
export const checksumIn = (checksums: Readonly<Record<string, string>>): ChecksumName | undefined =>
  Object.keys(checksums).find(isChecksumName);

/** A checksum over parts ends with their number; base64 has no hyphen. */
export const typeOfChecksum = (value: string): ChecksumType =>
  /-\d+$/.test(value) ? 'COMPOSITE' : 'FULL_OBJECT';
