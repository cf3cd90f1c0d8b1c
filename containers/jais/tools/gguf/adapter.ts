import { writeGguf } from './file.ts';
import type { Shape } from './shape.ts';
import type { Tensor } from './tensor.ts';

const RANK = 4;

/** Writes a random LoRA adapter for the attention outputs of a JAIS model of this shape. */
export async function writeRandomAdapter(path: string, shape: Shape, seed = 1): Promise<void> {
  const metadata = {
    'general.type': { string: 'adapter' },
    'general.architecture': { string: 'jais' },
    'adapter.type': { string: 'lora' },
    'adapter.lora.alpha': { float32: RANK },
  };
  const tensors = Array.from({ length: shape.layers }, (_, at) => lowRank(at, shape)).flat();
  await writeGguf(path, { metadata, tensors }, seed);
}

/** Down to the rank and up again; large enough that answers differ. */
function lowRank(layer: number, { embedding }: Shape): Tensor[] {
  const name = `blk.${layer}.attn_output.weight`;
  const values = { deviation: 0.5 };
  return [
    { name: `${name}.lora_a`, shape: [embedding, RANK], type: 'f32', values },
    { name: `${name}.lora_b`, shape: [RANK, embedding], type: 'f32', values },
  ];
}
