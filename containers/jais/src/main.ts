/** The language-model server's program, as SageMaker starts it: `serve`. */
import { DEFAULT_PORT, serve } from './serve.ts';

const MISUSE = 2;

function stopSignal(): AbortSignal {
  const stop = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stop.abort());
  return stop.signal;
}

/** @throws RangeError for what is no port */
function portOf(given: string | undefined): number {
  const port = given === undefined ? DEFAULT_PORT : Number(given);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new RangeError(`SAGEMAKER_BIND_TO_PORT is '${given}', expected a port`);
}

const args = process.argv.slice(2);
try {
  if (args.length !== 1 || args[0] !== 'serve') {
    throw new RangeError(`the arguments are '${args.join(' ')}', expected: serve`);
  }
  const port = portOf(process.env['SAGEMAKER_BIND_TO_PORT']);
  await serve(port, stopSignal(), (line) => process.stdout.write(line));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof RangeError ? MISUSE : 1;
}
