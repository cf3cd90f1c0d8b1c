import type { NumberPlan } from './plan.ts';

type Range = Pick<NumberPlan, 'integer' | 'minimum' | 'maximum'>;

const CHARACTERS = Array.from('-0123456789.');

/** Decimal places of a number that need not be whole. */
const PLACES = 2;

/**
 * The characters that may follow what is written of a number, so that it can still end within its
 * bounds; the empty text stands for its end.
 */
export function continuationsOf(written: string, range: Range): string[] {
  const scale = range.integer ? 1 : 10 ** PLACES;
  const bounds = {
    least: Math.ceil(range.minimum * scale),
    most: Math.floor(range.maximum * scale),
    scale,
  };
  const further = CHARACTERS.filter((one) => reaches(written + one, bounds));
  return ends(written, bounds) ? [...further, ''] : further;
}

/** Whole multiples of 1 / scale. */
interface Bounds {
  least: number;
  most: number;
  scale: number;
}

/** Leading zeros and negative zero are no JSON that comes back as it was written. */
const BEGINNING = /^(-?)(?:(0|[1-9]\d{0,9})(?:(\.)(\d{0,2}))?)?$/;

/** Whether any number within the bounds begins so. */
function reaches(text: string, { least, most, scale }: Bounds): boolean {
  const match = BEGINNING.exec(text);
  if (match === null) return false;
  const [, sign, whole, point, places = ''] = match;
  if (point !== undefined && scale === 1) return false;
  // Below zero the same question is asked of the number without its sign.
  const [low, high] = sign === '-' ? [Math.max(1, -most), -least] : [Math.max(0, least), most];
  const meets = (from: number, to: number): boolean => from <= high && to >= low;
  if (whole === undefined) return sign === '-' && low <= high;
  if (point !== undefined) {
    const rest = 10 ** (PLACES - places.length);
    const from = Number(whole) * scale + Number(places || 0) * rest;
    return meets(from, from + rest - 1);
  }
  const most10 = whole === '0' ? 0 : 10 - whole.length;
  return Array.from({ length: most10 + 1 }, (_, more) => 10 ** more).some((times) =>
    meets(Number(whole) * times * scale, (Number(whole) + 1) * times * scale - 1),
  );
}

function ends(text: string, { least, most, scale }: Bounds): boolean {
  if (!/^-?\d+(\.\d+)?$/.test(text) || /^-0(\.0*)?$/.test(text)) return false;
  const value = Math.round(Number(text) * scale);
  return value >= least && value <= most;
}

/** The most characters that a number of this range can take. */
export function longestOf({ integer, minimum, maximum }: Range): number {
  const whole = Math.max(...[minimum, maximum].map((bound) => String(Math.trunc(bound)).length));
  // A number between -1 and 0 has a sign that its bound's whole part lacks.
  return whole + (minimum < 0 ? 1 : 0) + (integer ? 0 : PLACES + 1);
}
