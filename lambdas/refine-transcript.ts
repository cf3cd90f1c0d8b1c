import * as z from 'zod';
import { Call, S3Reference } from '../core/call.ts';
import { advanceCall } from '../core/call-register.ts';
import { ENV, transcriptKey } from '../core/contract.ts';
import { refine } from '../core/refine.ts';
import { RawTranscript, Transcript } from '../core/transcript.ts';
import { CallRecords } from './runtime/call-records.ts';
import { createS3Client } from './runtime/clients.ts';
import { required } from './runtime/environment.ts';
import { handler as wrap } from './runtime/handler.ts';
import { ObjectStore } from './runtime/objects.ts';
import { logger, metrics } from './runtime/telemetry.ts';

const objects = new ObjectStore(createS3Client(), required(ENV.bucket));
const register = new CallRecords(required(ENV.table));
const engine = required(ENV.transcriptionEngine);

const Input = z.object({ call: Call, rawTranscript: S3Reference });

/** Stores the redacted transcript of a call, then erases the raw one. */
export const handler = wrap(Input, async ({ call, rawTranscript }) => {
  const stored = await objects.find(transcriptKey({ ...call, engine }));
  const transcript = stored ?? (await refined(call, rawTranscript));
  await recordTranscript(call, transcript);
  await objects.erase(rawTranscript);
  logger.info('refined a transcript', { callId: call.callId });
  return { transcript };
});

async function refined(call: Call, rawTranscript: S3Reference): Promise<S3Reference> {
  const transcript = refine(await objects.read(rawTranscript, RawTranscript));
  metrics.addMetric('TranscribedSeconds', 'Seconds', transcript.durationSeconds);
  return objects.write(transcriptKey({ ...call, engine }), transcript);
}

async function recordTranscript(call: Call, reference: S3Reference): Promise<void> {
  const transcript = await objects.read(reference, Transcript);
  await advanceCall(
    call,
    {
      status: 'TRANSCRIBED',
      transcribedAt: new Date().toISOString(),
      transcript: reference,
      transcriptionEngine: transcript.engine.name,
      durationSeconds: transcript.durationSeconds,
      channels: transcript.channels,
      language: transcript.language,
    },
    register,
  );
}
