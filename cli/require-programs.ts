import { missingPrograms } from '../local/system-programs.ts';

/** Something of the operating system is missing. */
class ProgramsMissing extends Error {
  override readonly name = 'ProgramsMissing';
}

/** @throws ProgramsMissing naming what is missing and the line that installs it */
export function requirePrograms(): void {
  const missing = missingPrograms(false);
  if (missing.length === 0) return;
  const names = missing.map(({ provides }) => provides).join(', ');
  throw new ProgramsMissing(`missing on this machine: ${names}; install with: npm run setup`);
}
