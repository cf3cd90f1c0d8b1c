import { seededWhole } from '../../../core/seeded-random.ts';

/**
 * What a token's output row and the position that wants it have in common. Half of the numbers are
 * +1 and half -1, so that the decoder's last norm leaves a code as it is.
 */
export type Code = Float32Array;

/**
 * Codes of tokens: random ones, that overlap by the square root of their length at most times, and
 * orthogonal ones for tokens that are to be mixed exactly.
 * @param length numbers of a code, a multiple of 8
 * @param exact three tokens at most
 */
export function codeBook(length: number, exact: readonly number[]): (token: number) => Code {
  const random = seededWhole(length);
  const codes = new Map(exact.map((token, at) => [token, squareWave(length, at)]));
  return (token) => {
    const code = codes.get(token) ?? shuffled(length, random);
    codes.set(token, code);
    return code;
  };
}

const squareWave = (length: number, order: number): Code =>
  Float32Array.from({ length }, (_, at) => ((at >> order) & 1 ? 1 : -1));

function shuffled(length: number, random: () => number): Code {
  const code = squareWave(length, 0);
  for (let at = length - 1; at > 0; at--) {
    const other = random() % (at + 1);
    [code[at], code[other]] = [code[other] ?? 0, code[at] ?? 0];
  }
  return code;
}

/**
 * The code that makes orthogonal codes as likely as wanted. A logit is the length times a code's
 * weight, and weights w = m + ln(p) / length must have a square sum of 1, as the norm makes it so;
 * m is the greater root of that.
 * @param wanted probabilities that add up to 1; zero ones are left out
 */
export function mixed(wanted: readonly (readonly [Code, number])[]): Code {
  const parts = wanted.filter(([, probability]) => probability > 0);
  const length = parts[0]?.[0].length ?? 0;
  const offsets = parts.map(([, probability]) => Math.log(probability) / length);
  const mean = greaterRoot(offsets);
  const mix = new Float32Array(length);
  parts.forEach(([code], part) => {
    const weight = mean + (offsets[part] ?? 0);
    code.forEach((value, at) => (mix[at] = (mix[at] ?? 0) + weight * value));
  });
  return mix;
}

function greaterRoot(offsets: readonly number[]): number {
  const sum = offsets.reduce((total, offset) => total + offset, 0);
  const squares = offsets.reduce((total, offset) => total + offset * offset, 0);
  const count = offsets.length;
  return (Math.sqrt(sum * sum - count * (squares - 1)) - sum) / count;
}
