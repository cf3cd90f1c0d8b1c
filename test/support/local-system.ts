/**
 * A local system as a program of its own, to be killed: `local-system.ts STATE_DIRECTORY`. Every
 * event of the product's that a target gets is a line of `events.jsonl` in the directory; what the
 * system is at is told over the message channel.
 */
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { EVENT_SOURCE } from '../../core/contract.ts';
import { EVENT_BUS } from '../../local/names.ts';
import { startLocalSystem } from '../../local/runtime.ts';
import { DEFAULT_SETTINGS } from './settings.ts';
import type { EventEnvelope } from '../../local/services/event-bridge/envelope.ts';

const [, , stateDirectory = ''] = process.argv;
const before = performance.now();
const consumer = {
  name: 'file',
  deliver: async ({ detail }: EventEnvelope) => {
    appendFileSync(join(stateDirectory, 'events.jsonl'), `${JSON.stringify(detail)}\n`);
  },
};
const system = await startLocalSystem({
  stateDirectory,
  maxDurationSeconds: 7200,
  settings: DEFAULT_SETTINGS,
  workerConcurrency: 2,
  handlerConcurrency: 2,
  rules: [
    {
      bus: EVENT_BUS,
      name: 'a-consumer',
      pattern: { source: [EVENT_SOURCE] },
      targets: [consumer],
    },
  ],
});
process.send?.({ ready: system.endpoints, seconds: (performance.now() - before) / 1000 });
system.processCall.engine.onStateEntered(({ state }) => process.send?.({ entered: state }));
process.on('disconnect', () => process.exit());
