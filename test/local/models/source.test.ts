import { describe, expect, it } from 'vitest';
import { MODELS } from '../../../core/models/catalogue.ts';
import { sourceOf } from '../../../local/models/source.ts';
import { modelOf } from './given-model.ts';

const MODEL = modelOf(Buffer.from('anything'));
const elsewhere = {
  ...MODEL,
  published: { url: 'https://files.example.org/a.bin', bytes: 1, sha256: '' },
};

describe('the source of a model', () => {
  it('is the address of the table, and shows the hub a token', () => {
    expect(sourceOf(MODEL, { token: 'hf_1' })).toEqual({
      url: MODEL.published?.url,
      authorization: 'Bearer hf_1',
    });
  });

  it('shows a token to no other host', () => {
    expect(sourceOf(elsewhere, { token: 'hf_1' }).authorization).toBeNull();
    expect(
      sourceOf(MODEL, { token: 'hf_1', mirror: 'https://m.example' }).authorization,
    ).toBeNull();
  });

  it('is the file below the address of a mirror, with or without a slash', () => {
    for (const mirror of ['https://m.example/whisper', 'https://m.example/whisper/']) {
      expect(sourceOf(MODEL, { mirror }).url).toBe('https://m.example/whisper/ggml-little.bin');
    }
  });

  it('is named by nobody for a model that is published nowhere', () => {
    const gated = MODELS.filter(({ published }) => published === null);
    expect(gated.length).toBeGreaterThan(0);
    for (const model of gated) expect(() => sourceOf(model, {})).toThrow('sada models add');
  });
});
