import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallEventDetail } from '../../core/events.ts';
import type { CallRevision } from '../../local/call-watch.ts';
import { KillableSystem } from '../support/killable-system.ts';
import { spoken } from '../support/spoken.ts';
import { until } from '../support/until.ts';
import { tone, wavOf } from '../support/wav.ts';

const SILENT = wavOf(tone(3));
const STAGES = [
  'Transcribe recording',
  'Refine transcript',
  'Analyse call',
  'Announce analysis',
] as const;
/** Of the six states that a silent recording goes through. */
const STATES_BETWEEN_KILLS = 4;

let directory: string;
let system: KillableSystem;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'sada-survives-'));
  system = await KillableSystem.start(directory);
});
afterEach(async () => {
  await system.kill();
  await rm(directory, { recursive: true });
});

async function killAndStart(): Promise<void> {
  await system.kill();
  system = await KillableSystem.start(directory);
}

/** Waits until every call was announced, and gives how each ended, by its record and its event. */
async function endingsOf(calls: readonly CallRevision[]): Promise<string[]> {
  const endings: string[] = [];
  for (const call of calls) {
    await until('the event of a call', async () => (await eventOf(call)) !== undefined);
    const { status, code } = await system.record(call.callId);
    expect(await eventOf(call)).toMatchObject({ status, ...(code && { code }) });
    endings.push(code === undefined ? status : `${status} ${code}`);
  }
  return endings;
}

async function eventOf({ callId, revision }: CallRevision): Promise<CallEventDetail | undefined> {
  const announced = await system.announced();
  return announced.find((one) => one.callId === callId && one.revision === revision);
}

function uploadSilent(count: number): Promise<CallRevision[]> {
  const names = Array.from({ length: count }, (_, at) => `recordings/silent-${at}.wav`);
  return Promise.all(names.map((name) => system.upload(name, SILENT)));
}

describe('kill -9 of the local system', () => {
  it('right after uploads were answered loses none, right after their end repeats none', async () => {
    const calls = await uploadSilent(4);
    await killAndStart();
    expect(await endingsOf(calls)).toEqual(calls.map(() => 'REJECTED NO_SPEECH'));
    await killAndStart();
    expect(await endingsOf(calls)).toEqual(calls.map(() => 'REJECTED NO_SPEECH'));
    await endingsOf([await system.upload('recordings/after.wav', SILENT)]);
    expect(system.entered.filter((state) => state === 'Close rejected call')).toHaveLength(1);
  }, 60_000);

  it('in one stage after another leaves a call to end as if nothing had happened', async () => {
    const call = await system.upload('recordings/spoken.wav', await spoken());
    for (const stage of STAGES) {
      await system.hasEntered(stage);
      await killAndStart();
    }
    expect(await endingsOf([call])).toEqual(['ANALYSED']);
  }, 60_000);

  it('again and again lets every call come to its end', async () => {
    const calls = await uploadSilent(3);
    for (const _ of [1, 2, 3]) {
      await until('steps', () => system.entered.length >= STATES_BETWEEN_KILLS);
      await killAndStart();
    }
    // A job that was in a worker's hands three times counts as what kills workers.
    for (const ending of await endingsOf(calls)) {
      expect(ending).toMatch(/^REJECTED NO_SPEECH$|^FAILED ENGINE_FAILED$/);
    }
  }, 60_000);
});
