import { Command } from 'commander';
import { modelsDirectory } from '../../../local/cache-directory.ts';
import { addModel } from '../../../local/models/add.ts';
import { EXIT } from '../../exit-codes.ts';

interface Flags {
  name?: string;
  link?: true;
  json?: true;
}

export function addCommand(exit: (code: number) => void): Command {
  return new Command('add')
    .description("take in a model's file and record its sha256: a Whisper (ggml) or a GGUF")
    .argument('<file>', 'the file; it stays where it is')
    .option('--name <name>', "what to call it (default: the file's own name)")
    .option('--link', 'point at the file instead of copying it')
    .option('--json', 'print the model as one JSON object')
    .addHelpText(
      'after',
      `
A file that sada models pull would fetch is known by its sha256 and takes its place. Any other
Whisper that is added hears calls before those that were pulled; sada process --model says which.

Examples:
  sada models add ggml-small.bin                    fetched by hand on another machine
  sada models add whisper-gulf.bin --name gulf      a Whisper of your own
  sada models add Q4_K_M.gguf --name jais-2-8b-chat-q4_k_m --link`,
    )
    .action(async (file: string, { name, link, json }: Flags) => {
      const model = await addModel(file, { folder: modelsDirectory(), name, link });
      const line = `${model.name}: added, a ${model.kind} model, sha256 ${model.sha256}`;
      process.stdout.write(`${json ? JSON.stringify(model) : line}\n`);
      exit(EXIT.ok);
    });
}
