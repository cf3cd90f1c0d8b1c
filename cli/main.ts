import { Command, CommanderError } from 'commander';
import { readFileSync } from 'node:fs';
import { analyseCommand } from './commands/analyse.ts';
import { callCommand } from './commands/call.ts';
import { callsCommand } from './commands/calls.ts';
import { evaluateCommand } from './commands/evaluate.ts';
import { eventsCommand } from './commands/events.ts';
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
  analyseCommand,
  evaluateCommand,
];

/** Runs `sada` with its arguments; resolves with the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  let exitCode: number = EXIT.ok;
  const program = new Command('sada')
    .description('Turns customer-service calls into answers, in Arabic and English.')
    .version(version())
    .exitOverride()
    .showHelpAfterError('(sada --help shows what there is)');
  for (const command of COMMANDS) {
    program.addCommand(command((code) => (exitCode = code)).copyInheritedSettings(program));
  }
  try {
    await program.parseAsync([...args], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.misuse;
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(`sada: ${message}\n`);
    return error instanceof Misuse ? EXIT.misuse : EXIT.failed;
  }
}

function version(): string {
  const manifest = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}
