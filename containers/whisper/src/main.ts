/** The transcription worker's program: `--help` says what it does. */
import { HELP, Misuse, commandOf, type Command } from './arguments.ts';
import { ConfigurationInvalid, engineFrom } from './config.ts';
import { RecordingRejected, TranscriptionFailed } from './errors.ts';
import { readable, transcribeOnce } from './once.ts';
import { serve } from './service.ts';

async function run(command: Command): Promise<void> {
  if (command.do === 'help') process.stdout.write(HELP);
  else if (command.do === 'serve') await serve(process.env);
  else {
    const transcript = await transcribeOnce({ ...command, engine: engineFrom(process.env) });
    const text = command.json ? `${JSON.stringify(transcript)}\n` : readable(transcript);
    process.stdout.write(text);
  }
}

function exitCodeOf(error: unknown): number {
  return error instanceof Misuse || error instanceof ConfigurationInvalid ? 2 : 1;
}

function reasonOf(error: unknown): string {
  if (error instanceof RecordingRejected || error instanceof TranscriptionFailed) {
    return `${error.code}: ${error.message}`;
  }
  return error instanceof Error ? error.message : String(error);
}

try {
  await run(commandOf(process.argv.slice(2)));
} catch (error) {
  process.stderr.write(`${reasonOf(error)}\n`);
  process.exitCode = exitCodeOf(error);
}
