/** The smallest number, 2^-14, whose 16 bits have a leading one left out. */
const SMALLEST_NORMAL = 2 ** -14;
/** What is from here on rounds to more than 65,504, the largest of 16 bits. */
const TOO_LARGE = 65_520;
const EXPONENT_BIAS = (127 - 15) << 23;

/**
 * The bits of numbers as 16-bit floats (IEEE 754 binary16), to the nearest, ties to even.
 * @throws RangeError on what is too large
 */
export function halves(numbers: Float32Array): Uint16Array {
  const bits = new Uint32Array(numbers.buffer, numbers.byteOffset, numbers.length);
  return Uint16Array.from(numbers, (number, at) => {
    const sign = ((bits[at] ?? 0) >>> 16) & 0x8000;
    return sign | magnitude(Math.abs(number));
  });
}

const float = new Float32Array(1);
const word = new Uint32Array(float.buffer);

function magnitude(number: number): number {
  if (!(number < TOO_LARGE)) throw new RangeError(`expected less than 65,520, got ${number}`);
  return number < SMALLEST_NORMAL ? roundHalfEven(number * 2 ** 24) : normal(number);
}

function normal(number: number): number {
  float[0] = number;
  return roundHalfEven(((word[0] ?? 0) - EXPONENT_BIAS) / 2 ** 13);
}

function roundHalfEven(number: number): number {
  const rounded = Math.round(number);
  return rounded - number === 0.5 && rounded % 2 === 1 ? rounded - 1 : rounded;
}
