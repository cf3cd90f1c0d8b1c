import { vi } from 'vitest';
import { main } from '../../../cli/main.ts';
import type { Report } from '../../../cli/evaluate/report.ts';

export interface Evaluated {
  exitCode: number;
  stdout: string;
  stderr: string;
  /** What stdout says, with --json. */
  readonly report: Report;
}

/** `sada` in this process: what it prints and what it exits with. */
export async function ran(...args: string[]): Promise<Evaluated> {
  const [stdout, stderr]: [string[], string[]] = [[], []];
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => stdout.push(String(text)) > 0),
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => stderr.push(String(text)) > 0),
  ];
  try {
    const exitCode = await main(args);
    const printed = stdout.join('');
    return {
      exitCode,
      stdout: printed,
      stderr: stderr.join(''),
      get report() {
        return JSON.parse(printed) as Report;
      },
    };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

export const evaluated = (...args: string[]): Promise<Evaluated> => ran('evaluate', ...args);
