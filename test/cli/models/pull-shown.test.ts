import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { pullShown } from '../../../cli/models/pull-shown.ts';
import { startFileServer } from '../../local/models/file-server.ts';
import { modelOf } from '../../local/models/given-model.ts';

const CONTENT = Buffer.alloc(2_000_000, 'weights');

it('a pull tells that the file is right, and the next one that it was here before', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sada-shown-'));
  const server = await startFileServer(CONTENT);
  let told = '';
  const screen = { write: (text: string) => (told += text) };
  const options = { folder, mirror: server.url, signal: new AbortController().signal };
  const path = join(folder, 'ggml-little.bin');

  await pullShown(modelOf(CONTENT), options, screen);
  expect(told).toMatch(/ {2}100 % {2}2 of 2 MB\n/);
  expect(told).toContain(`little: pulled, 2 MB, sha256 right: ${path}\n`);

  told = '';
  await pullShown(modelOf(CONTENT), options, screen);
  expect(told).toBe(`little: already here: ${path}\n`);
  await server.close();
  await rm(folder, { recursive: true });
});
