import * as z from 'zod';
import { selectAnalyser } from '../core/analysers.ts';
import { Analysis } from '../core/analysis.ts';
import { Call, S3Reference } from '../core/call.ts';
import { advanceCall } from '../core/call-register.ts';
import { analysisKey, answeredKey, ENV } from '../core/contract.ts';
import { eventOf } from '../core/events.ts';
import { timeoutSecondsOf } from '../core/function-timeouts.ts';
import { resumable } from '../core/language-model-analyser/resumable.ts';
import { withinTime } from '../core/language-model-analyser/within-time.ts';
import { progressOf } from '../core/record-of-analysis.ts';
import { Transcript } from '../core/transcript.ts';
import { CallRecords } from './runtime/call-records.ts';
import { createS3Client } from './runtime/clients.ts';
import { required } from './runtime/environment.ts';
import { handler as wrap } from './runtime/handler.ts';
import { KeptAnswers } from './runtime/kept-answers.ts';
import { EndpointLanguageModel } from './runtime/language-model.ts';
import { ObjectStore } from './runtime/objects.ts';
import { readSettings } from './runtime/settings.ts';
import { logger, metrics } from './runtime/telemetry.ts';

const objects = new ObjectStore(createS3Client(), required(ENV.bucket));
const register = new CallRecords(required(ENV.table));
const engine = required(ENV.analysisEngine);
const settings = readSettings(required(ENV.settings));
const clock = { now: () => Date.now() };

let languageModel: EndpointLanguageModel | undefined;
const endpoint = (): EndpointLanguageModel =>
  (languageModel ??= new EndpointLanguageModel(
    required(ENV.modelEndpoint),
    required(ENV.modelComponent),
  ));
const analyser = selectAnalyser(engine, { settings, model: endpoint });

const Input = z.object({ call: Call, transcript: S3Reference });

/** Analyses a transcript, stores the analysis, and writes the record that the event is made of. */
export const handler = wrap(Input, async ({ call, transcript: reference }) => {
  const transcript = await objects.read(reference, Transcript);
  const engines = `${transcript.engine.name}.${analyser.name}`;
  const of = { ...call, engine: engines, variant: analyser.revision };
  const stored = await objects.find(analysisKey(of));
  const analysis = stored
    ? await objects.read(stored, Analysis)
    : await analyse(transcript, answeredKey(of));
  const record = await advanceCall(
    call,
    {
      ...progressOf(transcript, analysis),
      analysedAt: new Date().toISOString(),
      transcript: reference,
      analysis: stored ?? (await objects.write(analysisKey(of), analysis)),
    },
    register,
  );
  metrics.addMetric('CallsAnalysed', 'Count', 1);
  logger.info('analysed a call', { callId: call.callId });
  return eventOf(record);
});

/** In the function's own time; what a model answered of an analysis that fails waits for a retry. */
async function analyse(transcript: Transcript, key: string): Promise<Analysis> {
  const deadline = clock.now() + timeoutSecondsOf('analyse-call') * 1000;
  const answers = new KeptAnswers(objects, key);
  const model = () => resumable(withinTime(endpoint(), clock, deadline), answers);
  try {
    return await selectAnalyser(engine, { settings, model }).analyse(transcript);
  } catch (error) {
    await answers.keep();
    throw error;
  }
}
