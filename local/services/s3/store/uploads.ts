import { randomBytes, randomUUID } from 'node:crypto';
import type { Clock } from '../../../../core/clock.ts';
import type { BodyFile } from '../body/body-file.ts';
import { S3Error } from '../errors.ts';
import type { Sequencer } from './sequencer.ts';
import { compareKeys } from './sorted-keys.ts';
import type { StoredPart, UploadSettings } from './stored-upload.ts';
import type { Upload, UploadDisk } from './upload-disk.ts';

interface UploadParts {
  readonly disk: UploadDisk;
  readonly clock: Clock;
  readonly sequencer: Sequencer;
}

/** The multipart uploads of a bucket that are under way. */
export class Uploads {
  readonly #parts: UploadParts;
  readonly #uploads: Map<string, Upload>;

  /** Takes up what an earlier run left. */
  constructor(parts: UploadParts) {
    this.#parts = parts;
    this.#uploads = new Map(parts.disk.read().map((one) => [one.settings.uploadId, one]));
  }

  create(described: Omit<UploadSettings, 'uploadId' | 'initiatedAt'>): UploadSettings {
    const { clock, sequencer, disk } = this.#parts;
    const uploadId = sequencer.next() + randomBytes(24).toString('base64url');
    const settings = { ...described, uploadId, initiatedAt: clock.now() };
    disk.create(settings);
    this.#uploads.set(uploadId, { settings, parts: new Map() });
    return settings;
  }

  /** @throws S3Error NoSuchUpload, also when it is one of another key */
  find(key: string, uploadId: string): Upload {
    const upload = this.#uploads.get(uploadId);
    if (upload?.settings.key === key) return upload;
    throw new S3Error(
      'NoSuchUpload',
      'The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.',
    );
  }

  /** In the order of their keys, and of their start for one key. */
  sorted(): UploadSettings[] {
    return [...this.#uploads.values()]
      .map(({ settings }) => settings)
      .sort(
        (one, other) =>
          compareKeys(one.key, other.key) || compareKeys(one.uploadId, other.uploadId),
      );
  }

  /** @throws S3Error NoSuchUpload when it ended while the part came */
  addPart({ settings }: Upload, number: number, body: BodyFile): StoredPart {
    const { key, uploadId } = settings;
    const { parts } = this.find(key, uploadId);
    const { size, md5: etag, checksums } = body;
    const lastModified = this.#parts.clock.now();
    const part = { number, size, etag, checksums, lastModified, file: randomUUID() };
    this.#parts.disk.savePart(uploadId, part, body.file, parts.get(number));
    parts.set(number, part);
    return part;
  }

  data({ settings }: Upload, part: StoredPart): string {
    return this.#parts.disk.data(settings.uploadId, part);
  }

  /** Ends an upload, completed or not. */
  async discard({ settings }: Upload): Promise<void> {
    if (this.#uploads.delete(settings.uploadId)) await this.#parts.disk.remove(settings.uploadId);
  }
}
