import { whisperCliProgram, whisperServerProgram } from '../../local/whisper-cpp.ts';

/**
 * The engine's server, for tests that run it for real.
 * @throws naming the set-up line when it is not built
 */
export const requireWhisperServer = (): string =>
  required('whisper-server', whisperServerProgram());

/**
 * The engine's command line, for tests that run it for real.
 * @throws naming the set-up line when it is not built
 */
export const requireWhisperCli = (): string => required('whisper-cli', whisperCliProgram());

function required(name: string, program: string | undefined): string {
  if (program !== undefined) return program;
  throw new Error(`${name} is not built; run: npm run setup:all`);
}
