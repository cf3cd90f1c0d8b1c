import { createHash, randomUUID } from 'node:crypto';
import jsonata from 'jsonata';
import type { Clock } from '../../core/clock.ts';
import type { JsonValue } from './json.ts';

/**
 * The functions of JSONata 2.0.6, the version that Step Functions runs, less `$eval`, which it
 * withholds. The `jsonata` package is newer and knows more.
 */
const JSONATA_FUNCTIONS = `
  abs append assert average base64decode base64encode boolean ceil clone contains count decodeUrl
  decodeUrlComponent distinct each encodeUrl encodeUrlComponent error exists filter floor formatBase
  formatInteger formatNumber fromMillis join keys length lookup lowercase map match max merge min
  not number pad parseInteger power reduce replace reverse round shuffle sift single sort split
  spread sqrt string substring substringAfter substringBefore sum toMillis trim type uppercase zip`;

/** AWS's names for what Node calls `sha256` and so on. */
const HASHES: Readonly<Record<string, string>> = {
  MD5: 'md5',
  'SHA-1': 'sha1',
  'SHA-256': 'sha256',
  'SHA-384': 'sha384',
  'SHA-512': 'sha512',
};

const formatMillis = jsonata('$fromMillis($instant, $picture, $timezone)');

export type Functions = Readonly<Record<string, (...args: never[]) => unknown>>;

/**
 * What Step Functions adds to JSONata, and what must not read the machine's own clock or dice.
 * https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html
 */
export function createFunctions(clock: Clock, random: () => number): Functions {
  return {
    now: (picture?: string, timezone?: string) =>
      formatMillis.evaluate(undefined, { instant: clock.now(), picture, timezone }),
    millis: () => clock.now(),
    random(seed?: number) {
      if (seed === undefined) return random();
      throw new Error('$random(seed) is not supported: the numbers AWS gives are not published');
    },
    uuid: () => randomUUID(),
    hash,
    parse: (text: string): JsonValue => JSON.parse(text) as JsonValue,
    partition,
    range,
  };
}

const OWN_FUNCTIONS = createFunctions({ now: () => 0, after: () => () => {} }, () => 0);

/** Every function that an expression may call. */
export const FUNCTION_NAMES: ReadonlySet<string> = new Set([
  ...JSONATA_FUNCTIONS.trim().split(/\s+/),
  ...Object.keys(OWN_FUNCTIONS),
]);

function hash(text: string, algorithm: string): string {
  const name = HASHES[algorithm];
  if (name === undefined) throw new Error(`$hash knows ${Object.keys(HASHES).join(', ')}`);
  return createHash(name).update(text).digest('hex');
}

function partition(items: JsonValue[], size: number): JsonValue[] {
  if (!(size >= 1)) throw new Error('$partition needs chunks of one or more');
  const step = Math.floor(size);
  return Array.from({ length: Math.ceil(items.length / step) }, (_, index) =>
    items.slice(index * step, (index + 1) * step),
  );
}

/** From `first` to `last`, both included. At most 1,000 numbers, as the intrinsic function it replaces. */
function range(first: number, last: number, step: number): number[] {
  const count = Math.floor((last - first) / step) + 1;
  if (!(count <= 1000)) throw new Error('$range gives at most 1,000 numbers');
  return Array.from({ length: Math.max(count, 0) }, (_, index) => first + index * step);
}
