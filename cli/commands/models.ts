import { Command } from 'commander';
import { modelsDirectory } from '../../local/cache-directory.ts';
import { addCommand } from './models/add.ts';
import { listCommand } from './models/list.ts';
import { pullCommand } from './models/pull.ts';
import { removeCommand } from './models/remove.ts';

/** `sada models`: which models lie here, and which there are to be had. */
export function modelsCommand(exit: (code: number) => void): Command {
  return new Command('models')
    .description('list, pull, add and remove the models that hear calls and read transcripts')
    .addCommand(listCommand(exit))
    .addCommand(pullCommand(exit))
    .addCommand(addCommand(exit))
    .addCommand(removeCommand(exit))
    .addHelpText(
      'after',
      `
Models lie in ${modelsDirectory()}; SADA_CACHE names another place.

Examples:
  sada models list
  sada models pull small
  sada models add ~/mine.gguf`,
    );
}
