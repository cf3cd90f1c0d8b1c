import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ENV } from '../core/contract.ts';
import { cacheDirectory } from './cache-directory.ts';
import { PROJECT_ROOT } from './project.ts';
import { onPath } from './system-programs.ts';

/** The container's own recipe, which developers' machines follow too. */
export const WHISPER_CPP_RECIPE = join(PROJECT_ROOT, 'containers', 'whisper', 'whisper.cpp');

type Environment = Readonly<Record<string, string | undefined>>;

/** The version of whisper.cpp that is pinned. */
export function whisperCppVersion(): string {
  return JSON.parse(recipeFile('pin.json').toString())['whisper.cpp'];
}

/** Where the pinned version is built to: another pin or another recipe is another folder. */
export function whisperCppDirectory(environment: Environment = process.env): string {
  const recipe = Buffer.concat([recipeFile('pin.json'), recipeFile('build.sh')]);
  const hash = createHash('sha256').update(recipe).digest('hex').slice(0, 8);
  return join(cacheDirectory(environment), `whisper.cpp-${whisperCppVersion()}-${hash}`);
}

/** The server that the worker keeps running, or undefined where there is none. */
export function whisperServerProgram(environment: Environment = process.env): string | undefined {
  return environment[ENV.whisperServer] || builtOrInstalled('whisper-server', environment);
}

/** The program that hears one file, or undefined where there is none. */
export function whisperCliProgram(environment: Environment = process.env): string | undefined {
  return builtOrInstalled('whisper-cli', environment);
}

function builtOrInstalled(name: string, environment: Environment): string | undefined {
  const built = join(whisperCppDirectory(environment), 'bin', name);
  return existsSync(built) ? built : onPath(name, environment['PATH']);
}

const recipeFile = (name: string): Buffer => readFileSync(join(WHISPER_CPP_RECIPE, name));
