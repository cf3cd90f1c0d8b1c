import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFiles, textOf } from '../support/project-files.ts';

/** Which rooms a room may import from, besides itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  core: [],
  statemachines: ['core'],
  lambdas: ['core'],
  containers: ['core'],
  environments: ['core'],
  infra: ['core', 'environments', 'statemachines'],
  local: ['core', 'statemachines', 'lambdas'],
  web: ['core'],
  cli: ['local', 'web', 'environments', 'core'],
};

/** What core may not reach: the world. */
const WORLD = /^(@aws-|aws-cdk|node:(?!crypto$))/;
const IMPURE = /\b(Date\.now|new Date\(\)|Math\.random|process\.env|performance\.now|randomUUID)\b/;

const IMPORT = /^(?:import|export)\s+[^;'"(]*?(?:\bfrom\s+)?'([^']+)'|\bimport\(\s*'([^']+)'/gm;

interface Import {
  file: string;
  room: string;
  specifier: string;
  /** The room that a relative import leads to. */
  target: string | null;
}

function importsOf(file: string): Import[] {
  return [...textOf(file).matchAll(IMPORT)]
    .map(([, whole, dynamic]) => whole ?? dynamic ?? '')
    .map((specifier) => ({
      file,
      room: roomOf(file),
      specifier,
      target: specifier.startsWith('.') ? roomOf(posix.join(posix.dirname(file), specifier)) : null,
    }));
}

const roomOf = (path: string): string => path.split('/')[0] ?? '';

const sources = projectFiles('*.ts', '*.mjs').filter((file) => roomOf(file) in MAY_IMPORT);
const imports = sources.flatMap(importsOf);

describe('the house', () => {
  it('imports only along the arrows of the design', () => {
    const wrong = imports
      .filter(({ room, target }) => target !== null && target !== room)
      .filter(({ room, target }) => !MAY_IMPORT[room]?.includes(target ?? ''))
      // The entry point of people checks the Node version before anything can be loaded.
      .filter(({ file, target }) => !(file === 'cli/bin.mjs' && target === 'scripts'))
      .map(
        ({ file, specifier, room }) =>
          `${file} imports ${specifier}: ${room} may import ${MAY_IMPORT[room]?.join(', ') || 'nothing of ours'}`,
      );
    expect(wrong).toEqual([]);
  });

  it('keeps one container from importing another', () => {
    const wrong = imports.filter(({ file, specifier, room }) => {
      if (room !== 'containers' || !specifier.startsWith('.')) return false;
      const target = posix.join(posix.dirname(file), specifier);
      return roomOf(target) === 'containers' && target.split('/')[1] !== file.split('/')[1];
    });
    expect(wrong).toEqual([]);
  });

  it('keeps core pure: no SDK, files, clock, environment or randomness', () => {
    const reaching = imports.filter(
      ({ room, specifier }) => room === 'core' && WORLD.test(specifier),
    );
    const impure = sources.filter((file) => roomOf(file) === 'core' && IMPURE.test(textOf(file)));
    expect({ reaching, impure }).toEqual({ reaching: [], impure: [] });
  });

  it('lets infra alone import aws-cdk-lib', () => {
    const wrong = imports.filter(
      ({ room, specifier }) => room !== 'infra' && /^(aws-cdk-lib|constructs)\b/.test(specifier),
    );
    expect(wrong).toEqual([]);
  });

  it('imports zod whole, since a named import carries all its languages into a bundle', () => {
    const wrong = sources.filter((file) => /import\s*\{[^}]*\}\s*from 'zod'/.test(textOf(file)));
    expect(wrong).toEqual([]);
  });

  it('sees the imports that are there', () => {
    expect(imports.some(({ room, target }) => room === 'lambdas' && target === 'core')).toBe(true);
  });
});
