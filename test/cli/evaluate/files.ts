import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of a test's own files. */
export class Files {
  readonly folder = mkdtempSync(join(tmpdir(), 'sada-test-'));

  /** Writes rows as JSON Lines, or bytes as they are. */
  write(name: string, content: readonly unknown[] | Buffer): string {
    const path = join(this.folder, name);
    const bytes = Buffer.isBuffer(content)
      ? content
      : content.map((row) => `${JSON.stringify(row)}\n`).join('');
    writeFileSync(path, bytes);
    return path;
  }
}
