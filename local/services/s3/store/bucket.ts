import { randomBytes } from 'node:crypto';
import type { Clock } from '../../../../core/clock.ts';
import type { BucketSettings, Disk, Versioning } from './disk.ts';
import type { Sequencer } from './sequencer.ts';
import {
  NULL_VERSION,
  type Content,
  type StoredObject,
  type StoredVersion,
} from './stored-version.ts';
import { Uploads } from './uploads.ts';
import { VersionIndex } from './version-index.ts';

export interface BucketParts {
  readonly disk: Disk;
  readonly clock: Clock;
  readonly sequencer: Sequencer;
}

/** One bucket: its versions on disk and their index in memory, always in step. */
export class Bucket {
  #settings: BucketSettings;
  readonly #parts: BucketParts;
  readonly #index = new VersionIndex();
  /** Multipart uploads under way. */
  readonly uploads: Uploads;

  /** @param versions what the disk holds, in the order of the writes */
  constructor(settings: BucketSettings, versions: readonly StoredVersion[], parts: BucketParts) {
    this.#settings = settings;
    this.#parts = parts;
    this.uploads = new Uploads({ ...parts, disk: parts.disk.uploads(settings.name) });
    for (const version of versions) this.#add(version);
  }

  get name(): string {
    return this.#settings.name;
  }

  get createdAt(): number {
    return this.#settings.createdAt;
  }

  get versioning(): Versioning | undefined {
    return this.#settings.versioning;
  }

  get region(): string | undefined {
    return this.#settings.region;
  }

  /** Whether it has neither versions nor delete markers. */
  get isEmpty(): boolean {
    return this.#index.allFrom('').next().done === true;
  }

  get versions(): Pick<VersionIndex, 'latest' | 'find' | 'latestFrom' | 'allFrom'> {
    return this.#index;
  }

  setVersioning(versioning: Versioning): void {
    this.#settings = { ...this.#settings, versioning };
    this.#parts.disk.saveBucket(this.#settings);
  }

  /** The file that holds an object's bytes. */
  data(version: StoredObject): string {
    return this.#parts.disk.data(this.name, version.sequencer);
  }

  /**
   * Makes a received file the newest version of a key.
   * @param check throws when the write is not to happen; nothing comes between it and the write
   */
  put(
    key: string,
    content: Content,
    file: string,
    check: (latest: StoredVersion | undefined) => void,
  ): StoredObject {
    check(this.#index.latest(key));
    const version = { ...this.#next(key), content };
    this.#parts.disk.saveVersion(this.name, version, file);
    this.#add(version);
    return version;
  }

  /** Hides a key as S3 does: older versions stay; without versioning the object itself goes. */
  hide(key: string): StoredVersion | undefined {
    if (this.versioning === undefined) {
      this.remove(key, NULL_VERSION);
      return undefined;
    }
    const marker = this.#next(key);
    this.#parts.disk.saveVersion(this.name, marker);
    this.#add(marker);
    return marker;
  }

  /** Removes one version for good. */
  remove(key: string, versionId: string): StoredVersion | undefined {
    const version = this.#index.find(key, versionId);
    if (version === undefined) return undefined;
    this.#index.remove(version);
    this.#parts.disk.removeVersion(this.name, version);
    return version;
  }

  #add(version: StoredVersion): void {
    const replaced = this.#index.add(version);
    if (replaced !== undefined) this.#parts.disk.removeVersion(this.name, replaced);
  }

  #next(key: string): Omit<StoredVersion, 'content'> {
    return {
      key,
      versionId: this.versioning === 'Enabled' ? newVersionId() : NULL_VERSION,
      sequencer: this.#parts.sequencer.next(),
      lastModified: this.#parts.clock.now(),
    };
  }
}

/** 32 characters as S3's; opaque and URL-safe. */
const newVersionId = (): string => randomBytes(24).toString('base64url');
