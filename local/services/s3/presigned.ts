import type { Clock } from '../../../core/clock.ts';
import { S3Error } from './errors.ts';
import { header, type S3Request } from './request.ts';

const ALGORITHM = 'AWS4-HMAC-SHA256';
/** S3's limit in seconds. */
const A_WEEK = 604_800;
/** How far S3 lets a client's clock be ahead of its own. */
const SKEW_MS = 15 * 60_000;

/**
 * Reads a request whose authorisation is in its URL. Its signature is not verified, its time is.
 * What the URL says beside that, such as metadata, counts as headers.
 * @returns the request without these parameters; any other request as it is
 * @throws S3Error AuthorizationQueryParametersError, or AccessDenied once the URL has expired
 */
export function admitPresigned(request: S3Request, clock: Clock): S3Request {
  const amazon = [...request.query].filter(([name]) => /^x-amz-/i.test(name));
  const given = new Map(amazon.map(([name, value]) => [name.toLowerCase(), value]));
  if (!given.has('x-amz-algorithm') && !given.has('x-amz-signature')) return request;
  if (header(request, 'authorization') !== undefined) {
    throw new S3Error('InvalidArgument', 'Only one auth mechanism allowed');
  }
  checkTime(readValidity(given), clock.now());
  const query = new URLSearchParams(request.query);
  for (const [name] of amazon) query.delete(name);
  return { ...request, query, headers: { ...Object.fromEntries(given), ...request.headers } };
}

interface Validity {
  /** Milliseconds since the epoch. */
  signedAt: number;
  seconds: number;
}

const REQUIRED = ['algorithm', 'credential', 'signature', 'date', 'signedheaders', 'expires'];

function readValidity(given: ReadonlyMap<string, string>): Validity {
  const [algorithm, , , date = '', , expires = ''] = REQUIRED.map((n) => given.get(`x-amz-${n}`));
  if (REQUIRED.some((name) => !given.has(`x-amz-${name}`))) {
    throw refused(
      'Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.',
    );
  }
  if (algorithm !== ALGORITHM) throw refused(`X-Amz-Algorithm only supports "${ALGORITHM}"`);
  const signedAt = Date.parse(
    date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'),
  );
  if (!/^\d{8}T\d{6}Z$/.test(date) || Number.isNaN(signedAt)) {
    throw refused(`X-Amz-Date must be in the ISO8601 Long Format "yyyyMMdd'T'HHmmss'Z'"`);
  }
  if (!/^-?\d+$/.test(expires)) throw refused('X-Amz-Expires should be a number');
  const seconds = Number(expires);
  if (seconds < 0) throw refused('X-Amz-Expires must be non-negative');
  if (seconds <= A_WEEK) return { signedAt, seconds };
  throw refused(
    `X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less than ${A_WEEK} seconds`,
  );
}

function checkTime({ signedAt, seconds }: Validity, now: number): void {
  if (now > signedAt + seconds * 1000) throw new S3Error('AccessDenied', 'Request has expired');
  if (now < signedAt - SKEW_MS) throw new S3Error('AccessDenied', 'Request is not yet valid');
}

const refused = (message: string): S3Error =>
  new S3Error('AuthorizationQueryParametersError', message);
