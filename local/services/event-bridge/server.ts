import { awsJson, validated } from '../aws-json.ts';
import { listen, type Listener } from '../http.ts';
import type { EventBuses } from './buses.ts';
import { PutEventsRequest } from './put-events.ts';

export interface EventBridgeOptions {
  readonly buses: EventBuses;
  /** 0, the default, takes any free port. */
  readonly port?: number;
}

/** The HTTP face of the buses: PutEvents. */
export function startEventBridge({ buses, port }: EventBridgeOptions): Promise<Listener> {
  const operations = {
    PutEvents: validated('ValidationException', PutEventsRequest, ({ Entries }) =>
      buses.put(Entries),
    ),
  };
  return listen(awsJson('AWSEvents', operations), port);
}
