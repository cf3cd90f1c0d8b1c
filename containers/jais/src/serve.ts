import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { modelServer } from './server.ts';

/** What SageMaker calls, unless its variable SAGEMAKER_BIND_TO_PORT names another. */
export const DEFAULT_PORT = 8080;

/**
 * Serves until told to stop, then takes no new connection and answers what it has begun to read.
 * SageMaker kills 30 s after its signal.
 * @param write takes one line of JSON, its line break included
 */
export async function serve(
  port: number,
  stop: AbortSignal,
  write: (line: string) => void,
): Promise<void> {
  const log = (message: string, fields: object = {}): void =>
    write(`${JSON.stringify({ level: 'info', message, ...fields })}\n`);
  const server = modelServer().listen(port);
  await once(server, 'listening');
  log('ready', { port: (server.address() as AddressInfo).port });
  if (!stop.aborted) await once(stop, 'abort');
  log('stopping');
  server.close();
  await once(server, 'close');
}
