import { findRunningSystem, type RunningSystem } from '../local/running-system.ts';

/** No local system holds the state directory. */
export class NotRunning extends Error {
  override readonly name = 'NotRunning';
}

/** @throws NotRunning saying how to start one */
export async function requireRunningSystem(stateDirectory: string): Promise<RunningSystem> {
  const system = await findRunningSystem(stateDirectory);
  if (system !== null) return system;
  throw new NotRunning(
    `no local system runs on ${stateDirectory}; start one with: sada serve --state ${stateDirectory}`,
  );
}
