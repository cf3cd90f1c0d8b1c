import { Command } from 'commander';
import { EXIT } from '../exit-codes.ts';
import { listenForInterrupt } from '../process/interrupt.ts';
import { requireRunningSystem } from '../running-system.ts';
import { stateOption } from '../state-option.ts';

/** `sada events`: tails the product's event bus. */
export function eventsCommand(exit: (code: number) => void): Command {
  return new Command('events')
    .description('tail the event bus of the running system, one JSON object a line')
    .addOption(stateOption())
    .addHelpText(
      'after',
      `
Examples:
  sada events                                   every event, until Ctrl-C
  sada events | jq 'select(.["detail-type"] == "Call Failed").detail'`,
    )
    .action(async ({ state }: { state: string }) => {
      const system = await requireRunningSystem(state);
      const { lines, close } = await system.watch();
      process.stderr.write(`Following the events of process ${system.pid}; Ctrl-C ends this.\n`);
      const interrupt = listenForInterrupt();
      interrupt.signal.addEventListener('abort', close);
      for await (const line of lines) {
        if ('event' in line) process.stdout.write(`${JSON.stringify(line.event)}\n`);
      }
      interrupt.forget();
      exit(EXIT.ok);
    });
}
