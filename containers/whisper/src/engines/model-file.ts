import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { TranscriptionFailed } from '../errors.ts';

/**
 * Which weights heard a call.
 * @throws TranscriptionFailed ENGINE_UNAVAILABLE with `hint` when the file cannot be read
 */
export async function sha256Of(model: string, hint: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(model)) hash.update(chunk as Buffer);
  } catch {
    throw new TranscriptionFailed('ENGINE_UNAVAILABLE', hint);
  }
  return hash.digest('hex');
}
