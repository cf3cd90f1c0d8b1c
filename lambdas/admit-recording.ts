import * as z from 'zod';
import { admitRecording } from '../core/admit-recording.ts';
import { ENV, transcriptKey } from '../core/contract.ts';
import { ObjectCreatedDetail } from '../core/events.ts';
import { CallRecords } from './runtime/call-records.ts';
import { createS3Client } from './runtime/clients.ts';
import { optional, required } from './runtime/environment.ts';
import { Executions } from './runtime/executions.ts';
import { handler as wrap } from './runtime/handler.ts';
import { ObjectStore } from './runtime/objects.ts';
import { recordingIn } from './runtime/recording-event.ts';
import { probeRecording } from './runtime/recording-probe.ts';
import { logger, metrics } from './runtime/telemetry.ts';

const s3 = createS3Client();
const objects = new ObjectStore(s3, required(ENV.bucket));
const executions = new Executions();
const engine = required(ENV.transcriptionEngine);
const rules = {
  maxDurationSeconds: z.coerce.number().positive().parse(required(ENV.maxDurationSeconds)),
  fileNamePattern: optional(ENV.fileNamePattern),
};
const ports = {
  register: new CallRecords(required(ENV.table)),
  probe: probeRecording.bind(null, s3),
  isRunning: (arn: string) => executions.isRunning(arn),
  findTranscript: (callId: string, revision: string) =>
    objects.find(transcriptKey({ callId, revision, engine })),
  now: () => new Date().toISOString(),
};

const Input = z.object({ detail: ObjectCreatedDetail, executionArn: z.string().min(1) });

/** Who, what, how long; refuses what cannot be a call; claims it once. */
export const handler = wrap(Input, async ({ detail, executionArn }) => {
  const answer = await admitRecording(recordingIn(detail), executionArn, ports, rules);
  metrics.addMetric(`Admission.${answer.admission}`, 'Count', 1);
  logger.info('looked at a recording', {
    admission: answer.admission,
    callId: answer.call?.callId,
    code: answer.admission === 'rejected' ? answer.rejected.code : undefined,
  });
  return answer;
});
