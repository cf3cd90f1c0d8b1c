import { Command } from 'commander';
import { modelsDirectory } from '../../../local/cache-directory.ts';
import { EXIT } from '../../exit-codes.ts';
import { listModels, tableOf } from '../../models/listed.ts';

export function listCommand(exit: (code: number) => void): Command {
  return new Command('list')
    .description('list every model: its size, whether it is here, what it is good for')
    .option('--json', 'print one model a line, as a JSON object')
    .addHelpText(
      'after',
      `
The one with a * hears the calls of sada process, once whisper-server is built.

Examples:
  sada models list
  sada models list --json | jq -r 'select(.state == "pulled").name'`,
    )
    .action(async ({ json }: { json?: true }) => {
      const models = await listModels(modelsDirectory());
      const lines = models.map((model) => `${JSON.stringify(model)}\n`);
      process.stdout.write(json ? lines.join('') : `${tableOf(models)}\n`);
      exit(EXIT.ok);
    });
}
