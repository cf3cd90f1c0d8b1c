/** A value of GGUF's metadata, with the type that it is written as. */
export type MetadataValue =
  | { uint32: number }
  | { float32: number }
  | { bool: boolean }
  | { string: string }
  | { strings: readonly string[] }
  | { int32s: readonly number[] };

export type Metadata = Readonly<Record<string, MetadataValue>>;

/** Type numbers of the GGUF specification, version 3. */
const UINT32 = 4;
const INT32 = 5;
const FLOAT32 = 6;
const BOOL = 7;
const STRING = 8;
const ARRAY = 9;

export function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

export function uint64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}

/** Length in bytes, then UTF-8. */
export function string(value: string): Buffer {
  const bytes = Buffer.from(value);
  return Buffer.concat([uint64(bytes.length), bytes]);
}

export const entry = (key: string, value: MetadataValue): Buffer =>
  Buffer.concat([string(key), ...partsOf(value)]);

function partsOf(value: MetadataValue): Buffer[] {
  if ('uint32' in value) return [uint32(UINT32), uint32(value.uint32)];
  if ('float32' in value) return [uint32(FLOAT32), float32(value.float32)];
  if ('bool' in value) return [uint32(BOOL), Buffer.from([value.bool ? 1 : 0])];
  if ('string' in value) return [uint32(STRING), string(value.string)];
  if ('strings' in value) return array(STRING, value.strings.map(string));
  return array(INT32, [Buffer.from(Int32Array.from(value.int32s).buffer)], value.int32s.length);
}

const array = (type: number, items: readonly Buffer[], length = items.length): Buffer[] => [
  uint32(ARRAY),
  uint32(type),
  uint64(length),
  ...items,
];

function float32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeFloatLE(value);
  return bytes;
}
