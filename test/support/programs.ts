import { execFileSync } from 'node:child_process';

/**
 * For tests that run a program for real.
 * @throws naming the set-up line when one is missing
 */
export function requirePrograms(...programs: string[]): void {
  const missing = programs.filter((program) => !isInstalled(program));
  if (missing.length > 0) throw new Error(`${missing.join(', ')} missing; run: npm run setup:all`);
}

function isInstalled(program: string): boolean {
  try {
    execFileSync('sh', ['-c', 'command -v "$1"', 'sh', program], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
