import { fields } from './protobuf.ts';

/** Numbers, and their dimensions with the slowest first. */
export interface FloatTensor {
  dimensions: number[];
  data: Float32Array;
}

/** Numbers of fields, as in onnx.proto of github.com/onnx/onnx. */
const MODEL = { graph: 7 };
const GRAPH = { node: 1 };
const NODE = { output: 2, attribute: 5 };
const ATTRIBUTE = { tensor: 5, graph: 6 };
const TENSOR = { dimension: 1, dataType: 2, rawData: 9 };
const FLOAT = 1;

/**
 * What `Constant` nodes of 32-bit floats hold, in branches too, by the name of their output.
 * @throws MalformedMessage
 */
export function floatConstants(model: Uint8Array): Map<string, FloatTensor> {
  return new Map(messages(model, MODEL.graph).flatMap((graph) => [...constantsOf(graph)]));
}

function* constantsOf(graph: Uint8Array): Generator<[string, FloatTensor]> {
  for (const node of messages(graph, GRAPH.node)) {
    const [output] = messages(node, NODE.output);
    for (const attribute of messages(node, NODE.attribute)) {
      const [tensor] = messages(attribute, ATTRIBUTE.tensor).flatMap(floatTensor);
      if (output && tensor) yield [Buffer.from(output).toString(), tensor];
      for (const branch of messages(attribute, ATTRIBUTE.graph)) yield* constantsOf(branch);
    }
  }
}

/** None where the tensor is of another type. */
function floatTensor(tensor: Uint8Array): FloatTensor[] {
  const [raw] = messages(tensor, TENSOR.rawData);
  if (raw === undefined || !numbers(tensor, TENSOR.dataType).includes(FLOAT)) return [];
  const data = new Float32Array(Uint8Array.from(raw).buffer);
  return [{ dimensions: numbers(tensor, TENSOR.dimension), data }];
}

const messages = (message: Uint8Array, field: number): Uint8Array[] =>
  values(message, field).filter((value) => typeof value !== 'number');

/** Of a repeated field that is not packed, as the dimensions of version 2 of the language. */
const numbers = (message: Uint8Array, field: number): number[] =>
  values(message, field).filter((value) => typeof value === 'number');

const values = (message: Uint8Array, field: number): (number | Uint8Array)[] =>
  [...fields(message)].filter(({ number }) => number === field).map(({ value }) => value);
