import { Command, CommanderError } from 'commander';
import { readFileSync } from 'node:fs';
import { SettingsInvalid } from '../core/settings/index.ts';
import { SettingsUnreadable } from '../environments/errors.ts';
import { analyseCommand } from './commands/analyse.ts';
import { callCommand } from './commands/call.ts';
import { callsCommand } from './commands/calls.ts';
import { evaluateCommand } from './commands/evaluate.ts';
import { eventsCommand } from './commands/events.ts';
import { modelsCommand } from './commands/models.ts';
import { ModelUnusable, SourceUnavailable } from '../local/models/errors.ts';
import { planCommand } from './commands/plan.ts';
import { processCommand } from './commands/process.ts';
import { serveCommand } from './commands/serve.ts';
import { EXIT } from './exit-codes.ts';
import { Misuse } from './misuse.ts';

const COMMANDS = [
  processCommand,
  serveCommand,
  callsCommand,
  callCommand,
  eventsCommand,
  modelsCommand,
  analyseCommand,
  evaluateCommand,
  planCommand,
];

const MISUSE = [Misuse, ModelUnusable, SettingsInvalid, SettingsUnreadable];

/** Runs `sada` with its arguments; resolves with the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  let exitCode: number = EXIT.ok;
  const program = new Command('sada')
    .description('Turns customer-service calls into answers, in Arabic and English.')
    .version(version())
    .exitOverride()
    .showHelpAfterError('(sada --help shows what there is)');
  for (const command of COMMANDS) {
    program.addCommand(
      inheriting(
        program,
        command((code) => (exitCode = code)),
      ),
    );
  }
  try {
    await program.parseAsync([...args], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.misuse;
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(`sada: ${message}\n`);
    return exitCodeOf(error);
  }
}

/** Settings go to the commands of a command too, so that none of them ends the process itself. */
function inheriting(parent: Command, command: Command): Command {
  command.copyInheritedSettings(parent);
  for (const child of command.commands) inheriting(command, child);
  return command;
}

function exitCodeOf(error: unknown): number {
  if (MISUSE.some((kind) => error instanceof kind)) return EXIT.misuse;
  return error instanceof SourceUnavailable ? EXIT.unavailable : EXIT.failed;
}

function version(): string {
  const manifest = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}
