import { PutObjectCommand } from '@aws-sdk/client-s3';
import { ENV, transcriptKey } from '../../core/contract.ts';
import type { Transcript } from '../../core/transcript.ts';
import type { CallRevision } from '../../local/call-watch.ts';
import { BUCKET } from '../../local/names.ts';
import { handlerEnvironment } from '../../local/handler-environment.ts';
import { tone, wavOf } from './wav.ts';
import type { WholeSystem } from './whole-system.ts';

/**
 * A call whose transcript is there already, as an earlier try leaves it. It lies outside of where
 * recordings are dropped: nothing starts until its event is delivered again.
 */
export async function transcribedCall(
  whole: WholeSystem,
  name: string,
  transcript: Transcript,
): Promise<CallRevision> {
  const { [ENV.transcriptionEngine]: engine = '' } = handlerEnvironment(1, '');
  const call = await whole.upload(`kept/${name}.wav`, wavOf(tone(1)));
  await whole.s3.send(
    new PutObjectCommand({
      Bucket: BUCKET,
      Key: transcriptKey({ ...call, engine }),
      Body: JSON.stringify({ ...transcript, ...call }),
    }),
  );
  return call;
}
