import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from '../../../core/clock.ts';
import type { Config } from './config.ts';
import { modelServer } from './http/server.ts';
import type { Log } from './log.ts';
import { loadModel } from './model/load.ts';
import { ModelService } from './service.ts';

interface Surroundings {
  clock: Clock;
  log: Log;
  /** Aborts when the server is to stop. */
  stop: AbortSignal;
}

/**
 * Listens at once, since SageMaker expects an answer within two seconds, then loads the model, and
 * serves until told to stop: what was accepted is still answered, as far as the time allows.
 * @throws ModelUnusable
 */
export async function serve(config: Config, { clock, log, stop }: Surroundings): Promise<void> {
  const service = new ModelService(config, clock, log);
  const server = modelServer(service, log).listen(config.port);
  await once(server, 'listening');
  log.info('listening', { port: (server.address() as AddressInfo).port });
  const startedAt = clock.now();
  const model = await loadModel(config.engine, log).catch(async (error: unknown) => {
    await closed(server);
    throw error;
  });
  service.load(model);
  const { contextTokens } = model.served;
  const { gpu, lanes } = model;
  const forks = lanes.get(null)?.forks ?? false;
  const milliseconds = clock.now() - startedAt;
  log.info('ready', { contextTokens, gpu, forks, adapters: lanes.size - 1, milliseconds });
  if (!stop.aborted) await once(stop, 'abort');
  log.info('stopping');
  const cancel = service.drain();
  await closed(server);
  cancel();
  await model.close();
}

async function closed(server: Server): Promise<void> {
  const close = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  await close;
}
