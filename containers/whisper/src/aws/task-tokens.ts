import {
  InvalidToken,
  SendTaskFailureCommand,
  SendTaskHeartbeatCommand,
  SendTaskSuccessCommand,
  TaskDoesNotExist,
  TaskTimedOut,
  type SFNClient,
} from '@aws-sdk/client-sfn';
import { MESSAGES } from '../../../../core/contract.ts';
import type { TaskTokens } from '../ports.ts';

/** What Step Functions says of a token whose execution has ended or gone on without it. */
const DEAD = [TaskTimedOut, TaskDoesNotExist, InvalidToken];

/** Task tokens of Step Functions. */
export function stepFunctionsTokens(sfn: SFNClient): TaskTokens {
  return {
    heartbeat: (taskToken) =>
      stillWaits(() => sfn.send(new SendTaskHeartbeatCommand({ taskToken }))),
    succeed: (taskToken, result) =>
      stillWaits(() =>
        sfn.send(new SendTaskSuccessCommand({ taskToken, output: JSON.stringify(result) })),
      ),
    fail: (taskToken, error) =>
      stillWaits(() =>
        sfn.send(new SendTaskFailureCommand({ taskToken, error, cause: MESSAGES[error] })),
      ),
  };
}

async function stillWaits(send: () => Promise<unknown>): Promise<boolean> {
  try {
    await send();
    return true;
  } catch (error) {
    if (DEAD.some((dead) => error instanceof dead)) return false;
    throw error;
  }
}
