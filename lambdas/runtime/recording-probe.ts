import { GetObjectCommand, type GetObjectCommandOutput, type S3Client } from '@aws-sdk/client-s3';
import { parseStream, type IAudioMetadata } from 'music-metadata';
import { PassThrough, type Readable } from 'node:stream';
import type { Recording } from '../../core/call.ts';
import type { RejectionCode } from '../../core/contract.ts';
import type { RecordingFacts } from '../../core/recording-facts.ts';
import { framedSpeech } from '../../core/speech-frames.ts';
import { declaredEndOfWav } from '../../core/wav-header.ts';

const HEADER_BYTES = 64 * 1024;

/** What S3 answers when the version, or the name, is no longer there. */
const GONE = ['NoSuchKey', 'NoSuchVersion', 'MethodNotAllowed'];

/** What the parser throws when a format it knows ends or breaks off where more must follow. */
const BROKEN_OFF = ['EndOfStreamError', 'UnexpectedFileContentError', 'FieldDecodingError'];

/** What it throws when it knows no such format. */
const UNKNOWN_FORMAT = ['CouldNotDetermineFileTypeError', 'UnsupportedFileTypeError'];

/**
 * Looks into a recording's container without decoding it. Reads the header alone where that tells
 * the length, else the whole file as a stream.
 */
export async function probeRecording(
  s3: S3Client,
  recording: Recording,
): Promise<RecordingFacts | RejectionCode> {
  try {
    const object = await openRecording(s3, recording);
    const size = object.ContentLength ?? 0;
    if (size === 0) return 'EMPTY';
    const container = await look(object.Body as Readable, size);
    return typeof container === 'string'
      ? container
      : { ...container, userMetadata: object.Metadata ?? {} };
  } catch (error) {
    if (error instanceof Error && GONE.includes(error.name)) return 'GONE';
    throw error;
  }
}

/**
 * Opens the version that is meant, by its name: a delete marker means that somebody wants it gone,
 * though the version could still be read.
 */
async function openRecording(
  s3: S3Client,
  { bucket, key, versionId }: Recording,
): Promise<GetObjectCommandOutput> {
  const newest = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
  if (newest.VersionId === versionId) return newest;
  (newest.Body as Readable).destroy();
  return s3.send(new GetObjectCommand({ Bucket: bucket, Key: key, VersionId: versionId }));
}

async function look(
  body: Readable,
  size: number,
): Promise<Omit<RecordingFacts, 'userMetadata'> | RejectionCode> {
  const head = collectHead(body);
  try {
    const { format } = await parseStream(head.stream, { size }, { skipCovers: true });
    return judge(format, head.bytes(), size);
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    if (BROKEN_OFF.includes(name)) return 'TRUNCATED';
    if (UNKNOWN_FORMAT.includes(name)) return framedSpeech(head.bytes(), size) ?? 'NOT_AUDIO';
    throw error;
  } finally {
    body.destroy();
  }
}

function judge(
  format: IAudioMetadata['format'],
  head: Uint8Array,
  size: number,
): Omit<RecordingFacts, 'userMetadata'> | RejectionCode {
  if (!format.hasAudio) return 'NOT_AUDIO';
  if ((declaredEndOfWav(head) ?? 0) > size) return 'TRUNCATED';
  if (format.container === 'WAVE' && format.codec === undefined) return 'TRUNCATED';
  return {
    durationSeconds: format.duration ?? (format.container === 'WAVE' ? 0 : null),
    channels: format.numberOfChannels ?? null,
  };
}

/** Passes a stream on and keeps its first bytes. */
function collectHead(body: Readable): { stream: Readable; bytes: () => Uint8Array } {
  const chunks: Buffer[] = [];
  let kept = 0;
  const stream = new PassThrough();
  body.on('data', (chunk: Buffer) => {
    if (kept < HEADER_BYTES) {
      chunks.push(chunk);
      kept += chunk.length;
    }
  });
  body.pipe(stream);
  body.once('error', (error) => stream.destroy(error));
  return { stream, bytes: () => Buffer.concat(chunks).subarray(0, HEADER_BYTES) };
}
