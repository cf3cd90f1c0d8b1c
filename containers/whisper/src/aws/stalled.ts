import type { Readable } from 'node:stream';
import type { Clock } from '../../../../core/clock.ts';
import { DownloadStalled } from '../errors.ts';

/** S3 answers within milliseconds; a connection that brings nothing for this long is dead. */
const LONGEST_SILENCE_SECONDS = 60;

/**
 * Destroys a stream with DownloadStalled once it has brought nothing for a minute.
 * @returns stops watching
 */
export function destroyWhenStalled(stream: Readable, clock: Clock): () => void {
  const watch = () =>
    clock.after(LONGEST_SILENCE_SECONDS * 1000, () => {
      stream.destroy(new DownloadStalled(`no bytes for ${LONGEST_SILENCE_SECONDS} s`));
    });
  let cancel = watch();
  const heard = (): void => {
    cancel();
    cancel = watch();
  };
  stream.on('data', heard);
  return () => {
    stream.off('data', heard);
    cancel();
  };
}
