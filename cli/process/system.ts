import type { CallWatch } from '../../local/call-watch.ts';
import type { Endpoints } from '../../local/child-environment.ts';
import { findRunningSystem, followCalls, type RunningSystem } from '../../local/running-system.ts';
import { requirePrograms } from '../require-programs.ts';
import { startSystem, type StartOptions } from '../start-system.ts';
import type { Progress } from './progress.ts';

/** The system that recordings are sent to. */
export interface TargetSystem {
  endpoints: Endpoints;
  calls: CallWatch;
  /** Aborts when waiting for calls has become useless. */
  over?: AbortSignal;
  /** What a Ctrl-C does, beside that nothing more is uploaded. */
  readonly interrupt: () => void;
  readonly close: () => Promise<void>;
}

/** The system that runs on the state directory, or one of this command's own. */
export async function targetSystem(
  options: StartOptions,
  progress: Progress,
): Promise<TargetSystem> {
  const running = await findRunningSystem(options.stateDirectory);
  return running === null ? ownSystem(options, progress) : sharedSystem(running, options, progress);
}

async function ownSystem(options: StartOptions, progress: Progress): Promise<TargetSystem> {
  requirePrograms();
  const { system, seconds, notice } = await startSystem(options);
  progress.say(`Local system up in ${seconds.toFixed(1)} s, state in ${options.stateDirectory}.`);
  progress.say(notice);
  return {
    endpoints: system.endpoints,
    calls: system.calls,
    interrupt() {
      progress.say('Stopping. What is not finished ends as ABORTED and can be submitted again.');
      system.abort();
    },
    close: () => system.stop(),
  };
}

async function sharedSystem(
  running: RunningSystem,
  { model, settings }: StartOptions,
  progress: Progress,
): Promise<TargetSystem> {
  progress.say(`Using the local system that process ${running.pid} runs.`);
  if (model !== undefined) progress.say(`It keeps its own model: ${model} is not used.`);
  if (settings !== undefined) progress.say(`It keeps its own settings: ${settings} is not used.`);
  const { calls, over, close } = await followCalls(running);
  return {
    endpoints: running.endpoints,
    calls,
    over,
    interrupt() {
      progress.say('Stopped waiting. The calls go on in the running system: see sada calls.');
      close();
    },
    close: async () => close(),
  };
}
