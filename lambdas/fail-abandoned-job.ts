import { SendTaskFailureCommand, SFNClient } from '@aws-sdk/client-sfn';
import * as z from 'zod';
import { MESSAGES } from '../core/contract.ts';
import { handler as wrap, parseAs } from './runtime/handler.ts';
import { logger, metrics } from './runtime/telemetry.ts';

const executions = new SFNClient({});

/** The part of a job that is needed to end it, whatever else is wrong with it. */
const Abandoned = z.object({ taskToken: z.string().min(1), callId: z.string() });
const Input = z.object({ Records: z.array(z.object({ body: z.string() })) });

/** Calls that no longer wait for an answer. */
const NO_LONGER_WAITING = ['TaskDoesNotExist', 'TaskTimedOut', 'InvalidToken'];

/** Fails the call of a job that killed every worker that took it. */
export const handler = wrap(Input, async ({ Records }) => {
  for (const { body } of Records) await failJob(parseAs(Abandoned, JSON.parse(body), 'job'));
});

async function failJob({ taskToken, callId }: z.infer<typeof Abandoned>): Promise<void> {
  const error = 'ENGINE_FAILED';
  try {
    await executions.send(new SendTaskFailureCommand({ taskToken, error, cause: MESSAGES[error] }));
  } catch (failure) {
    if (!(failure instanceof Error && NO_LONGER_WAITING.includes(failure.name))) throw failure;
  }
  metrics.addMetric('JobsAbandoned', 'Count', 1);
  logger.warn('failed an abandoned job', { callId });
}
