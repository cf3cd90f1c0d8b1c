import type * as ort from 'onnxruntime-web';
import type { EncodedText } from '../../../core/evaluation/bertscore.ts';
import { Misuse } from '../../misuse.ts';
import type { TokenIds } from './tokenizer.ts';

/** An encoder's network, loaded. */
export interface Network {
  vectorsOf(tokens: TokenIds): Promise<EncodedText>;
  close(): Promise<void>;
}

/** What encoders may ask for beside the tokens: one text, all of it to be read. */
const INPUTS: Readonly<Record<string, (id: number, at: number) => number>> = {
  input_ids: (id) => id,
  attention_mask: () => 1,
  token_type_ids: () => 0,
  position_ids: (_, at) => at,
};

/**
 * Runs on ONNX Runtime's WebAssembly, on one thread.
 * @param layer whose vectors are taken, 0 being the embeddings; null: the last
 * @throws Misuse where the model cannot be run or does not give that layer
 */
export async function openNetwork(model: Uint8Array, layer: number | null): Promise<Network> {
  const runtime = await import('onnxruntime-web').catch(() => {
    throw new Misuse('--encoder: onnxruntime-web is not installed; npm install brings it');
  });
  // Threads outlive the session, and with it the command.
  runtime.env.wasm.numThreads = 1;
  const session = await runtime.InferenceSession.create(model).catch((error: Error) => {
    const [reason = ''] = error.message.split('\n');
    throw new Misuse(`--encoder: the model cannot be run: ${reason}`);
  });
  const output = outputOf(session, layer);
  const unknown = session.inputNames.find((name) => !Object.hasOwn(INPUTS, name));
  if (unknown !== undefined) {
    throw new Misuse(
      `--encoder: expected inputs ${Object.keys(INPUTS).join(', ')}, got ${unknown}`,
    );
  }
  return {
    async vectorsOf(tokens) {
      const results = await session.run(inputsOf(session, tokens, runtime), [output]);
      return encoded(results[output], tokens);
    },
    close: () => session.release(),
  };
}

function outputOf({ outputNames }: ort.InferenceSession, layer: number | null): string {
  const output =
    layer === null
      ? (outputNames.find((name) => name === 'last_hidden_state') ?? outputNames[0])
      : outputNames.find((name) =>
          [`hidden_states.${layer}`, `hidden_states_${layer}`].includes(name),
        );
  if (output !== undefined) return output;
  throw new Misuse(
    `--encoder-layer ${layer}: expected an output hidden_states.${layer}, got ${outputNames.join(', ')}`,
  );
}

function inputsOf(
  { inputNames, inputMetadata }: ort.InferenceSession,
  { ids }: TokenIds,
  { Tensor }: typeof ort,
): Record<string, ort.Tensor> {
  return Object.fromEntries(
    inputNames.map((name, at) => {
      const numbers = ids.map(INPUTS[name] ?? ((id) => id));
      const metadata = inputMetadata[at];
      const isNarrow = metadata?.isTensor === true && metadata.type === 'int32';
      const tensor = isNarrow
        ? new Tensor('int32', Int32Array.from(numbers), [1, ids.length])
        : new Tensor('int64', BigInt64Array.from(numbers.map(BigInt)), [1, ids.length]);
      return [name, tensor];
    }),
  );
}

function encoded(tensor: ort.Tensor | undefined, { own }: TokenIds): EncodedText {
  const [texts = 0, tokens = 0, width = 0] = tensor?.dims ?? [];
  const isVectors = tensor?.dims.length === 3 && texts === 1 && tokens === own.length;
  if (!isVectors || !(tensor.data instanceof Float32Array)) {
    throw new Misuse(
      `--encoder: expected 32-bit floats of 1 x ${own.length} x width, got ${tensor?.type} of ${tensor?.dims.join(' x ')}`,
    );
  }
  return { vectors: tensor.data, width, own };
}
