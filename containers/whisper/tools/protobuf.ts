/** A field of a message: a whole number, or the bytes of anything else. */
export interface Field {
  number: number;
  value: number | Uint8Array;
}

/** Bytes that are not a protobuf message, or not all of one. */
export class MalformedMessage extends Error {
  override readonly name = 'MalformedMessage';
}

/** How many bytes values have by their wire type, where the type alone tells. */
const FIXED: Readonly<Record<number, number>> = { 1: 8, 5: 4 };

/**
 * A message's fields in their order (protobuf.dev/programming-guides/encoding). Whole numbers are
 * exact up to 2^53; groups, which version 3 of the language dropped, are refused.
 */
export function* fields(message: Uint8Array): Generator<Field> {
  let at = 0;
  const take = (length: number): Uint8Array => {
    const bytes = message.subarray(at, (at += length));
    if (bytes.length === length) return bytes;
    throw new MalformedMessage(`expected ${length} more bytes, got ${bytes.length}`);
  };
  const varint = (): number => {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const [byte = 0] = take(1);
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  };
  while (at < message.length) {
    const tag = varint();
    const [number, wireType] = [Math.floor(tag / 8), tag % 8];
    yield { number, value: wireType === 0 ? varint() : take(lengthOf(wireType, varint)) };
  }
}

function lengthOf(wireType: number, varint: () => number): number {
  const length = wireType === 2 ? varint() : FIXED[wireType];
  if (length !== undefined) return length;
  throw new MalformedMessage(`expected a wire type of 0, 1, 2 or 5, got ${wireType}`);
}
