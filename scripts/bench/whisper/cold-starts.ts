import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ENV } from '../../../core/contract.ts';
import { PROJECT_ROOT } from '../../../local/project.ts';
import { whisperServerProgram } from '../../../local/whisper-cpp.ts';

const run = promisify(execFile);

/** Seconds for recordings that are each heard by a program of its own, model and all. */
export async function coldStartSeconds(files: readonly string[], model: string): Promise<number> {
  const program = join(PROJECT_ROOT, 'containers', 'whisper', 'src', 'main.ts');
  const env = {
    ...process.env,
    [ENV.transcriptionEngine]: 'whisper-bench',
    [ENV.whisperModel]: model,
    [ENV.whisperServer]: whisperServerProgram() ?? '',
  };
  const started = performance.now();
  for (const file of files) {
    const args = ['--import', import.meta.resolve('tsx/esm'), program, '--once', file];
    await run(process.execPath, args, { env });
  }
  return (performance.now() - started) / 1000;
}
