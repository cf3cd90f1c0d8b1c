/** The language-model server's program, as SageMaker starts it: `--help` says what it does. */
import { commandOf, HELP, Misuse } from './arguments.ts';
import { systemClock } from './clock.ts';
import { configFrom, ConfigurationInvalid } from './config.ts';
import { jsonLog } from './log.ts';

function stopSignal(): AbortSignal {
  const stop = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stop.abort());
  return stop.signal;
}

async function run(args: readonly string[]): Promise<void> {
  if (commandOf(args) === 'help') process.stdout.write(HELP);
  else {
    // The engine takes long to load, and nothing else needs it.
    const { serve } = await import('./serve.ts');
    const log = jsonLog(systemClock, (line) => process.stdout.write(line));
    await serve(configFrom(process.env), { clock: systemClock, log, stop: stopSignal() });
  }
}

function exitCodeOf(error: unknown): number {
  return error instanceof Misuse || error instanceof ConfigurationInvalid ? 2 : 1;
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = exitCodeOf(error);
}
// The engine's threads would keep the process, and a load that failed has been seen to hang.
process.exit();
