import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ModelUnusable } from './unusable.ts';

/** Where the model and its adapters lie. */
export interface ModelFiles {
  model: string;
  /** Paths of LoRA adapters by the names that requests choose them by. */
  adapters: ReadonlyMap<string, string>;
}

const ADAPTER = '.lora.gguf';
const ADAPTER_FOLDER = 'adapters';

/**
 * The first model in a folder, or the file itself, and the adapters beside it: `NAME.lora.gguf`,
 * or any file of a folder `adapters`.
 * @throws ModelUnusable when there is none
 */
export async function findModel(path: string): Promise<ModelFiles> {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => {
      throw new ModelUnusable(`there is nothing at ${path}`);
    },
  );
  const folder = isFolder ? path : dirname(path);
  const files = await ggufFilesIn(folder);
  const model = isFolder ? files.find((file) => !file.endsWith(ADAPTER)) : basename(path);
  if (model === undefined) throw new ModelUnusable(`there is no .gguf file in ${path}`);
  const beside = files.filter((file) => file.endsWith(ADAPTER)).map((file) => join(folder, file));
  const inFolder = await ggufFilesIn(join(folder, ADAPTER_FOLDER));
  const adapters = [...beside, ...inFolder.map((file) => join(folder, ADAPTER_FOLDER, file))];
  return {
    model: join(folder, model),
    adapters: new Map(
      adapters.map((file) => [basename(file).replace(/(\.lora)?\.gguf$/, ''), file]),
    ),
  };
}

async function ggufFilesIn(folder: string): Promise<string[]> {
  const files = await readdir(folder).catch(() => []);
  return files.filter((file) => file.endsWith('.gguf')).sort();
}

/** In hexadecimal, as the analysis of a call names the model that made it. */
export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 2 ** 20 })) {
    hash.update(chunk as Buffer);
  }
  return hash.digest('hex');
}
