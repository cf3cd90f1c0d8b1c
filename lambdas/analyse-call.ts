import * as z from 'zod';
import { selectAnalyser } from '../core/analysers.ts';
import { Analysis } from '../core/analysis.ts';
import { Call, S3Reference } from '../core/call.ts';
import { advanceCall } from '../core/call-register.ts';
import { analysisKey, ENV } from '../core/contract.ts';
import { eventOf } from '../core/events.ts';
import { progressOf } from '../core/record-of-analysis.ts';
import { Transcript } from '../core/transcript.ts';
import { CallRecords } from './runtime/call-records.ts';
import { createS3Client } from './runtime/clients.ts';
import { required } from './runtime/environment.ts';
import { handler as wrap } from './runtime/handler.ts';
import { EndpointLanguageModel } from './runtime/language-model.ts';
import { ObjectStore } from './runtime/objects.ts';
import { readSettings } from './runtime/settings.ts';
import { logger, metrics } from './runtime/telemetry.ts';

const objects = new ObjectStore(createS3Client(), required(ENV.bucket));
const register = new CallRecords(required(ENV.table));
const analyser = selectAnalyser(required(ENV.analysisEngine), {
  settings: readSettings(),
  model: () => new EndpointLanguageModel(required(ENV.modelEndpoint), required(ENV.modelComponent)),
});

const Input = z.object({ call: Call, transcript: S3Reference });

/** Analyses a transcript, stores the analysis, and writes the record that the event is made of. */
export const handler = wrap(Input, async ({ call, transcript: reference }) => {
  const transcript = await objects.read(reference, Transcript);
  const engine = `${transcript.engine.name}.${analyser.name}`;
  const key = analysisKey({ ...call, engine });
  const stored = await objects.find(key);
  const analysis = stored
    ? await objects.read(stored, Analysis)
    : await analyser.analyse(transcript);
  const record = await advanceCall(
    call,
    {
      ...progressOf(transcript, analysis),
      analysedAt: new Date().toISOString(),
      transcript: reference,
      analysis: stored ?? (await objects.write(key, analysis)),
    },
    register,
  );
  metrics.addMetric('CallsAnalysed', 'Count', 1);
  logger.info('analysed a call', { callId: call.callId, turnsRead: analysis.turnsRead });
  return eventOf(record);
});
