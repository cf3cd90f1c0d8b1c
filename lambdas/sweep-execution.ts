import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import * as z from 'zod';
import { closeCall } from '../core/call-register.ts';
import { endingOf, failureCodeOfExecution } from '../core/close-call.ts';
import { ENV, ERROR } from '../core/contract.ts';
import { CallSuperseded } from '../core/errors.ts';
import { eventOf, ObjectCreatedDetail, type CallEvent } from '../core/events.ts';
import { CallRecords } from './runtime/call-records.ts';
import { required } from './runtime/environment.ts';
import { Executions } from './runtime/executions.ts';
import { handler as wrap, parseAs } from './runtime/handler.ts';
import { recordingIn } from './runtime/recording-event.ts';
import { logger, metrics } from './runtime/telemetry.ts';

const register = new CallRecords(required(ENV.table));
const executions = new Executions();
const events = new EventBridgeClient({});
const bus = required(ENV.bus);

const Input = z.object({
  detail: z.object({
    executionArn: z.string().min(1),
    status: z.enum(['FAILED', 'TIMED_OUT', 'ABORTED']),
    input: z.string(),
  }),
});
const ExecutionInput = z.object({ detail: ObjectCreatedDetail });

/** Records and announces a call whose execution ended where no Catch reaches. */
export const handler = wrap(Input, async ({ detail: { executionArn, status, input } }) => {
  if ((await executions.errorOf(executionArn)) === ERROR.failedAndAnnounced) return;
  const { detail } = parseAs(ExecutionInput, JSON.parse(input), 'execution input');
  const ending = endingOf(
    recordingIn(detail),
    executionArn,
    { status: 'FAILED', code: failureCodeOfExecution(status) },
    new Date().toISOString(),
  );
  try {
    const record = await closeCall(ending, register);
    await announce(eventOf(record));
    metrics.addMetric('ExecutionsSwept', 'Count', 1);
    logger.warn('swept an execution', { callId: record.callId, code: record.code });
  } catch (error) {
    if (!(error instanceof CallSuperseded)) throw error;
  }
});

/** @throws Error when the bus did not take the event: Lambda then tries again */
async function announce({ source, detailType, detail }: CallEvent): Promise<void> {
  const { FailedEntryCount = 0 } = await events.send(
    new PutEventsCommand({
      Entries: [
        {
          EventBusName: bus,
          Source: source,
          DetailType: detailType,
          Detail: JSON.stringify(detail),
        },
      ],
    }),
  );
  if (FailedEntryCount > 0) throw new Error('the event bus refused the event');
}
