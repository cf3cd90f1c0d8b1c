/**
 * Fetches a model's file into a folder, for the build of an image:
 * `pull-model.ts NAME DIRECTORY`. SADA_MODEL_MIRROR and HF_TOKEN hold as for `sada models pull`.
 */
import { SourceUnavailable } from '../local/models/errors.ts';
import { EXIT } from '../cli/exit-codes.ts';
import { Misuse } from '../cli/misuse.ts';
import { knownModel } from '../cli/models/known-name.ts';
import { pullShown } from '../cli/models/pull-shown.ts';
import { listenForInterrupt } from '../cli/process/interrupt.ts';

const { SADA_MODEL_MIRROR: mirror, HF_TOKEN: token } = process.env;

async function pull([name, folder, ...more]: readonly string[]): Promise<void> {
  if (name === undefined || folder === undefined || more.length > 0)
    throw new Misuse('expected: pull-model.ts NAME DIRECTORY');
  const { signal } = listenForInterrupt();
  await pullShown(knownModel(name), { folder, mirror, token, signal }, process.stderr);
}

function exitCodeOf(error: unknown): number {
  if (error instanceof Misuse) return EXIT.misuse;
  return error instanceof SourceUnavailable ? EXIT.unavailable : EXIT.failed;
}

try {
  await pull(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = exitCodeOf(error);
}
