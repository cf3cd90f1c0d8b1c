import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { readJson } from './json-file.ts';
import { StoredVersion } from './stored-version.ts';
import { UploadDisk } from './upload-disk.ts';

export const Versioning = z.enum(['Enabled', 'Suspended']);
export type Versioning = z.infer<typeof Versioning>;

export const BucketSettings = z.object({
  name: z.string(),
  /** Milliseconds since the epoch. */
  createdAt: z.number(),
  versioning: Versioning.optional(),
  /** As the client that made it asked. */
  region: z.string().optional(),
});
export type BucketSettings = z.infer<typeof BucketSettings>;

/**
 * Where things lie. A version is `<sequencer>.data` and `<sequencer>.json`; it exists once the
 * latter does. Keys are inside the JSON alone and never become paths.
 *
 * What is written here is small and written synchronously: nothing comes between the check of a
 * write's conditions and its being in place, and a kill leaves either all of it or nothing.
 */
export class Disk {
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
    rmSync(this.#incoming, { recursive: true, force: true });
    mkdirSync(this.#incoming, { recursive: true });
    mkdirSync(join(root, 'buckets'), { recursive: true });
  }

  /** A path for a body on its way in; emptied at the next start. */
  incoming(name: string): string {
    return join(this.#incoming, name);
  }

  data(bucket: string, sequencer: string): string {
    return join(this.#versions(bucket), `${sequencer}.data`);
  }

  /** All of it or nothing. */
  writeJson(path: string, value: unknown): void {
    const incoming = this.incoming('description.json');
    writeFileSync(incoming, JSON.stringify(value));
    renameSync(incoming, path);
  }

  uploads(bucket: string): UploadDisk {
    return new UploadDisk(join(this.#root, 'buckets', bucket, 'uploads'), this);
  }

  saveBucket(settings: BucketSettings): void {
    mkdirSync(this.#versions(settings.name), { recursive: true });
    this.writeJson(this.#settings(settings.name), settings);
  }

  /** Takes a bucket away in one step; its files go after that, now or at the next start. */
  async removeBucket(name: string): Promise<void> {
    const leaving = this.incoming(randomUUID());
    renameSync(join(this.#root, 'buckets', name), leaving);
    await rm(leaving, { recursive: true, force: true });
  }

  /** @param body a file to be moved into place; absent for a delete marker */
  saveVersion(bucket: string, version: StoredVersion, body?: string): void {
    if (body !== undefined) renameSync(body, this.data(bucket, version.sequencer));
    this.writeJson(this.#description(bucket, version.sequencer), version);
  }

  removeVersion(bucket: string, { sequencer }: StoredVersion): void {
    rmSync(this.#description(bucket, sequencer), { force: true });
    rmSync(this.data(bucket, sequencer), { force: true });
  }

  readBuckets(): BucketSettings[] {
    return readdirSync(join(this.#root, 'buckets'))
      .filter((name) => readdirSync(join(this.#root, 'buckets', name)).includes('bucket.json'))
      .map((name) => BucketSettings.parse(readJson(this.#settings(name))));
  }

  /** In the order of their writes. Bytes without a description are what a kill left: removed. */
  readVersions(bucket: string): StoredVersion[] {
    const files = new Set(readdirSync(this.#versions(bucket)));
    const sequencers = [...files]
      .filter((file) => file.endsWith('.json'))
      .map((file) => file.slice(0, -'.json'.length));
    for (const file of files) {
      const described = files.has(file.replace(/\.data$/, '.json'));
      if (!described) rmSync(join(this.#versions(bucket), file));
    }
    return sequencers
      .sort()
      .map((sequencer) => StoredVersion.parse(readJson(this.#description(bucket, sequencer))));
  }

  get #incoming(): string {
    return join(this.#root, 'incoming');
  }

  #settings(bucket: string): string {
    return join(this.#root, 'buckets', bucket, 'bucket.json');
  }

  #versions(bucket: string): string {
    return join(this.#root, 'buckets', bucket, 'versions');
  }

  #description(bucket: string, sequencer: string): string {
    return join(this.#versions(bucket), `${sequencer}.json`);
  }
}
