import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** What an encoder is made of; every file of it can be left out or replaced. */
export interface TinyEncoder {
  /** A vector for each word, and for [UNK], [CLS] and [SEP]. */
  readonly vectors: Readonly<Record<string, readonly number[]>>;
  /** What the last layer multiplies each number of a vector by. */
  readonly scale: readonly number[];
  readonly longest?: number;
}

/**
 * Writes an encoder as transformers exports one: a WordPiece tokenizer, and a network of two layers
 * that looks words up (`hidden_states.0`) and multiplies by a matrix (`last_hidden_state`).
 * @param where below the folder the network lies
 * @returns the folder
 */
export function tinyEncoder(encoder: TinyEncoder, where = 'model.onnx'): string {
  const folder = mkdtempSync(join(tmpdir(), 'encoder-'));
  const vocabulary = Object.keys(encoder.vectors);
  mkdirSync(dirname(join(folder, where)), { recursive: true });
  writeFileSync(join(folder, where), network(encoder));
  const json = (name: string, content: object): void =>
    writeFileSync(join(folder, name), JSON.stringify(content));
  json('config.json', { model_type: 'bert', max_position_embeddings: encoder.longest ?? 16 });
  json('tokenizer.json', tokenizer(vocabulary));
  json('tokenizer_config.json', { tokenizer_class: 'BertTokenizer', model_max_length: 1e30 });
  return folder;
}

const around = (token: string): object => ({ SpecialToken: { id: token, type_id: 0 } });

function tokenizer(vocabulary: readonly string[]): object {
  const id = (token: string): number => vocabulary.indexOf(token);
  const special = ['[UNK]', '[CLS]', '[SEP]'];
  return {
    version: '1.0',
    added_tokens: special.map((content) => ({ id: id(content), content, special: true })),
    normalizer: {
      type: 'BertNormalizer',
      clean_text: true,
      handle_chinese_chars: true,
      strip_accents: null,
      lowercase: true,
    },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    post_processor: {
      type: 'TemplateProcessing',
      single: [around('[CLS]'), { Sequence: { id: 'A', type_id: 0 } }, around('[SEP]')],
      pair: [],
      special_tokens: Object.fromEntries(
        special.map((token) => [token, { id: token, ids: [id(token)], tokens: [token] }]),
      ),
    },
    decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
    model: {
      type: 'WordPiece',
      unk_token: '[UNK]',
      continuing_subword_prefix: '##',
      max_input_chars_per_word: 100,
      vocab: Object.fromEntries(vocabulary.map((token, at) => [token, at])),
    },
  };
}

/** Codes and field numbers are those of onnx.proto3. */
const [FLOAT, INT64] = [1, 7];

function network({ vectors, scale }: TinyEncoder): Buffer {
  const words = Object.values(vectors);
  const width = scale.length;
  const matrix = scale.map((factor, row) =>
    scale.map((_, column) => (row === column ? factor : 0)),
  );
  const graph = [
    message(1, node('Gather', ['table', 'input_ids'], 'hidden_states.0')),
    message(1, node('MatMul', ['hidden_states.0', 'matrix'], 'last_hidden_state')),
    text(2, 'tiny'),
    message(5, floats('table', [words.length, width], words.flat())),
    message(5, floats('matrix', [width, width], matrix.flat())),
    ...['input_ids', 'attention_mask', 'token_type_ids'].map((name) =>
      message(11, valueInfo(name, INT64, ['texts', 'tokens'])),
    ),
    ...['last_hidden_state', 'hidden_states.0'].map((name) =>
      message(12, valueInfo(name, FLOAT, ['texts', 'tokens', width])),
    ),
  ];
  const operators = Buffer.concat([text(1, ''), number(2, 13)]);
  return Buffer.concat([number(1, 8), message(7, Buffer.concat(graph)), message(8, operators)]);
}

function node(operator: string, inputs: readonly string[], output: string): Buffer {
  return Buffer.concat([
    ...inputs.map((name) => text(1, name)),
    text(2, output),
    text(4, operator),
  ]);
}

function floats(name: string, dimensions: readonly number[], values: readonly number[]): Buffer {
  const raw = Buffer.from(Float32Array.from(values).buffer);
  const shape = dimensions.map((dimension) => number(1, dimension));
  return Buffer.concat([...shape, number(2, FLOAT), text(8, name), message(9, raw)]);
}

function valueInfo(name: string, type: number, shape: readonly (string | number)[]): Buffer {
  const dimensions = shape.map((of) =>
    message(1, typeof of === 'number' ? number(1, of) : text(2, of)),
  );
  const tensor = Buffer.concat([number(1, type), message(2, Buffer.concat(dimensions))]);
  return Buffer.concat([text(1, name), message(2, message(1, tensor))]);
}

/** Protocol Buffers' wire format: a varint of field and type, then a varint or counted bytes. */
function varint(value: number): Buffer {
  const bytes: number[] = [];
  for (let rest = value; ; rest >>>= 7) {
    if (rest < 0x80) return Buffer.from([...bytes, rest]);
    bytes.push((rest & 0x7f) | 0x80);
  }
}

const number = (field: number, value: number): Buffer =>
  Buffer.concat([varint(field * 8), varint(value)]);
const message = (field: number, content: Buffer): Buffer =>
  Buffer.concat([varint(field * 8 + 2), varint(content.length), content]);
const text = (field: number, content: string): Buffer => message(field, Buffer.from(content));
