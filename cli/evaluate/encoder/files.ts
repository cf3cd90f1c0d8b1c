import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Misuse } from '../../misuse.ts';

/** What transformers leaves in a folder when it exports an encoder to ONNX. */
export interface EncoderFiles {
  readonly model: Buffer;
  /** Of the model. */
  readonly sha256: string;
  readonly tokenizer: object;
  /** Empty where the folder has none. */
  readonly tokenizerConfig: object;
  readonly config: object;
}

const MODELS = ['model.onnx', join('onnx', 'model.onnx')];

/** @throws Misuse for a folder that is not there, lacks a file or has one that is no JSON */
export async function encoderFiles(folder: string): Promise<EncoderFiles> {
  const what = await stat(folder).catch(() => null);
  if (!what?.isDirectory()) throw new Misuse(`--encoder: no such folder: ${folder}`);
  const path = MODELS.map((name) => join(folder, name)).find((path) => existsSync(path));
  if (path === undefined) throw missing(folder, MODELS.join(' or '));
  const model = await readFile(path);
  return {
    model,
    sha256: createHash('sha256').update(model).digest('hex'),
    tokenizer: await required(folder, 'tokenizer.json'),
    tokenizerConfig: (await optional(folder, 'tokenizer_config.json')) ?? {},
    config: await required(folder, 'config.json'),
  };
}

async function required(folder: string, name: string): Promise<object> {
  const found = await optional(folder, name);
  if (found === null) throw missing(folder, name);
  return found;
}

async function optional(folder: string, name: string): Promise<object | null> {
  const text = await readFile(join(folder, name), 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    const json: unknown = JSON.parse(text);
    if (typeof json === 'object' && json !== null) return json;
  } catch {
    // Said below, with what is no object.
  }
  throw new Misuse(`--encoder: ${name} is no JSON object`);
}

function missing(folder: string, name: string): Misuse {
  return new Misuse(
    `--encoder: no ${name} in ${folder}; expected an encoder as transformers exports it to ONNX`,
  );
}
