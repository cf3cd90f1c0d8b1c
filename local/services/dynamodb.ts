import { CreateTableCommand, DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { createRequire } from 'node:module';
import { setTimeout } from 'node:timers/promises';
import { TABLE_KEYS } from '../../core/contract.ts';
import { ended, startProgram, stopProgram } from '../child-process.ts';
import { LOCAL_CLIENT } from '../clients.ts';
import { freePort, type Listener } from './http.ts';

const PROGRAM = createRequire(import.meta.url).resolve('@dynoxide/linux-x64/dynoxide');
const READY_TRIES = 200;
const READY_PAUSE_MS = 10;

/** The database could not be started. */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable';
}

/**
 * Starts DynamoDB's stand-in (dynoxide, a static program) on a file, with the product's one table.
 * @param port 0 takes any free port
 * @throws PortInUse, DatabaseUnavailable
 */
export async function startDynamoDb(options: {
  file: string;
  logFile: string;
  table: string;
  port?: number;
}): Promise<Listener> {
  const port = await freePort(options.port ?? 0);
  const endpoint = `http://127.0.0.1:${port}`;
  const where = ['--port', String(port), '--db-path', options.file];
  const program = await startProgram({
    // The program knows nothing of its parent: the kernel kills it should this process be killed.
    command: 'setpriv',
    args: ['--pdeathsig', 'KILL', PROGRAM, '--host', '127.0.0.1', ...where],
    env: {},
    logFile: options.logFile,
  });
  const client = new DynamoDBClient({
    endpoint,
    ...LOCAL_CLIENT,
    maxAttempts: 1,
  });
  try {
    const tables = await untilReady(client, ended(program));
    if (!tables.includes(options.table)) await createTable(client, options.table);
  } catch (error) {
    await stopProgram(program, 1000);
    throw error;
  } finally {
    client.destroy();
  }
  return { endpoint, port, close: () => stopProgram(program, 5000) };
}

async function untilReady(client: DynamoDBClient, exit: Promise<void>): Promise<string[]> {
  const gone = new AbortController();
  void exit.then(() => gone.abort());
  for (let attempt = 0; attempt < READY_TRIES && !gone.signal.aborted; attempt++) {
    try {
      const { TableNames = [] } = await client.send(new ListTablesCommand({}));
      return TableNames;
    } catch {
      await setTimeout(READY_PAUSE_MS);
    }
  }
  throw new DatabaseUnavailable('the database did not answer; its log says why');
}

async function createTable(client: DynamoDBClient, name: string): Promise<void> {
  const { partition, sort } = TABLE_KEYS;
  await client.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [
        { AttributeName: partition, KeyType: 'HASH' },
        { AttributeName: sort, KeyType: 'RANGE' },
      ],
      AttributeDefinitions: [
        { AttributeName: partition, AttributeType: 'S' },
        { AttributeName: sort, AttributeType: 'S' },
      ],
    }),
  );
}
