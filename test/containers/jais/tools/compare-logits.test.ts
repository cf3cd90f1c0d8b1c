import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import type { Token } from 'node-llama-cpp';
import { Cursor } from '../../../../containers/jais/src/branch/cursor.ts';
import { writeRandomModel } from '../../../../containers/jais/tools/gguf/model.ts';
import { SHAPES } from '../../../../containers/jais/tools/gguf/shape.ts';
import { ROOT } from '../../../support/project-files.ts';
import { aFolder, aLoadedModel } from '../a-model.ts';

const PROMPTS = ['The customer called about', 'العميل يريد استرداد'];

/** What a model expects, as reference_logits.py writes it. */
async function referenceOf(folder: string) {
  const { tokenizer, lanes } = await aLoadedModel(folder, { sequences: 1 });
  const [sequence] = lanes.get(null)?.sequences ?? [];
  if (sequence === undefined) throw new Error('no sequence');
  const reference = [];
  for (const prompt of PROMPTS) {
    await sequence.clearHistory();
    const tokens = tokenizer.tokensOf(prompt);
    const cursor = new Cursor(sequence, tokenizer, new AbortController().signal);
    cursor.read(tokens);
    const all = await cursor.next(
      Array.from({ length: SHAPES.tiny.vocabulary }, (_, at) => at as Token),
    );
    const likely = [...all].sort(([, one], [, other]) => other - one).slice(0, 50);
    reference.push({ prompt, tokens, likely });
  }
  return reference;
}

it('accepts a file that agrees with its reference, and no other', async () => {
  const [folder, other] = [aFolder(), aFolder()];
  const model = join(folder, 'model.gguf');
  await writeRandomModel(model, SHAPES.tiny, { seed: 1 });
  await writeRandomModel(join(other, 'other.gguf'), SHAPES.tiny, { seed: 2 });
  const reference = join(folder, 'reference.json');
  writeFileSync(reference, JSON.stringify(await referenceOf(folder)));
  const program = join(ROOT, 'containers/jais/tools/prepare/compare-logits.ts');
  const compare = (path: string) =>
    promisify(execFile)(process.execPath, ['--import', 'tsx/esm', program, path, reference]);
  expect((await compare(model)).stdout).toMatch(/0\.0000\naccepted\n$/);
  await expect(compare(join(other, 'other.gguf'))).rejects.toMatchObject({ code: 1 });
});
