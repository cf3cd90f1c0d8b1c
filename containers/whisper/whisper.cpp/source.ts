import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Which source the engine is built from, as `pin.json` has it. */
export interface Pin {
  /** The npm package that carries the source, so that no other host is needed. */
  package: string;
  version: string;
  /** Of the package's tarball, as lock files write it: `sha512-` and base64. */
  integrity: string;
  /** Where in the tarball the source lies. */
  source: string;
}

/** The tarball is not the one that was pinned. */
export class SourceAltered extends Error {
  override readonly name = 'SourceAltered';

  constructor({ package: name, version, integrity }: Pin, received: string) {
    super(`${name}@${version} is ${received}, expected ${integrity}`);
  }
}

/**
 * Puts the pinned source into a directory, from the registry that npm is configured for.
 * @throws SourceAltered before anything is unpacked
 */
export function fetchSource(pin: Pin, directory: string): void {
  const download = mkdtempSync(join(tmpdir(), 'source-'));
  try {
    const tarball = packed(pin, download);
    const received = integrityOf(tarball);
    if (received !== pin.integrity) throw new SourceAltered(pin, received);
    unpack(tarball, pin.source, directory);
  } finally {
    rmSync(download, { recursive: true });
  }
}

function packed({ package: name, version }: Pin, folder: string): string {
  const args = ['pack', `${name}@${version}`, '--silent', '--pack-destination', folder];
  return join(folder, execFileSync('npm', args, { encoding: 'utf8' }).trim());
}

function integrityOf(file: string): string {
  return `sha512-${createHash('sha512').update(readFileSync(file)).digest('base64')}`;
}

function unpack(tarball: string, source: string, directory: string): void {
  mkdirSync(directory, { recursive: true });
  const strip = `--strip-components=${source.split('/').length}`;
  execFileSync('tar', ['-xzf', tarball, '-C', directory, '--no-same-owner', strip, source]);
}
