import { createHash } from 'node:crypto';
import type { Model } from '../../../core/models/model.ts';

/** A model of the table, as it would be if that were its file. */
export const modelOf = (content: Buffer, more: Partial<Model> = {}): Model => ({
  name: 'little',
  kind: 'speech',
  file: 'ggml-little.bin',
  languages: 'ar, en',
  about: 'for tests',
  published: {
    url: 'https://huggingface.co/nobody/nothing/resolve/main/ggml-little.bin',
    bytes: content.length,
    sha256: sha256Of(content),
  },
  ...more,
});

export const sha256Of = (content: Buffer): string =>
  createHash('sha256').update(content).digest('hex');
