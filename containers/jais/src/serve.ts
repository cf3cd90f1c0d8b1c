import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from '../../../core/clock.ts';
import type { Config } from './config.ts';
import { modelServer } from './http/server.ts';
import type { Log } from './log.ts';
import { loadModel, type LoadedModel } from './model/load.ts';
import { ModelService } from './service.ts';

interface Surroundings {
  clock: Clock;
  log: Log;
  /** Aborts when the server is to stop. */
  stop: AbortSignal;
}

/**
 * Listens at once, since SageMaker expects an answer within two seconds, then loads the model, and
 * serves until told to stop: what was accepted is still answered, as far as the time allows. A stop
 * while the model is loading ends the server at once; whoever called ends the process.
 * @throws ModelUnusable
 */
export async function serve(config: Config, { clock, log, stop }: Surroundings): Promise<void> {
  const service = new ModelService(config, clock, log);
  const server = modelServer(service, log).listen(config.port);
  await once(server, 'listening');
  log.info('listening', { port: (server.address() as AddressInfo).port });
  const startedAt = clock.now();
  const stopped = aborted(stop);
  try {
    const model = await Promise.race([loadModel(config.engine, log), stopped]);
    if (model !== undefined) {
      service.load(model);
      log.info('ready', { ...figuresOf(model), milliseconds: clock.now() - startedAt });
      await stopped;
    }
  } finally {
    log.info('stopping');
    const cancel = service.drain();
    await closed(server);
    cancel();
  }
}

const figuresOf = ({ served, gpu, lanes }: LoadedModel) => ({
  contextTokens: served.contextTokens,
  gpu,
  forks: lanes.get(null)?.forks ?? false,
  adapters: lanes.size - 1,
});

async function aborted(signal: AbortSignal): Promise<undefined> {
  if (!signal.aborted) await once(signal, 'abort');
}

async function closed(server: Server): Promise<void> {
  const close = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  await close;
}
