/* oxlint-disable no-console -- a program for people */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  WHISPER_CPP_RECIPE,
  whisperCppDirectory,
  whisperCppVersion,
} from '../../local/whisper-cpp.ts';
import { runWithProgress } from './progress.ts';

/**
 * Builds the engine that the image holds, for this machine, unless it is there: some two minutes
 * of a core. An interrupted build leaves nothing that counts as built.
 * @throws ProgramFailed with the end of what the compiler said
 */
export async function buildWhisperCpp(): Promise<void> {
  const directory = whisperCppDirectory();
  if (existsSync(directory)) return;
  console.log(`Building whisper.cpp ${whisperCppVersion()}, once, into ${directory}`);
  const started = Date.now();
  await mkdir(dirname(directory), { recursive: true });
  const work = await mkdtemp(`${directory}.building-`);
  try {
    await build(join(work, 'source'), join(work, 'built'));
    await keep(join(work, 'built'), directory);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  console.log(`Built whisper.cpp in ${Math.round((Date.now() - started) / 1000)} s`);
}

async function build(source: string, out: string): Promise<void> {
  const fetch = ['--import', import.meta.resolve('tsx/esm'), join(WHISPER_CPP_RECIPE, 'fetch.ts')];
  await runWithProgress(process.execPath, [...fetch, source]);
  await runWithProgress(join(WHISPER_CPP_RECIPE, 'build.sh'), [source, out]);
}

/** Where two set-ups built at a time, the first is kept: both are the same. */
async function keep(built: string, directory: string): Promise<void> {
  try {
    await rename(built, directory);
  } catch (error) {
    if (!existsSync(directory)) throw error;
  }
}
