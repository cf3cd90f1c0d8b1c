import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { halfOf } from '../../../../containers/jais/tools/gguf/half.ts';
import { writeRandomModel } from '../../../../containers/jais/tools/gguf/model.ts';
import { SHAPES } from '../../../../containers/jais/tools/gguf/shape.ts';
import { bytesOf } from '../../../../containers/jais/tools/gguf/tensor.ts';
import { ARCHITECTURES } from '../../../../containers/jais/tools/gguf/architectures.ts';
import { makeVocabulary } from '../../../../containers/jais/tools/gguf/vocabulary.ts';
import { randomFrom } from '../../../../containers/jais/src/random.ts';
import { ROOT } from '../../../support/project-files.ts';
import { aFolder, aLoadedModel } from '../a-model.ts';

const sha256 = (path: string): string =>
  createHash('sha256').update(readFileSync(path)).digest('hex');

describe('a random model', () => {
  it('is the same file for the same seed, and another for another', async () => {
    const folder = aFolder();
    const paths = ['a', 'b', 'c'].map((name) => join(folder, `${name}.gguf`));
    const [a = '', b = '', c = ''] = paths;
    await writeRandomModel(a, SHAPES.tiny, { seed: 1 });
    await writeRandomModel(b, SHAPES.tiny, { seed: 1 });
    await writeRandomModel(c, SHAPES.tiny, { seed: 2 });
    expect(sha256(a)).toBe(sha256(b));
    expect(sha256(a)).not.toBe(sha256(c));
  });

  it.each(['q4_0', 'q8_0'] as const)('reads both languages with %s weights', async (weights) => {
    const folder = aFolder();
    const shape = { ...SHAPES.tiny, feedForward: 192, weights };
    await writeRandomModel(join(folder, 'model.gguf'), shape);
    const { tokenizer } = await aLoadedModel(folder, { sequences: 1 });
    const text = ' the refund العميل {"summary":"ملخص"} é 你';
    expect(tokenizer.textOf(tokenizer.tokensOf(text))).toBe(text);
    expect(tokenizer.tokensOf(' refund')).toHaveLength(1);
    expect(tokenizer.tokensOf(' العميل')).toHaveLength(1);
  });

  it('has the true shape of JAIS 6.7 B, in four bits', () => {
    const tensors = ARCHITECTURES.jais.tensors(SHAPES['6p7b']);
    const weights = tensors
      .map(({ shape }) => shape.reduce((product, one) => product * one, 1))
      .reduce((sum, one) => sum + one, 0);
    expect(weights / 1e9).toBeCloseTo(7.2, 1);
    const bytes = tensors.map(bytesOf).reduce((sum, one) => sum + one, 0);
    expect(bytes / 1e9).toBeCloseTo(4.05, 1);
    expect(makeVocabulary(84_992, randomFrom(1)).tokens).toHaveLength(84_992);
  });
});

const PROGRAM = join(ROOT, 'containers/jais/tools/make-model.ts');
const run = (...args: string[]) =>
  promisify(execFile)(process.execPath, ['--import', 'tsx/esm', PROGRAM, ...args]);

describe('the program', () => {
  it('explains itself, and refuses what it does not know', async () => {
    expect((await run('--help')).stdout).toContain('--shape tiny|small|6p7b');
    await expect(run('x.gguf', '--shape', 'large')).rejects.toMatchObject({
      code: 2,
      stderr: "--shape is 'large', expected tiny|small|6p7b\n",
    });
  });
});

describe('half precision', () => {
  it.each([
    [0, 0],
    [1, 0x3c00],
    [-2, 0xc000],
    [65_504, 0x7bff],
    [1e9, 0x7c00],
    [1e-9, 0],
  ])('writes %d as it is defined', (value, bits) => {
    expect(halfOf(value)).toBe(bits);
  });
});
