import { TranscriptionJob } from '../../../core/job.ts';
import {
  CallNoLongerWaits,
  PlannedStop,
  RecordingRejected,
  TranscriptionFailed,
} from './errors.ts';
import { doJob, type JobParts } from './job.ts';
import { keepLease, type LeaseParts } from './lease.ts';
import { kindOf } from './log.ts';
import type { Message } from './ports.ts';

export type MessageParts = JobParts & LeaseParts;

/**
 * One message from pick-up to its end. Deleted once its call is answered or no longer waits; left
 * to come back, and after three times to go to the dead-letter queue, when it is no job or a
 * service is in trouble. Never throws.
 * @param abort its signal's reason says why: CallNoLongerWaits or PlannedStop
 */
export async function handleMessage(
  message: Message,
  abort: AbortController,
  parts: MessageParts,
): Promise<void> {
  const job = jobIn(message.body);
  if (job === undefined) {
    parts.log.error('left a message that is no job', { messageId: message.id });
    return;
  }
  const log = parts.log.with({ callId: job.callId, revision: job.revision });
  try {
    await attend({ message, job, abort }, { ...parts, log });
  } catch (error) {
    log.error('left a job to come back', { messageId: message.id, kind: kindOf(error) });
  }
}

function jobIn(body: string): TranscriptionJob | undefined {
  try {
    return TranscriptionJob.parse(JSON.parse(body));
  } catch {
    return undefined;
  }
}

interface Attended {
  message: Message;
  job: TranscriptionJob;
  abort: AbortController;
}

async function attend({ message, job, abort }: Attended, parts: MessageParts): Promise<void> {
  const { queue, tokens, log } = parts;
  const { taskToken } = job;
  if (await tokens.heartbeat(taskToken)) {
    const release = keepLease({ message, taskToken, abort }, parts);
    try {
      await answer(job, abort.signal, parts);
    } catch (error) {
      // What an abort makes programs and clients throw differs; the signal knows why.
      await stopped(message, abort.signal.aborted ? abort.signal.reason : error, parts);
    } finally {
      release();
    }
  } else {
    log.info('dropped a job that no call waits for');
  }
  await queue.delete(message);
}

/** Does the job and answers its token, whether with a result or with whose fault it is. */
async function answer(
  job: TranscriptionJob,
  signal: AbortSignal,
  parts: MessageParts,
): Promise<void> {
  const { tokens, log } = parts;
  try {
    const rawTranscript = await doJob(job, signal, parts);
    await tokens.succeed(job.taskToken, { rawTranscript });
    log.info('transcribed');
  } catch (error) {
    if (error instanceof RecordingRejected) {
      await tokens.succeed(job.taskToken, { rejected: { code: error.code } });
      log.info('rejected', { code: error.code });
    } else if (error instanceof TranscriptionFailed) {
      await tokens.fail(job.taskToken, error.code);
      log.error(error.message, { code: error.code });
    } else throw error;
  }
}

/** What follows when work was cut short on purpose; anything else is thrown on. */
async function stopped(message: Message, reason: unknown, parts: MessageParts): Promise<void> {
  if (reason instanceof PlannedStop) {
    await parts.queue.send(message.body);
    parts.log.info('handed a job back');
  } else if (reason instanceof CallNoLongerWaits) {
    parts.log.info('stopped a job that no call waits for any more');
  } else throw reason;
}
