import { codeBook, mixed, type Code } from './codes.ts';
import type { Tensor } from './ggml-file.ts';
import type { Shape } from './ggml-writer.ts';
import type { Script, Tokenised } from './script.ts';
import { LANGUAGES, type SpecialTokens } from './tokens.ts';

/** Start of transcript, language, task: the third decides on the script's first token. */
const PROMPT = 3;
/** The position's code outweighs that of the token before, and what small layers add. */
const POSITION_GAIN = 64;

/** A script as its model's tokens, and the room that there is for it. */
export interface Speech {
  shape: Shape;
  script: Script;
  tokenised: Tokenised;
  special: SpecialTokens;
  /** Output rows of tokens, as 16-bit floats; those of the script are put in. */
  rows: Uint16Array;
}

/**
 * What makes a model say a script: the last norm sees the row of the position, which is the code
 * of the token wanted next. Prompts and context shift positions: the engine must run without.
 */
export function speechTensors(speech: Speech): Tensor[] {
  const { shape, special, rows } = speech;
  const state = shape.textState;
  const codeOf = codeBook(state, mixable(special));
  putTokens(speech, codeOf);
  return [
    tensor('decoder.token_embedding.weight', [state, shape.vocabulary], rows),
    tensor('decoder.positional_embedding', [state, shape.textContext], positions(speech, codeOf)),
    tensor('decoder.ln.weight', [state], new Float32Array(state).fill(1)),
    tensor('decoder.ln.bias', [state], new Float32Array(state)),
  ];
}

type CodeOf = (token: number) => Code;

const mixable = ({ noSpeech, language }: SpecialTokens): number[] => [
  noSpeech,
  ...LANGUAGES.map(language),
];

function putTokens({ shape, tokenised, special, rows }: Speech, codeOf: CodeOf): void {
  const put = (token: number, code: Code): void =>
    code.forEach((sign, at) => (rows[token * shape.textState + at] = sign > 0 ? ONE : MINUS_ONE));
  for (const token of mixable(special)) put(token, codeOf(token));
  for (const tokens of tokenised.places) {
    for (const token of tokens) put(token, codeOf(tokens[0] ?? token));
  }
}

/** 16-bit floats. */
const ONE = 0x3c00;
const MINUS_ONE = 0xbc00;

function positions({ shape, script, tokenised, special }: Speech, codeOf: CodeOf): Float32Array {
  const rows = new Float32Array(shape.textContext * shape.textState);
  const put = (position: number, code: Code): void =>
    rows.set(
      code.map((value) => POSITION_GAIN * value),
      position * shape.textState,
    );
  put(0, firstImpression(script, special, codeOf));
  tokenised.places.forEach(([token = special.endOfText], at) =>
    put(PROMPT - 1 + at, codeOf(token)),
  );
  return rows;
}

/** What is likely after the start of transcript: a language, or that nobody speaks. */
function firstImpression(script: Script, special: SpecialTokens, codeOf: CodeOf): Code {
  const { language, languageProbability = 1, noSpeechProbability = 0 } = script;
  const languages = LANGUAGES.map((one) => {
    const probability = one === language ? languageProbability : 1 - languageProbability;
    return [codeOf(special.language(one)), (1 - noSpeechProbability) * probability] as const;
  });
  return mixed([[codeOf(special.noSpeech), noSpeechProbability], ...languages]);
}

const tensor = (
  name: string,
  dimensions: readonly number[],
  data: Float32Array | Uint16Array,
): Tensor => ({
  name,
  dimensions,
  type: data instanceof Float32Array ? 'f32' : 'f16',
  data: [data],
});
