import { Command } from 'commander';
import { MODELS, modelNamed } from '../../../core/models/catalogue.ts';
import { modelsDirectory } from '../../../local/cache-directory.ts';
import { addedModels } from '../../../local/models/installed.ts';
import { removeModel } from '../../../local/models/remove.ts';
import { EXIT } from '../../exit-codes.ts';
import { names, unknownName } from '../../models/known-name.ts';

export function removeCommand(exit: (code: number) => void): Command {
  return new Command('remove')
    .description('delete models, or what has come of them; what they heard stays')
    .argument('<names...>', 'names as sada models list shows them')
    .option('--json', 'print one JSON object a model')
    .addHelpText(
      'after',
      `
Examples:
  sada models remove tiny base`,
    )
    .action(async (typed: string[], { json }: { json?: true }) => {
      const folder = modelsDirectory();
      const added = names(await addedModels(folder));
      const known = typed.map((name) => nameOf(name, added));
      for (const name of known) {
        const removed = await removeModel(name, folder);
        const line = removed ? `${name}: removed` : `${name}: was not here`;
        process.stdout.write(`${json ? JSON.stringify({ name, removed }) : line}\n`);
      }
      exit(EXIT.ok);
    });
}

/** @throws Misuse with the names that are near, before anything is deleted */
function nameOf(typed: string, added: readonly string[]): string {
  if (added.includes(typed)) return typed;
  const model = modelNamed(typed);
  if (model === undefined) throw unknownName(typed, [...added, ...names(MODELS)]);
  return model.name;
}
