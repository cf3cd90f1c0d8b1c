import { join, resolve } from 'node:path';
import type { Endpoints } from './child-environment.ts';
import { systemClock } from './clock.ts';
import { Closers } from './closers.ts';
import { TABLE } from './names.ts';
import { findRunningSystem } from './running-system.ts';
import { startDynamoDb } from './services/dynamodb.ts';
import { startS3 } from './services/s3/server.ts';
import { holdStateDirectory } from './state-directory.ts';

/** Where what was stored can be read. */
export interface Store {
  endpoints: Pick<Endpoints, 's3' | 'dynamodb'>;
  close(): Promise<void>;
}

/**
 * Opens what a state directory holds for reading: through the system that runs on it, or, when
 * none does, by starting its database and its bucket alone.
 */
export async function openStore(stateDirectory: string): Promise<Store> {
  const running = await findRunningSystem(stateDirectory);
  if (running !== null) return { endpoints: running.endpoints, close: async () => undefined };
  const closers = new Closers();
  const state = await holdStateDirectory(resolve(stateDirectory));
  closers.add(() => state.release());
  try {
    const [dynamodb, s3] = await Promise.all([
      closers.opened(
        startDynamoDb({
          file: join(state.path, 'dynamodb.sqlite'),
          logFile: join(await state.folder('logs'), 'dynamodb.log'),
          table: TABLE,
        }),
      ),
      closers.opened(
        startS3({
          directory: await state.folder('s3'),
          clock: systemClock,
          onObjectCreated: async () => undefined,
        }),
      ),
    ]);
    return {
      endpoints: { dynamodb: dynamodb.endpoint, s3: s3.endpoint },
      close: () => closers.closeAll(),
    };
  } catch (error) {
    await closers.closeAll();
    throw error;
  }
}
