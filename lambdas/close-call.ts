import * as z from 'zod';
import { closeCall } from '../core/call-register.ts';
import { endingOf, failureCodeOf, type Ending } from '../core/close-call.ts';
import { ENV, REJECTION_CODES, STAGES } from '../core/contract.ts';
import { eventOf, ObjectCreatedDetail } from '../core/events.ts';
import { CallRecords } from './runtime/call-records.ts';
import { required } from './runtime/environment.ts';
import { handler as wrap } from './runtime/handler.ts';
import { recordingIn } from './runtime/recording-event.ts';
import { logger, metrics } from './runtime/telemetry.ts';

const register = new CallRecords(required(ENV.table));

const Input = z
  .object({
    detail: ObjectCreatedDetail,
    executionArn: z.string().min(1),
  })
  .and(
    z.union([
      z.object({ rejected: z.object({ code: z.enum(REJECTION_CODES) }) }),
      z.object({ failed: z.object({ stage: z.enum(STAGES), error: z.string() }) }),
    ]),
  );
type Input = z.infer<typeof Input>;

/** Ends a call that gave no analysis, and says what to announce. */
export const handler = wrap(Input, async (input) => {
  const ending = endingIn(input);
  const record = await closeCall(
    endingOf(recordingIn(input.detail), input.executionArn, ending, new Date().toISOString()),
    register,
  );
  metrics.addMetric(`Calls.${record.status}`, 'Count', 1);
  logger.info('closed a call', { callId: record.callId, code: record.code });
  return eventOf(record);
});

function endingIn(input: Input): Ending {
  return 'rejected' in input
    ? { status: 'REJECTED', code: input.rejected.code }
    : { status: 'FAILED', code: failureCodeOf(input.failed.stage, input.failed.error) };
}
