import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../local/project.ts';

/**
 * The beginning of a SHA-256 over our files that a program is made of, packages left out: two
 * checkouts with the same revision give the same answers, whatever their history.
 * @param entries paths from the root
 */
export async function sourceRevision(
  entries: readonly string[],
  root: string = PROJECT_ROOT,
): Promise<string> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [...entries],
    bundle: true,
    write: false,
    metafile: true,
    outdir: 'unwritten',
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  });
  const hash = createHash('sha256');
  for (const path of Object.keys(metafile.inputs).toSorted()) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0');
  }
  return hash.digest('hex').slice(0, 12);
}
