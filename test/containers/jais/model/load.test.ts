import { copyFileSync, mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadModel } from '../../../../containers/jais/src/model/load.ts';
import { writeRandomAdapter } from '../../../../containers/jais/tools/gguf/adapter.ts';
import { SHAPES } from '../../../../containers/jais/tools/gguf/shape.ts';
import { aFolder, aLoadedModel, aModelFolder, settings, silent } from '../a-model.ts';

const folder = await aModelFolder();

const reasonFor = (path: string, gpu = false): Promise<string> =>
  loadModel(settings(path, { gpu }), silent).then(
    () => 'loaded',
    (error: Error) => `${error.name}: ${error.message}`,
  );

describe('a model that cannot be served', () => {
  it.each([
    ['is cut within its header', (path: string) => truncateSync(path, 5000)],
    ['is no model', (path: string) => writeFileSync(path, 'no model')],
  ])('is refused with one line when it %s', async (_, spoil) => {
    const path = join(aFolder(), 'model.gguf');
    copyFileSync(join(folder, 'model.gguf'), path);
    spoil(path);
    expect(await reasonFor(path)).toMatch(/^ModelUnusable: model\.gguf can't be loaded: [^\n]+$/);
  });

  it('is refused when it is not there, or needs a GPU that is not there', async () => {
    const empty = aFolder();
    expect(await reasonFor(empty)).toBe(`ModelUnusable: there is no .gguf file in ${empty}`);
    expect(await reasonFor(folder, true)).toBe(
      'ModelUnusable: a GPU is required and none can be used',
    );
  });
});

describe('a model that is loaded', () => {
  it('is named, with what makes it the same again', async () => {
    const { served } = await aLoadedModel(folder);
    expect(served).toMatchObject({ name: 'random jais, seed 1', contextTokens: 2047 });
    expect(served.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('may be of any architecture that llama.cpp knows', async () => {
    const { served, lanes } = await aLoadedModel(await aModelFolder('llama'));
    expect(served.name).toBe('random llama, seed 1');
    expect(lanes.get(null)?.forks).toBe(true);
  });

  it('brings the adapters beside it and in their folder', async () => {
    const beside = await aModelFolder();
    mkdirSync(join(beside, 'adapters'));
    await writeRandomAdapter(join(beside, 'calls.lora.gguf'), SHAPES.tiny);
    await writeRandomAdapter(join(beside, 'adapters', 'surveys.gguf'), SHAPES.tiny);
    const { lanes } = await aLoadedModel(beside);
    expect([...lanes.keys()]).toEqual([null, 'calls', 'surveys']);
  });
});
