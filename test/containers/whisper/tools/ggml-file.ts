import type { TensorShape } from '../../../../containers/whisper/tools/ggml-file.ts';

export interface WrittenTensor extends Omit<TensorShape, 'name'> {
  bytes: Buffer;
}

/** The tensors of a file of ggml's format, after a header of that many bytes. */
export function tensorsOf(file: Buffer, header: number): Map<string, WrittenTensor> {
  const tensors = new Map<string, WrittenTensor>();
  let at = header;
  const take = (length: number): Buffer => file.subarray(at, (at += length));
  const int32 = (): number => take(4).readInt32LE();
  while (at < file.length) {
    const [rank, nameLength, typeNumber] = [int32(), int32(), int32()];
    const dimensions = Array.from({ length: rank }, int32);
    const name = take(nameLength).toString();
    const type = typeNumber === 1 ? 'f16' : 'f32';
    const count = dimensions.reduce((all, one) => all * one, 1);
    tensors.set(name, { type, dimensions, bytes: take(count * (type === 'f16' ? 2 : 4)) });
  }
  return tensors;
}
