import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import { cacheDirectory } from './cache-directory.ts';

/** The path of the built whisper-server, if it is there. */
export function whisperServerProgram(): string | undefined {
  const path = join(cacheDirectory(), 'whisper.cpp', 'whisper-server');
  try {
    accessSync(path, constants.X_OK);
    return path;
  } catch {
    return undefined;
  }
}
