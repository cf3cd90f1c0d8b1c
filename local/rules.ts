import { randomUUID } from 'node:crypto';
import { EVENT_SOURCE } from '../core/contract.ts';
import { executionEndedBadly, recordingArrived } from '../core/events.ts';
import type { CallWatch } from './call-watch.ts';
import type { Functions } from './lambda/functions.ts';
import { BUCKET, DEFAULT_BUS, EVENT_BUS } from './names.ts';
import type { ProcessCall } from './process-call.ts';
import type { EventBuses } from './services/event-bridge/buses.ts';
import type { EventEnvelope } from './services/event-bridge/envelope.ts';

/** Lays the way of an event: recordings start executions, bad endings are swept, calls watched. */
export function layRules(
  buses: EventBuses,
  { engine, stateMachineArn }: ProcessCall,
  functions: Functions,
  calls: CallWatch,
): void {
  const startExecution = async (event: EventEnvelope): Promise<void> => {
    // EventBridge names executions so too: never by what the recording is called.
    const name = `${event.id}_${randomUUID()}`;
    const input = JSON.stringify(event);
    const { arn } = engine.startExecution({ stateMachineArn, name, input });
    calls.started(arn, event.detail);
  };
  buses.addRule({
    bus: DEFAULT_BUS,
    name: 'recording-arrived',
    pattern: recordingArrived(BUCKET),
    targets: [{ name: 'process-call', deliver: startExecution }],
  });
  buses.addRule({
    bus: DEFAULT_BUS,
    name: 'execution-ended-badly',
    pattern: executionEndedBadly(stateMachineArn),
    targets: [
      {
        name: 'sweep-execution',
        deliver: (event) => functions.invoke('sweep-execution', event),
      },
    ],
  });
  engine.onStatusChange((detail) =>
    buses.putEvent(DEFAULT_BUS, {
      source: 'aws.states',
      'detail-type': 'Step Functions Execution Status Change',
      resources: [detail.executionArn],
      detail,
    }),
  );
  engine.onStateEntered(({ executionArn, state }) => calls.entered(executionArn, state));
  buses.subscribe(EVENT_BUS, ({ source, detail }) => {
    if (source === EVENT_SOURCE) calls.announced(detail);
  });
}
