import { open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import type { Have } from './request.ts';

/** What has come of a file so far, beside the place where the whole will lie. */
export class PartialFile {
  readonly path: string;
  readonly #target: string;
  readonly #etagFile: string;

  constructor(target: string) {
    this.#target = target;
    this.path = `${target}.partial`;
    this.#etagFile = `${this.path}.etag`;
  }

  async have(): Promise<Have> {
    const bytes = await this.size();
    const etag = await readFile(this.#etagFile, 'utf8').catch(() => null);
    return { bytes, etag };
  }

  async size(): Promise<number> {
    return (await stat(this.path).catch(() => null))?.size ?? 0;
  }

  /** Begins anew, with the tag of what will come. */
  async restart(etag: string | null): Promise<void> {
    await writeFile(this.path, '');
    await rm(this.#etagFile, { force: true });
    if (etag !== null) await writeFile(this.#etagFile, etag);
  }

  /** Takes what comes, chunk by chunk as it comes. */
  async append(chunks: AsyncIterable<Uint8Array>): Promise<void> {
    const file = await open(this.path, 'a');
    try {
      for await (const chunk of chunks) await file.appendFile(chunk);
      await file.sync();
    } finally {
      await file.close();
    }
  }

  /** Makes it the whole file, at once for all who look. */
  async complete(): Promise<void> {
    await rename(this.path, this.#target);
    await rm(this.#etagFile, { force: true });
  }

  async remove(): Promise<void> {
    for (const file of this.files) await rm(file, { force: true });
  }

  get files(): readonly string[] {
    return [this.path, this.#etagFile];
  }
}
