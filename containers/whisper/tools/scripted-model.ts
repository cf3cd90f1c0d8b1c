import type { Tensor, TensorShape } from './ggml-file.ts';
import { writeGgml, type Shape } from './ggml-writer.ts';
import { layerTensors } from './layers.ts';
import { tokenise, type Script } from './script.ts';
import { speechTensors } from './speech.ts';
import { specialTokens } from './tokens.ts';

export { ScriptImpossible, type Phrase, type Script } from './script.ts';

/** Numbers of a code: random ones overlap by 8 of 64 (standard deviation), so each stands out. */
const STATE = 64;

/** As small as the engine allows: the vocabulary alone decides the size, 6.6 MB. */
const SHAPE: Shape = {
  vocabulary: 51_865,
  audioContext: 1500,
  audioState: STATE,
  audioHeads: 1,
  audioLayers: 1,
  textContext: 448,
  textState: STATE,
  textHeads: 1,
  // Two would count as a distilled model, which has no timestamps.
  textLayers: 1,
  mels: 80,
};

/**
 * Writes a model that whisper.cpp loads and that says a script, the same bytes each time: 7.5 MB.
 * All its layers are zero, so neither the sound nor what was said before changes anything.
 * @throws ScriptImpossible when whisper.cpp's own rules forbid it
 */
export function writeScriptedModel(path: string, script: Script): void {
  const special = specialTokens(SHAPE.vocabulary);
  const tokenised = tokenise(script.script, special);
  const rows = new Uint16Array(SHAPE.vocabulary * STATE);
  const speech = speechTensors({ shape: SHAPE, script, tokenised, special, rows });
  writeGgml(path, {
    shape: SHAPE,
    texts: tokenised.texts,
    tensors: [...layerTensors(SHAPE).map(zeros), ...speech],
  });
}

function zeros(tensor: TensorShape): Tensor {
  const count = tensor.dimensions.reduce((all, one) => all * one, 1);
  return { ...tensor, data: [new { f32: Float32Array, f16: Uint16Array }[tensor.type](count)] };
}
