import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fetchSource, SourceAltered } from '../../../../containers/whisper/whisper.cpp/source.ts';

let folder: string;
const path = process.env['PATH'];

/** A registry that answers with one tarball, whatever it is asked for. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'source-test-'));
  mkdirSync(join(folder, 'package/cpp/engine'), { recursive: true });
  writeFileSync(join(folder, 'package/cpp/engine/CMakeLists.txt'), 'project(engine)');
  writeFileSync(join(folder, 'package/README.md'), 'not of the engine');
  execFileSync('tar', ['-czf', 'carrier-1.2.3.tgz', 'package'], { cwd: folder });
  const npm = '#!/bin/sh\ncp "$(dirname "$0")/carrier-1.2.3.tgz" "$5" && echo carrier-1.2.3.tgz\n';
  writeFileSync(join(folder, 'npm'), npm, { mode: 0o755 });
  process.env['PATH'] = `${folder}${delimiter}${path}`;
});
afterEach(() => {
  process.env['PATH'] = path;
  rmSync(folder, { recursive: true });
});

const pinned = (integrity: string) => ({
  package: 'carrier',
  version: '1.2.3',
  integrity,
  source: 'package/cpp/engine',
});

describe("the engine's source", () => {
  it('is unpacked from the pinned package, and nothing beside it', () => {
    const hash = createHash('sha512').update(readFileSync(join(folder, 'carrier-1.2.3.tgz')));
    const directory = join(folder, 'source');
    fetchSource(pinned(`sha512-${hash.digest('base64')}`), directory);
    expect(readFileSync(join(directory, 'CMakeLists.txt'), 'utf8')).toBe('project(engine)');
    expect(existsSync(join(directory, 'README.md'))).toBe(false);
  });

  it('is refused when the package is not the one that was pinned', () => {
    const directory = join(folder, 'source');
    expect(() => fetchSource(pinned('sha512-other'), directory)).toThrow(SourceAltered);
    expect(existsSync(directory)).toBe(false);
  });
});
