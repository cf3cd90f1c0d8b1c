import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Disk } from './disk.ts';
import { readJson } from './json-file.ts';
import { StoredPart, UploadSettings } from './stored-upload.ts';

const SETTINGS = 'upload.json';

/** An upload with the parts that came so far. */
export interface Upload {
  readonly settings: UploadSettings;
  readonly parts: Map<number, StoredPart>;
}

/**
 * Where a bucket's multipart uploads lie: a folder each, with `upload.json` and, for every part,
 * its bytes and `<number>.json`, which names them. As with versions, what is described exists.
 */
export class UploadDisk {
  readonly #folder: string;
  readonly #disk: Pick<Disk, 'incoming' | 'writeJson'>;

  constructor(folder: string, disk: Pick<Disk, 'incoming' | 'writeJson'>) {
    this.#folder = folder;
    this.#disk = disk;
  }

  create(settings: UploadSettings): void {
    mkdirSync(join(this.#folder, settings.uploadId), { recursive: true });
    this.#disk.writeJson(join(this.#folder, settings.uploadId, SETTINGS), settings);
  }

  data(uploadId: string, { file }: StoredPart): string {
    return join(this.#folder, uploadId, file);
  }

  /**
   * @param body a file to be moved into place
   * @param replaced the part of that number that came before
   */
  savePart(uploadId: string, part: StoredPart, body: string, replaced?: StoredPart): void {
    renameSync(body, this.data(uploadId, part));
    this.#disk.writeJson(join(this.#folder, uploadId, `${part.number}.json`), part);
    if (replaced !== undefined) rmSync(this.data(uploadId, replaced), { force: true });
  }

  /** Takes an upload away in one step; its files go after that, now or at the next start. */
  async remove(uploadId: string): Promise<void> {
    const leaving = this.#disk.incoming(uploadId);
    renameSync(join(this.#folder, uploadId), leaving);
    await rm(leaving, { recursive: true, force: true });
  }

  read(): Upload[] {
    if (!existsSync(this.#folder)) return [];
    return readdirSync(this.#folder).flatMap((uploadId) => this.#readUpload(uploadId) ?? []);
  }

  /** Removes what a kill left: a folder that describes nothing, bytes that no part names. */
  #readUpload(uploadId: string): Upload | undefined {
    const folder = join(this.#folder, uploadId);
    const files = readdirSync(folder);
    if (!files.includes(SETTINGS)) {
      rmSync(folder, { recursive: true });
      return undefined;
    }
    const parts = files
      .filter((file) => /^\d+\.json$/.test(file))
      .map((file) => StoredPart.parse(readJson(join(folder, file))));
    const named = new Set(parts.map(({ file }) => file));
    const strays = files.filter((file) => !file.endsWith('.json') && !named.has(file));
    for (const file of strays) rmSync(join(folder, file));
    return {
      settings: UploadSettings.parse(readJson(join(folder, SETTINGS))),
      parts: new Map(parts.map((part) => [part.number, part])),
    };
  }
}
