import { createHash } from 'node:crypto';
import type { S3Reference } from '../../../core/call.ts';
import { checkpointKey, rawTranscriptKey, workPrefix } from '../../../core/contract.ts';
import type { TranscriptionJob } from '../../../core/job.ts';
import { RawTranscript } from '../../../core/transcript.ts';
import type { SpeechEngine } from './engines/engine.ts';
import type { Log } from './log.ts';
import type { WorkArea } from './ports.ts';
import type { Transcriber } from './transcribe.ts';

/** Enough of a SHA-256 to tell one call's variants apart. */
const VARIANT_CHARACTERS = 16;

/** What was made of one job's recording before, by this worker or others. */
export interface Results {
  /** The result of this very revision. */
  own(): Promise<S3Reference | undefined>;
  /** What was heard in the same sound under another revision, as a transcript of this one. */
  ofSameSound(contentSha256: string): Promise<RawTranscript | undefined>;
  store(contentSha256: string, transcript: RawTranscript): Promise<S3Reference>;
  checkpointKey(contentSha256: string): string;
}

/**
 * Results for this job, this engine with these weights and parameters, and these hints.
 * @throws TranscriptionFailed ENGINE_UNAVAILABLE
 */
export async function resultsFor(
  job: TranscriptionJob,
  { engine, noiseReduction = false }: Pick<Transcriber, 'engine' | 'noiseReduction'>,
  { work, log }: { work: WorkArea; log: Log },
): Promise<Results> {
  const { callId, revision } = job;
  const of = {
    callId,
    revision,
    engine: engine.name,
    variant: await variantOf(engine, noiseReduction, job),
  };
  const keys = await work.list(workPrefix(of));
  const [ownEnd, found] = [`/${revision}.json`, (key: string) => work.find(key)];
  return {
    own: async () =>
      firstOf(
        keys.filter((key) => key.endsWith(ownEnd)),
        found,
      ),
    async ofSameSound(contentSha256) {
      const folder = `${workPrefix(of)}${contentSha256}/`;
      const same = keys.filter((key) => key.startsWith(folder));
      const heard = await firstOf(same, async (key) => transcriptAt(key, work));
      if (heard === undefined) return undefined;
      log.info('found the same sound heard before');
      return { ...heard, revision };
    },
    store: (contentSha256, transcript) =>
      work.writeOnce(rawTranscriptKey({ ...of, contentSha256 }), JSON.stringify(transcript)),
    checkpointKey: (contentSha256) => checkpointKey({ ...of, contentSha256 }),
  };
}

/** Whatever changes a transcript beside the sound itself; hints come with each upload. */
async function variantOf(
  engine: SpeechEngine,
  noiseReduction: boolean,
  { hints }: TranscriptionJob,
): Promise<string> {
  const { model, modelSha256, version } = await engine.description();
  const { language, agentChannel } = hints;
  const parts = [
    model,
    modelSha256,
    version,
    engine.parameters,
    noiseReduction,
    language,
    agentChannel,
  ];
  const sha256 = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  return sha256.slice(0, VARIANT_CHARACTERS);
}

/** Undefined when it was erased since it was listed, as refining does, or is no transcript. */
async function transcriptAt(key: string, work: WorkArea): Promise<RawTranscript | undefined> {
  const stored = await work.find(key);
  const json = stored && (await work.read(stored));
  try {
    return json === undefined ? undefined : RawTranscript.parse(JSON.parse(json));
  } catch {
    return undefined;
  }
}

async function firstOf<T>(
  keys: readonly string[],
  find: (key: string) => Promise<T | undefined>,
): Promise<T | undefined> {
  for (const key of keys) {
    const found = await find(key);
    if (found !== undefined) return found;
  }
  return undefined;
}
