import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A program or file of the operating system that a part of Sada needs. */
export interface SystemProgram {
  /** A command on the PATH, or an absolute path of a file. */
  provides: string;
  /** Debian's package. */
  package: string;
  why: string;
  /** Only the tests need it. */
  testsOnly?: true;
}

export const SYSTEM_PROGRAMS: readonly SystemProgram[] = [
  { provides: 'ffmpeg', package: 'ffmpeg', why: 'decodes recordings of every format' },
  {
    provides: 'pocketsphinx_batch',
    package: 'pocketsphinx',
    why: 'the offline demo recogniser, English only',
  },
  {
    provides: '/usr/share/pocketsphinx/model/en-us/en-us.lm.bin',
    package: 'pocketsphinx-en-us',
    why: "the demo recogniser's English model",
  },
  { provides: 'setpriv', package: 'util-linux', why: 'ends the database with the local system' },
  { provides: 'cmake', package: 'cmake', why: 'builds whisper.cpp', testsOnly: true },
  { provides: 'c++', package: 'g++', why: 'builds whisper.cpp', testsOnly: true },
  { provides: 'make', package: 'make', why: 'builds whisper.cpp', testsOnly: true },
  { provides: 'flite', package: 'flite', why: 'speaks the sample calls', testsOnly: true },
  {
    provides: 'strace',
    package: 'strace',
    why: 'shows that no connection leaves this machine',
    testsOnly: true,
  },
  {
    // By its path: other installers put another `aws` on the PATH.
    provides: '/usr/bin/aws',
    package: 'awscli',
    why: 'talks to the local services as people do',
    testsOnly: true,
  },
];

/** The programs that are not there. */
export function missingPrograms(forTests: boolean): SystemProgram[] {
  return SYSTEM_PROGRAMS.filter((one) => forTests || !one.testsOnly).filter(
    ({ provides }) => onPath(provides) === undefined,
  );
}

/** Where a command of the PATH, or an absolute path, lies; undefined when it is not there. */
export function onPath(provides: string, path = process.env['PATH']): string | undefined {
  const folders = provides.startsWith('/') ? ['/'] : (path ?? '').split(delimiter);
  return folders.map((folder) => join(folder, provides)).find(isReadable);
}

function isReadable(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}
