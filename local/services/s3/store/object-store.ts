import { randomUUID } from 'node:crypto';
import type { Clock } from '../../../../core/clock.ts';
import { S3Error } from '../errors.ts';
import { Bucket } from './bucket.ts';
import { checkBucketName } from './names.ts';
import { Disk, type BucketSettings } from './disk.ts';
import { Sequencer } from './sequencer.ts';

/** All buckets of one directory. */
export class ObjectStore {
  readonly #disk: Disk;
  readonly #clock: Clock;
  readonly #sequencer: Sequencer;
  readonly #buckets = new Map<string, Bucket>();

  /** Reads what an earlier run left in `directory`. */
  constructor(directory: string, clock: Clock) {
    this.#disk = new Disk(directory);
    this.#clock = clock;
    const stored = this.#disk
      .readBuckets()
      .map((settings) => ({ settings, versions: this.#disk.readVersions(settings.name) }));
    const newest = stored.map(({ versions }) => versions.at(-1)?.sequencer ?? '').sort();
    this.#sequencer = new Sequencer(clock, newest.at(-1) ?? '');
    for (const { settings, versions } of stored) {
      this.#buckets.set(settings.name, new Bucket(settings, versions, this.#parts));
    }
  }

  get buckets(): Bucket[] {
    return [...this.#buckets.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
  }

  /** @throws S3Error NoSuchBucket or InvalidBucketName */
  bucket(name: string | undefined): Bucket {
    const bucket = this.#buckets.get(name ?? '');
    if (bucket !== undefined) return bucket;
    checkBucketName(name ?? '');
    throw new S3Error('NoSuchBucket', 'The specified bucket does not exist');
  }

  has(name: string): boolean {
    return this.#buckets.has(name);
  }

  /** @throws S3Error InvalidBucketName or BucketAlreadyOwnedByYou */
  createBucket(name: string, wanted: Pick<BucketSettings, 'versioning' | 'region'> = {}): void {
    checkBucketName(name);
    if (this.has(name)) {
      throw new S3Error('BucketAlreadyOwnedByYou', 'The bucket exists and you own it already.');
    }
    const settings = { name, createdAt: this.#clock.now(), ...wanted };
    this.#disk.saveBucket(settings);
    this.#buckets.set(name, new Bucket(settings, [], this.#parts));
  }

  /** @throws S3Error BucketNotEmpty */
  async deleteBucket(bucket: Bucket): Promise<void> {
    if (!bucket.isEmpty) {
      throw new S3Error(
        'BucketNotEmpty',
        'The bucket you tried to delete is not empty. You must delete all versions in the bucket.',
      );
    }
    this.#buckets.delete(bucket.name);
    await this.#disk.removeBucket(bucket.name);
  }

  /** A path for a body on its way in. */
  incomingFile(): string {
    return this.#disk.incoming(randomUUID());
  }

  get #parts(): { disk: Disk; clock: Clock; sequencer: Sequencer } {
    return { disk: this.#disk, clock: this.#clock, sequencer: this.#sequencer };
  }
}
