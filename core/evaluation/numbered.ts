/** Two sequences with numbers for symbols: what is equal has the same, from 0. */
export interface NumberedPair {
  readonly one: Uint32Array;
  readonly other: Uint32Array;
  /** How many symbols the first has; in the other, this number is any that the first has not. */
  readonly symbols: number;
}

/** Numbers compare faster than words, and count in arrays instead of in maps. */
export function numbered<Symbol>(one: ArrayLike<Symbol>, other: ArrayLike<Symbol>): NumberedPair {
  const numbers = new Map<Symbol, number>();
  const first = new Uint32Array(one.length);
  for (let at = 0; at < one.length; at++) {
    const symbol = one[at] as Symbol;
    let number = numbers.get(symbol);
    if (number === undefined) numbers.set(symbol, (number = numbers.size));
    first[at] = number;
  }
  const second = new Uint32Array(other.length);
  for (let at = 0; at < other.length; at++) {
    second[at] = numbers.get(other[at] as Symbol) ?? numbers.size;
  }
  return { one: first, other: second, symbols: numbers.size };
}

/** The number of every code point that the text at hand has, plus one; else 0. */
const NUMBERS = new Uint32Array(0x110000);

/** The same for the code points of two texts, without a map. */
export function numberedLetters(one: string, other: string): NumberedPair {
  const [first, second] = [codePoints(one), codePoints(other)];
  const seen: number[] = [];
  first.forEach((letter, at) => {
    if (NUMBERS[letter] === 0) NUMBERS[letter] = seen.push(letter);
    first[at] = (NUMBERS[letter] as number) - 1;
  });
  const symbols = seen.length;
  second.forEach((letter, at) => (second[at] = ((NUMBERS[letter] as number) || symbols + 1) - 1));
  for (const letter of seen) NUMBERS[letter] = 0;
  return { one: first, other: second, symbols };
}

function codePoints(text: string): Uint32Array {
  const points = new Uint32Array(text.length);
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const point = text.codePointAt(at) as number;
    points[count++] = point;
    if (point > 0xffff) at++;
  }
  return points.subarray(0, count);
}
