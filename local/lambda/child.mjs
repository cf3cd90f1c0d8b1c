// The process that one handler runs in: imports its bundle once, then answers one event at a time.
import { pathToFileURL } from 'node:url';

const [, , bundle, functionName] = process.argv;
const { handler } = await import(pathToFileURL(bundle).href);

process.on('message', (message) => void answer(message));

async function answer({ requestId, event }) {
  try {
    const result = await handler(event, { awsRequestId: requestId, functionName });
    process.send({ result: result ?? null });
  } catch (error) {
    process.send({ error: { name: error.name, message: error.message } });
  }
}
process.on('disconnect', () => process.exit());
process.send({ ready: true });
