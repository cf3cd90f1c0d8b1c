import { S3Error } from './errors.ts';
import type { S3Request } from './request.ts';

/** The headers that a GET may ask to be answered otherwise, for example to name a download. */
const OVERRIDABLE: readonly string[] = [
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'content-type',
  'expires',
];
const PREFIX = 'response-';
const LATIN_1 = /^[\u0020-\u007e\u00a0-\u00ff]*$/;

export const RESPONSE_OVERRIDES: readonly string[] = OVERRIDABLE.map((name) => PREFIX + name);

/** @throws S3Error InvalidArgument for what no header can hold */
export function responseOverrides({ query }: S3Request): Record<string, string> {
  const wanted = OVERRIDABLE.map((name) => [name, query.get(PREFIX + name)] as const);
  const given = wanted.filter((entry): entry is [string, string] => entry[1] !== null);
  if (given.every(([, value]) => LATIN_1.test(value))) return Object.fromEntries(given);
  throw new S3Error('InvalidArgument', 'Header value cannot be represented using ISO-8859-1.');
}
