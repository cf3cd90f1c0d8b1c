import type { CallStage } from '../../local/call-watch.ts';
import type { LocalSystem } from '../../local/runtime.ts';
import { EVENT_BUS } from '../../local/names.ts';
import { CallEventDetail } from '../../core/events.ts';
import { Progress, type ProgressStream } from '../process/progress.ts';

/**
 * Shows what the system is at: where each call is, and a line for each that has ended.
 * @returns takes the running line away
 */
export function showStatus(
  { calls, buses }: Pick<LocalSystem, 'calls' | 'buses'>,
  stream: ProgressStream,
): () => void {
  const progress = new Progress(stream);
  calls.onStage(({ callId, state }: CallStage) => progress.entered(callId, state));
  buses.subscribe(EVENT_BUS, ({ detail }) => {
    const { callId, status, code } = CallEventDetail.parse(detail);
    progress.finished(callId, [status.toLowerCase(), code].filter(Boolean).join(', '));
  });
  return () => progress.end();
}
