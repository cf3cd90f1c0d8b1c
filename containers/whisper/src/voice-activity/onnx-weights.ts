/** A block of 32-bit floats, as the last dimension runs fastest. */
export interface Tensor {
  dimensions: readonly number[];
  values: Float32Array;
}

/** A file is not the ONNX model that was expected. */
export class ModelUnreadable extends Error {
  override readonly name = 'ModelUnreadable';
}

type Field = [number: number, content: number | Uint8Array];

/** Field numbers of onnx.proto3, and the code of 32-bit floats in `TensorProto.DataType`. */
const MODEL = { graph: 7 };
const GRAPH = { node: 1 };
const NODE = { output: 2, attribute: 5 };
const ATTRIBUTE = { tensor: 5, graph: 6 };
const TENSOR = { dimensions: 1, dataType: 2, rawData: 9 };
const FLOAT = 1;

/**
 * The float constants of an ONNX model by the name of the node output that they are, those of
 * its sub-graphs too.
 * @throws ModelUnreadable
 */
export function onnxWeights(model: Uint8Array): Map<string, Tensor> {
  const found = new Map<string, Tensor>();
  for (const graph of messages(model, MODEL.graph)) collect(graph, found);
  return found;
}

function collect(graph: Uint8Array, found: Map<string, Tensor>): void {
  for (const node of messages(graph, GRAPH.node)) {
    const [output] = messages(node, NODE.output);
    for (const attribute of messages(node, NODE.attribute)) {
      for (const inner of messages(attribute, ATTRIBUTE.graph)) collect(inner, found);
      for (const constant of messages(attribute, ATTRIBUTE.tensor)) {
        const tensor = floatTensor(constant);
        if (tensor && output) found.set(new TextDecoder().decode(output), tensor);
      }
    }
  }
}

function floatTensor(message: Uint8Array): Tensor | undefined {
  const fields = fieldsOf(message);
  const raw = fields.find(([number]) => number === TENSOR.rawData)?.[1];
  const type = fields.find(([number]) => number === TENSOR.dataType)?.[1];
  if (type !== FLOAT || raw === undefined || typeof raw === 'number') return undefined;
  const dimensions = fields.flatMap(([number, content]) =>
    number === TENSOR.dimensions && typeof content === 'number' ? [content] : [],
  );
  // A copy, which is aligned as floats must be, and lets go of the file.
  return { dimensions, values: new Float32Array(Uint8Array.from(raw).buffer) };
}

const messages = (message: Uint8Array, wanted: number): Uint8Array[] =>
  fieldsOf(message).flatMap(([number, content]) =>
    number === wanted && typeof content !== 'number' ? [content] : [],
  );

/** Protocol Buffers' wire format: a varint of number and type, then a varint or counted bytes. */
function fieldsOf(message: Uint8Array): Field[] {
  const fields: Field[] = [];
  let at = 0;
  const varint = (): number => {
    let value = 0;
    for (let shift = 0; shift < 64; shift += 7) {
      const byte = message[at++] ?? 0;
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
    throw new ModelUnreadable('expected a varint of at most 10 bytes');
  };
  const bytes = (length: number): Uint8Array => {
    const taken = message.subarray(at, (at += length));
    if (taken.length === length) return taken;
    throw new ModelUnreadable(`expected ${length} more bytes, got ${taken.length}`);
  };
  while (at < message.length) {
    const tag = varint();
    const type = tag & 7;
    if (type === 0) fields.push([tag >>> 3, varint()]);
    else if (type === 2) fields.push([tag >>> 3, bytes(varint())]);
    else if (type === 1 || type === 5) bytes(type === 1 ? 8 : 4);
    else throw new ModelUnreadable(`expected wire type 0, 1, 2 or 5, got ${type}`);
  }
  return fields;
}
