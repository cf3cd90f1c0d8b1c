import { describe, expect, it } from 'vitest';
import { longestInput } from '../../../cli/evaluate/encoder/longest-input.ts';
import { openTokenizer } from '../../../cli/evaluate/encoder/tokenizer.ts';

const AROUND = {
  type: 'TemplateProcessing',
  single: [
    { SpecialToken: { id: '<s>', type_id: 0 } },
    { Sequence: { id: 'A', type_id: 0 } },
    { SpecialToken: { id: '</s>', type_id: 0 } },
  ],
  pair: [],
  special_tokens: {
    '<s>': { id: '<s>', ids: [0], tokens: ['<s>'] },
    '</s>': { id: '</s>', ids: [1], tokens: ['</s>'] },
  },
};
const added_tokens = ['<s>', '</s>', '<unk>'].map((content, id) => {
  return { id, content, special: true, normalized: false };
});
/** As XLM-RoBERTa's. */
const UNIGRAM = {
  added_tokens,
  decoder: null,
  normalizer: { type: 'NFKC' },
  pre_tokenizer: { type: 'Metaspace', replacement: '▁', prepend_scheme: 'always', split: true },
  post_processor: AROUND,
  model: {
    type: 'Unigram',
    unk_id: 2,
    vocab: [
      ['<s>', 0],
      ['</s>', 0],
      ['<unk>', 0],
      ['▁استر', -2],
      ['داد', -2],
      ['▁re', -3],
      ['fund', -3],
      ['▁refund', -4],
    ],
  },
};
/** As RoBERTa's. */
const BPE = {
  added_tokens,
  normalizer: null,
  decoder: null,
  pre_tokenizer: {
    type: 'ByteLevel',
    add_prefix_space: false,
    trim_offsets: true,
    use_regex: true,
  },
  post_processor: AROUND,
  model: {
    type: 'BPE',
    unk_token: '<unk>',
    vocab: { '<s>': 0, '</s>': 1, '<unk>': 2, r: 3, e: 4, Ġ: 5, re: 6, Ġre: 7 },
    merges: ['r e', 'Ġ re'],
  },
};

const files = (tokenizer: object, config: object = {}) => {
  return { model: Buffer.alloc(0), sha256: '', tokenizer, tokenizerConfig: {}, config };
};
const opened = (tokenizer: object, config?: object) => openTokenizer(files(tokenizer, config));

describe('a tokenizer of a folder', () => {
  it('may be a Unigram', async () => {
    const tokens = (await opened(UNIGRAM))('استرداد refund');
    expect(tokens.ids).toEqual([0, 3, 4, 7, 1]);
    expect(tokens.own).toEqual([false, true, true, true, false]);
  });

  it('may be a byte-pair encoding', async () => {
    expect((await opened(BPE))('re re')).toEqual({
      ids: [0, 6, 7, 1],
      own: [false, true, true, false],
    });
  });

  it('gives no token of its own to a text of white space', async () => {
    expect((await opened(BPE))(' \n ')).toEqual({ ids: [0, 1], own: [false, false] });
  });

  it('cuts the text off, and keeps what stands around it', async () => {
    const cut = (await opened(BPE, { max_position_embeddings: 4 }))('re re re re');
    expect(cut).toEqual({ ids: [0, 6, 7, 1], own: [false, true, true, false] });
  });
});

describe('the longest input', () => {
  it.each([
    [{}, {}, {}, 512],
    [{ max_position_embeddings: 128 }, {}, {}, 128],
    [{ max_position_embeddings: 514, model_type: 'xlm-roberta', pad_token_id: 1 }, {}, {}, 512],
    [{ max_position_embeddings: 512 }, { model_max_length: 256 }, {}, 256],
    [{ max_position_embeddings: 512 }, { model_max_length: 1e30 }, {}, 512],
    [{}, {}, { truncation: { max_length: 64 } }, 64],
    [{ max_position_embeddings: 'many' }, {}, { truncation: null }, 512],
  ])('is the least that a file says: %j %j %j', (config, tokenizerConfig, tokenizer, tokens) => {
    expect(longestInput({ config, tokenizerConfig, tokenizer })).toBe(tokens);
  });
});
