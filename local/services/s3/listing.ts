import { S3Error } from './errors.ts';
import type { S3Request } from './request.ts';
import type { StoredVersion } from './store/stored-version.ts';

/** What every listing can be asked for. */
export interface ListingQuery {
  readonly prefix: string;
  readonly delimiter: string;
  readonly maxKeys: number;
  /** Keys as the answer writes them: raw, or URL-encoded when the client asked for it. */
  readonly encode: (key: string) => string;
  readonly encodingType: 'url' | undefined;
}

/** S3's own limit for a page. */
const LARGEST_PAGE = 1000;

/** @throws S3Error InvalidArgument */
export function readListingQuery({ query }: S3Request): ListingQuery {
  const maxKeys = query.get('max-keys') ?? String(LARGEST_PAGE);
  const encodingType = query.get('encoding-type') ?? undefined;
  if (!/^\d{1,10}$/.test(maxKeys)) {
    throw new S3Error('InvalidArgument', 'Argument max-keys must be a whole number, at least 0.');
  }
  if (encodingType !== undefined && encodingType !== 'url') {
    throw new S3Error('InvalidArgument', 'Invalid Encoding Method specified in Request');
  }
  return {
    prefix: query.get('prefix') ?? '',
    delimiter: query.get('delimiter') ?? '',
    maxKeys: Math.min(Number(maxKeys), LARGEST_PAGE),
    encode: encodingType === 'url' ? urlEncoded : (key) => key,
    encodingType,
  };
}

/** One page of a listing. */
export interface Page<T> {
  readonly items: readonly T[];
  /** What the keys up to the delimiter have in common; each counts as one entry of the page. */
  readonly prefixes: readonly string[];
  readonly truncated: boolean;
  /** The last entry of the page, a key or a prefix: where the next one goes on. */
  readonly last: string;
}

/**
 * Cuts a page out of versions in key order.
 * @param versions starts no later than the first key that the page may hold
 * @param after an earlier page's `last`: a prefix given there is not given again
 */
export function cutPage<T extends StoredVersion>(
  versions: Iterable<T>,
  { prefix, delimiter, maxKeys }: ListingQuery,
  after: string,
): Page<T> {
  const items: T[] = [];
  const prefixes: string[] = [];
  let last = after;
  for (const version of versions) {
    if (!version.key.startsWith(prefix)) break;
    const group = groupOf(version.key, prefix, delimiter);
    if (group !== undefined && (group === after || group === prefixes.at(-1))) continue;
    if (items.length + prefixes.length >= maxKeys) {
      return { items, prefixes, truncated: maxKeys > 0, last };
    }
    if (group === undefined) items.push(version);
    else prefixes.push(group);
    last = group ?? version.key;
  }
  return { items, prefixes, truncated: false, last };
}

function groupOf(key: string, prefix: string, delimiter: string): string | undefined {
  const at = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length);
  return at === -1 ? undefined : key.slice(0, at + delimiter.length);
}

/** As S3 encodes: a slash stays, a space is a plus. */
function urlEncoded(key: string): string {
  return encodeURIComponent(key)
    .replaceAll('%2F', '/')
    .replaceAll('%20', '+')
    .replaceAll(/[!'()~]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}
