import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** Lines of a failed program that are shown. */
const SHOWN = 30;
/** How CMake says how far it is. */
const PERCENT = /^\[ *(\d+)%\]/;

/** A program that set-up needs ended with an error. */
class ProgramFailed extends Error {
  override readonly name = 'ProgramFailed';
}

/**
 * Runs a program and prints how far it is: each percent on a terminal, each quarter elsewhere.
 * @throws ProgramFailed with the end of what it said
 */
export async function runWithProgress(command: string, args: readonly string[]): Promise<void> {
  const child = spawn('sh', ['-c', 'exec "$0" "$@" 2>&1', command, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said, print] = [[] as string[], percentPrinter()];
  for await (const line of createInterface(child.stdout)) {
    said.push(line);
    print(Number(PERCENT.exec(line)?.[1] ?? 0));
  }
  const code = child.exitCode ?? (await once(child, 'exit'))[0];
  if (code !== 0) throw new ProgramFailed(`${command} failed:\n${said.slice(-SHOWN).join('\n')}`);
}

function percentPrinter(): (percent: number) => void {
  const { isTTY } = process.stdout;
  const step = isTTY ? 1 : 25;
  let printed = 0;
  return (percent) => {
    const now = Math.floor(percent / step) * step;
    if (now <= printed) return;
    printed = now;
    const end = isTTY && now < 100 ? '' : '\n';
    process.stdout.write(`${isTTY ? '\r' : ''}  ${now} %${end}`);
  };
}
