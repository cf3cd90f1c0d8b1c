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
import { readSettings } from './runtime/settings.ts';
import { logger, metrics } from './runtime/telemetry.ts';

const objects = new ObjectStore(createS3Client(), required(ENV.bucket));
const register = new CallRecords(required(ENV.table));
const engine = required(ENV.transcriptionEngine);
const { redaction } = readSettings(required(ENV.settings));

const Input = z.object({ call: Call, rawTranscript: S3Reference });

/** Stores the redacted transcript of a call, then erases the raw one. */
export const handler = wrap(Input, async ({ call, rawTranscript }) => {
  const key = transcriptKey({ ...call, engine });
  const stored = await objects.find(key);
  const transcript = stored
    ? await objects.read(stored, Transcript)
    : refine(await objects.read(rawTranscript, RawTranscript), redaction);
  const reference = stored ?? (await objects.write(key, transcript));
  // Before the record: a call that was superseded meanwhile must leave nothing raw behind.
  await objects.erase(rawTranscript);
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
  metrics.addMetric('TranscribedSeconds', 'Seconds', transcript.durationSeconds);
  logger.info('refined a transcript', { callId: call.callId });
  return { transcript: reference };
});
