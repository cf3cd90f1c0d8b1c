import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addModel, type AddOptions } from '../../../local/models/add.ts';
import { bestModel } from '../../../local/models/best.ts';
import { installedModels } from '../../../local/models/installed.ts';
import { removeModel } from '../../../local/models/remove.ts';
import { modelOf, sha256Of } from './given-model.ts';

const GGML = Buffer.from('lmgg and then weights');
const GGUF = Buffer.from('GGUF and then weights');

let home: string;
let folder: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'sada-add-'));
  folder = join(home, 'models');
});
afterEach(() => rm(home, { recursive: true }));

async function given(file: string, content: Buffer): Promise<string> {
  await writeFile(join(home, file), content);
  return join(home, file);
}
const add = (path: string, more: Partial<AddOptions> = {}) => addModel(path, { folder, ...more });

describe('adding a model', () => {
  it('copies the file and records its size and sha256 beside it', async () => {
    const added = await add(await given('ggml-Gulf.bin', GGML));
    const sha256 = sha256Of(GGML);
    expect(added).toEqual({ name: 'gulf', kind: 'speech', sha256 });
    expect(await readdir(folder)).toEqual(['gulf.added.json', 'gulf.bin']);
    const path = join(folder, 'gulf.bin');
    expect(await readFile(path)).toEqual(GGML);
    expect(await installedModels(folder)).toEqual([
      { ...added, file: 'gulf.bin', bytes: GGML.length, path, added: true },
    ]);
  });

  it('takes GGUF for a language model, under the name that it is given', async () => {
    const path = await given('Q4_K_M.gguf', GGUF);
    const name = 'jais-2-8b-chat-q4_k_m';
    expect(await add(path, { name })).toMatchObject({ name, kind: 'language' });
    expect((await installedModels(folder))[0]).toMatchObject({ file: `${name}.gguf` });
  });

  it('only points at the file when asked to, and forgets it once it is gone', async () => {
    const path = await given('gulf.bin', GGML);
    await add(path, { link: true });
    expect(await installedModels(folder)).toHaveLength(1);
    await rm(path);
    expect(await installedModels(folder)).toEqual([]);
  });

  it("knows a file of the table by its sha256 and puts it in that model's place", async () => {
    const models = [modelOf(GGML)];
    const added = await add(await given('downloaded (1).bin', GGML), { models });
    expect(added.name).toBe('little');
    expect(await readdir(folder)).toEqual(['ggml-little.bin']);
    expect(await installedModels(folder, models)).toMatchObject([{ name: 'little', added: false }]);
  });

  it('can be done twice with the same file, from where it lies too', async () => {
    await add(await given('gulf.bin', GGML));
    await add(join(folder, 'gulf.bin'), { link: true });
    expect(await readFile(join(folder, 'gulf.bin'))).toEqual(GGML);
  });

  it.each([
    ['a file that is no model', 'notes.bin', Buffer.from('only text'), undefined, 'neither a ggml'],
    ['an empty file', 'empty.bin', Buffer.alloc(0), undefined, 'neither a ggml'],
    ['a name that is none', 'مكالمة.bin', GGML, undefined, '--name'],
    ["a published model's name", 'mine.bin', GGML, 'small', 'is a published model'],
    ["a language model's name", 'mine.bin', GGML, 'jais-2-8b-chat-q4_k_m', 'published model'],
  ])('refuses %s', async (_, file, content, name, reason) => {
    const adding = add(await given(file, content), { name });
    await expect(adding).rejects.toMatchObject({ name: 'ModelUnusable' });
    await expect(adding).rejects.toThrow(reason);
    expect(await readdir(folder).catch(() => [])).toEqual([]);
  });

  it('refuses another content under a name that is taken', async () => {
    await add(await given('gulf.bin', GGML));
    const other = await given('other.bin', Buffer.from('lmgg and other weights'));
    await expect(add(other, { name: 'gulf' })).rejects.toThrow('sada models remove gulf');
  });

  it('refuses a file that is not there', async () => {
    await expect(add(join(home, 'nothing.bin'))).rejects.toThrow('no such file');
  });
});

describe('the best Whisper that is here', () => {
  const [better, lesser] = ['better', 'lesser'].map((name) =>
    modelOf(Buffer.from(name), { name, file: `${name}.bin` }),
  );
  const models = [better, lesser].flatMap((model) => model ?? []);
  const best = async () => bestModel(await installedModels(folder, models), 'speech')?.name;

  it('is the first of the table that is here whole', async () => {
    await add(await given('x', GGML), { name: 'x' });
    await removeModel('x', folder);
    expect(await best()).toBeUndefined();
    await writeFile(join(folder, 'lesser.bin'), 'lesser');
    await writeFile(join(folder, 'better.bin'), 'half');
    expect(await best()).toBe('lesser');
    await writeFile(join(folder, 'better.bin'), 'better');
    expect(await best()).toBe('better');
  });

  it('is one that was added before all of the table, and never a language model', async () => {
    await add(await given('a.gguf', GGUF));
    await writeFile(join(folder, 'better.bin'), 'better');
    expect(await best()).toBe('better');
    await add(await given('mine.bin', GGML));
    expect(await best()).toBe('mine');
  });
});

describe('removing a model', () => {
  it('takes its file, its record and what has come of it', async () => {
    await add(await given('gulf.bin', GGML));
    await writeFile(join(folder, 'ggml-tiny.bin.partial'), 'half');
    expect(await removeModel('gulf', folder)).toBe(true);
    expect(await removeModel('tiny', folder)).toBe(true);
    expect(await readdir(folder)).toEqual([]);
    expect(await removeModel('tiny', folder)).toBe(false);
  });

  it('leaves the file that was only pointed at', async () => {
    const path = await given('gulf.bin', GGML);
    await add(path, { link: true });
    await removeModel('gulf', folder);
    expect(await readFile(path)).toEqual(GGML);
  });
});
