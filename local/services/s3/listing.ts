import { S3Error } from './errors.ts';
import type { S3Request } from './request.ts';
import type { XmlTree } from './xml.ts';

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

/**
 * @param limit names the parameter with the size of a page
 * @throws S3Error InvalidArgument
 */
export function readListingQuery(request: S3Request, limit = 'max-keys'): ListingQuery {
  const { query } = request;
  const encodingType = query.get('encoding-type') ?? undefined;
  if (encodingType !== undefined && encodingType !== 'url') {
    throw new S3Error('InvalidArgument', 'Invalid Encoding Method specified in Request');
  }
  return {
    prefix: query.get('prefix') ?? '',
    delimiter: query.get('delimiter') ?? '',
    maxKeys: Math.min(wholeNumber(request, limit, LARGEST_PAGE), LARGEST_PAGE),
    encode: encodingType === 'url' ? urlEncoded : (key) => key,
    encodingType,
  };
}

/** @throws S3Error InvalidArgument */
export function wholeNumber({ query }: S3Request, name: string, otherwise: number): number {
  const text = query.get(name) ?? String(otherwise);
  if (/^\d{1,10}$/.test(text)) return Number(text);
  throw new S3Error('InvalidArgument', `Argument ${name} must be a whole number, at least 0.`);
}

/** What every listing repeats of its question, and the prefixes that it found. */
export function prefixElements(
  { prefix, delimiter, encode, encodingType }: ListingQuery,
  { prefixes }: Pick<Page<unknown>, 'prefixes'>,
): XmlTree {
  return {
    Prefix: encode(prefix),
    Delimiter: delimiter === '' ? undefined : encode(delimiter),
    EncodingType: encodingType,
    CommonPrefixes: prefixes.map((one) => ({ Prefix: encode(one) })),
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
 * Cuts a page out of entries in key order.
 * @param entries starts no later than the first key that the page may hold
 * @param after an earlier page's `last`: a prefix given there is not given again
 */
export function cutPage<T extends { key: string }>(
  entries: Iterable<T>,
  { prefix, delimiter, maxKeys }: ListingQuery,
  after: string,
): Page<T> {
  const items: T[] = [];
  const prefixes: string[] = [];
  let last = after;
  for (const entry of entries) {
    if (!entry.key.startsWith(prefix)) break;
    const group = groupOf(entry.key, prefix, delimiter);
    if (group !== undefined && (group === after || group === prefixes.at(-1))) continue;
    if (items.length + prefixes.length >= maxKeys) {
      return { items, prefixes, truncated: maxKeys > 0, last };
    }
    if (group === undefined) items.push(entry);
    else prefixes.push(group);
    last = group ?? entry.key;
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
