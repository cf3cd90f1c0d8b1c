import { S3Error } from '../errors.ts';
import { header, type S3Request } from '../request.ts';
import {
  CHECKSUM_BYTES,
  CHECKSUMS,
  isChecksumName,
  md5,
  type ChecksumName,
  type Digest,
} from './digests.ts';

const PREFIX = 'x-amz-checksum-';
/** These describe a checksum; they are none. */
const ABOUT_CHECKSUMS = ['x-amz-checksum-mode', 'x-amz-checksum-type', 'x-amz-checksum-algorithm'];

/** What a client said of its body, to be held against what came. */
export interface Claims {
  readonly contentMd5: string | undefined;
  /** Hexadecimal SHA-256 of the payload, as the request signature has it. */
  readonly contentSha256: string | undefined;
  readonly checksum: { readonly name: ChecksumName; readonly value: string } | undefined;
  /** The checksum whose value follows the body. */
  readonly trailer: ChecksumName | undefined;
}

export const NO_CLAIMS: Claims = {
  contentMd5: undefined,
  contentSha256: undefined,
  checksum: undefined,
  trailer: undefined,
};

/** @throws S3Error InvalidDigest or InvalidRequest for values that can be no digests */
export function readClaims(request: S3Request): Claims {
  const contentMd5 = header(request, 'content-md5');
  if (contentMd5 !== undefined && !hasBytes(contentMd5, 16)) {
    throw new S3Error('InvalidDigest', 'The Content-MD5 you specified was invalid.');
  }
  const signed = header(request, 'x-amz-content-sha256') ?? '';
  return {
    contentMd5,
    contentSha256: /^[\da-f]{64}$/i.test(signed) ? signed.toLowerCase() : undefined,
    checksum: checksumHeader(request),
    trailer: trailerName(header(request, 'x-amz-trailer')),
  };
}

/** The digests of one body, taken while it passes. */
export class Digests {
  readonly #claims: Claims;
  readonly #md5 = md5();
  readonly #sha256: Digest | undefined;
  readonly #algorithm: ChecksumName | undefined;
  readonly #checksum: Digest | undefined;

  /** @param algorithm a checksum to be taken though none is claimed */
  constructor(claims: Claims, algorithm?: ChecksumName) {
    this.#claims = claims;
    this.#sha256 = claims.contentSha256 === undefined ? undefined : CHECKSUMS.sha256();
    this.#algorithm = claimedAlgorithm(claims) ?? algorithm;
    this.#checksum = this.#algorithm === undefined ? undefined : CHECKSUMS[this.#algorithm]();
  }

  update(bytes: Uint8Array): void {
    this.#md5.update(bytes);
    this.#sha256?.update(bytes);
    this.#checksum?.update(bytes);
  }

  /**
   * @returns the MD5 in hexadecimal and the checksum, verified where one was claimed, base64 by name
   * @throws S3Error BadDigest, XAmzContentSHA256Mismatch or MalformedTrailerError
   */
  verify(trailers: ReadonlyMap<string, string>): {
    md5: string;
    checksums: Record<string, string>;
  } {
    const digest = this.#md5.digest();
    const { contentMd5, contentSha256 } = this.#claims;
    if (contentMd5 !== undefined && contentMd5 !== digest.toString('base64')) {
      throw new S3Error(
        'BadDigest',
        'The Content-MD5 you specified did not match what we received.',
      );
    }
    if (contentSha256 !== undefined && contentSha256 !== this.#sha256?.digest().toString('hex')) {
      throw new S3Error(
        'XAmzContentSHA256Mismatch',
        "The provided 'x-amz-content-sha256' header does not match what was computed.",
      );
    }
    return { md5: digest.toString('hex'), checksums: this.#verifyChecksum(trailers) };
  }

  #verifyChecksum(trailers: ReadonlyMap<string, string>): Record<string, string> {
    const claim = this.#claims.checksum ?? trailing(this.#claims.trailer, trailers);
    const value = this.#checksum?.digest().toString('base64');
    if (this.#algorithm === undefined || value === undefined) return {};
    if (claim === undefined || claim.value === value) return { [this.#algorithm]: value };
    throw new S3Error(
      'BadDigest',
      `The ${claim.name.toUpperCase()} you specified did not match the calculated checksum.`,
    );
  }
}

/** The checksum that a client sends with its body or after it. */
export const claimedAlgorithm = ({ checksum, trailer }: Claims): ChecksumName | undefined =>
  checksum?.name ?? trailer;

function checksumHeader(request: S3Request): Claims['checksum'] {
  const names = Object.keys(request.headers).filter(
    (name) => name.startsWith(PREFIX) && !ABOUT_CHECKSUMS.includes(name),
  );
  const [first] = names;
  if (first === undefined) return undefined;
  if (names.length > 1) {
    throw new S3Error('InvalidRequest', 'Expecting a single x-amz-checksum- header.');
  }
  return checked(checksumName(first), header(request, first) ?? '');
}

function trailerName(trailer: string | undefined): ChecksumName | undefined {
  return trailer === undefined ? undefined : checksumName(trailer.trim().toLowerCase());
}

function trailing(
  name: ChecksumName | undefined,
  trailers: ReadonlyMap<string, string>,
): Claims['checksum'] {
  if (name === undefined) return undefined;
  const value = trailers.get(PREFIX + name);
  if (value !== undefined) return checked(name, value);
  throw new S3Error('MalformedTrailerError', 'The request lacks the trailer that it announced.');
}

function checksumName(announced: string): ChecksumName {
  const name = announced.startsWith(PREFIX) ? announced.slice(PREFIX.length) : '';
  if (isChecksumName(name)) return name;
  throw new S3Error('NotImplemented', `The checksum ${announced} is not supported here.`);
}

function checked(name: ChecksumName, value: string): { name: ChecksumName; value: string } {
  if (hasBytes(value, CHECKSUM_BYTES[name])) return { name, value };
  throw new S3Error('InvalidRequest', `Value for ${PREFIX}${name} header is invalid.`);
}

function hasBytes(base64: string, length: number): boolean {
  const bytes = Buffer.from(base64, 'base64');
  return bytes.length === length && bytes.toString('base64') === base64;
}
