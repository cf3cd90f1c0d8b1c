import { ARCHITECTURES, type ArchitectureName } from './architectures.ts';
import { writeGguf } from './file.ts';
import { randomFrom } from '../../src/random.ts';
import type { Shape } from './shape.ts';
import { makeVocabulary, tokenizerMetadata } from './vocabulary.ts';

/** Writes a model with random weights that llama.cpp loads as it loads a trained one. */
export async function writeRandomModel(
  path: string,
  shape: Shape,
  { architecture = 'jais', seed = 1 }: { architecture?: ArchitectureName; seed?: number } = {},
): Promise<void> {
  const { metadata, tensors } = ARCHITECTURES[architecture];
  const general = {
    'general.architecture': { string: architecture },
    'general.name': { string: `random ${architecture}, seed ${seed}` },
  };
  const tokenizer = tokenizerMetadata(makeVocabulary(shape.vocabulary, randomFrom(seed)));
  const gguf = {
    metadata: { ...general, ...metadata(shape), ...tokenizer },
    tensors: tensors(shape),
  };
  await writeGguf(path, gguf, seed);
}
