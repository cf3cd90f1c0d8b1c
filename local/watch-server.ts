import type { CallStage, CallWatch } from './call-watch.ts';
import { EVENT_BUS } from './names.ts';
import type { EventBuses } from './services/event-bridge/buses.ts';
import type { EventEnvelope } from './services/event-bridge/envelope.ts';
import { listen, type Listener } from './services/http.ts';

/** One line of the watch: an event of the product's bus, or a call that has moved on. */
export type WatchLine = { event: EventEnvelope } | { stage: CallStage };

/**
 * Lets other processes look on, as no service of AWS would: a GET is answered with JSON lines for
 * as long as the client stays.
 */
export function startWatchServer(
  buses: EventBuses,
  calls: CallWatch,
  port?: number,
): Promise<Listener> {
  return listen(async (request, response) => {
    response.writeHead(200, { 'content-type': 'application/x-ndjson' });
    response.flushHeaders();
    const write = (line: WatchLine): void => {
      response.write(`${JSON.stringify(line)}\n`);
    };
    const ends = [
      buses.subscribe(EVENT_BUS, (event) => write({ event })),
      calls.onStage((stage) => write({ stage })),
    ];
    request.once('close', () => {
      for (const end of ends) end();
    });
  }, port);
}
