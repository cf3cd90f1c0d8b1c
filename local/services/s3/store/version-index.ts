import { SortedKeys } from './sorted-keys.ts';
import { NULL_VERSION, type StoredVersion } from './stored-version.ts';

/** All versions of a bucket, in memory: per key in the order of their writes. */
export class VersionIndex {
  readonly #versions = new Map<string, StoredVersion[]>();
  readonly #keys = new SortedKeys();

  /**
   * Adds a version that is newer than all others of its key.
   * @returns the version that it takes the place of: a key has one `null` version at most
   */
  add(version: StoredVersion): StoredVersion | undefined {
    const replaced =
      version.versionId === NULL_VERSION ? this.find(version.key, NULL_VERSION) : undefined;
    if (replaced !== undefined) this.remove(replaced);
    const versions = this.#versions.get(version.key);
    if (versions === undefined) this.#versions.set(version.key, [version]);
    else versions.push(version);
    this.#keys.add(version.key);
    return replaced;
  }

  remove(version: StoredVersion): void {
    const versions = this.#versions.get(version.key) ?? [];
    const left = versions.filter((other) => other !== version);
    if (left.length > 0) {
      this.#versions.set(version.key, left);
      return;
    }
    this.#versions.delete(version.key);
    this.#keys.delete(version.key);
  }

  /** The newest version, which may be a delete marker. */
  latest(key: string): StoredVersion | undefined {
    return this.#versions.get(key)?.at(-1);
  }

  find(key: string, versionId: string): StoredVersion | undefined {
    return this.#versions.get(key)?.find((version) => version.versionId === versionId);
  }

  /** The newest version of each key from `first` on. */
  *latestFrom(first: string): Generator<StoredVersion> {
    for (const key of this.#keys.from(first)) {
      const version = this.latest(key);
      if (version !== undefined) yield version;
    }
  }

  /** Every version from key `first` on, each key's newest first. */
  *allFrom(first: string): Generator<StoredVersion> {
    for (const key of this.#keys.from(first)) yield* (this.#versions.get(key) ?? []).toReversed();
  }
}
