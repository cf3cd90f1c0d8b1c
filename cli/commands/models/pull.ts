import { Command, InvalidArgumentError, Option } from 'commander';
import { modelsDirectory } from '../../../local/cache-directory.ts';
import { EXIT } from '../../exit-codes.ts';
import { knownModel } from '../../models/known-name.ts';
import { pullShown } from '../../models/pull-shown.ts';
import { listenForInterrupt } from '../../process/interrupt.ts';

interface Flags {
  mirror?: string;
  json?: true;
}

export function pullCommand(exit: (code: number) => void): Command {
  return new Command('pull')
    .description('fetch models, check their sha256; one that broke off goes on where it was')
    .argument('<names...>', 'names as sada models list shows them')
    .addOption(
      new Option('--mirror <url>', 'fetch the files from below this address, under their names')
        .env('SADA_MODEL_MIRROR')
        .argParser(addressOf),
    )
    .option('--json', 'print one JSON object a model on stdout, and nothing else there')
    .addHelpText(
      'after',
      `
HF_TOKEN is shown to the hub, and to nobody else, for files whose terms have to be accepted.
HTTPS_PROXY and NO_PROXY are heeded.

Examples:
  sada models pull small
  sada models pull base large-v3-turbo-q8_0
  sada models pull small --mirror https://files.example.org/whisper

Exit codes: 0 here, 1 refused or not the file, 2 misuse, 69 out of reach.`,
    )
    .action(async (typed: string[], flags: Flags) => {
      exit(await pull(typed, flags));
    });
}

async function pull(typed: readonly string[], { mirror, json }: Flags): Promise<number> {
  const models = typed.map(knownModel);
  const { signal, forget } = listenForInterrupt();
  const options = { folder: modelsDirectory(), mirror, token: process.env['HF_TOKEN'], signal };
  try {
    for (const model of models) {
      const { path, fetched } = await pullShown(model, options, process.stderr);
      const { name, kind, published } = model;
      const result = { name, kind, path, sha256: published?.sha256, fetched };
      if (json) process.stdout.write(`${JSON.stringify(result)}\n`);
    }
    return EXIT.ok;
  } catch (error) {
    if (!signal.aborted) throw error;
    process.stderr.write('Stopped. What has come is kept: the same command goes on from there.\n');
    return EXIT.interrupted;
  } finally {
    forget();
  }
}

function addressOf(text: string): string {
  const protocol = URL.canParse(text) ? new URL(text).protocol : '';
  if (protocol === 'http:' || protocol === 'https:') return text;
  throw new InvalidArgumentError('Expected an address that begins with https:// or http://.');
}
