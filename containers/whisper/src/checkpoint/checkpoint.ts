import * as z from 'zod';
import type { S3Reference } from '../../../../core/call.ts';
import type { Progress } from '../engines/engine.ts';
import { storedState, type StateParts } from './stored-state.ts';

/** What a host that is lost without a warning costs at most, beside the part it was at. */
const SAVE_EVERY_SECONDS = 60;

const Stored = z.object({ schemaVersion: z.literal(1), parts: z.record(z.string(), z.unknown()) });
type Parts = z.infer<typeof Stored>['parts'];

/** The finished parts of one recording, kept where the next worker finds them. */
export interface Checkpoint extends Progress {
  /** How many parts this worker finished, without those of workers before it. */
  readonly finished: number;
  /** Stores what is finished and not stored yet. Never throws. */
  save(): Promise<void>;
  /** Erases what is stored. Never throws: it expires anyway. */
  discard(): Promise<void>;
}

/**
 * Goes on from what is stored under `key`, and stores what is finished once a minute. What cannot
 * be read there counts as nothing.
 * @throws what S3 in trouble throws, before any work is done
 */
export async function openCheckpoint(key: string, parts: StateParts): Promise<Checkpoint> {
  const { clock } = parts;
  const { stored, found } = await load(key, parts);
  const state = storedState(key, stored, parts);
  const all = new Map(Object.entries(found));
  let finished = 0;
  let unsaved = false;
  let savedAt = clock.now();
  const save = async (): Promise<void> => {
    if (!unsaved) return;
    [unsaved, savedAt] = [false, clock.now()];
    const json = JSON.stringify({ schemaVersion: 1, parts: Object.fromEntries(all) });
    if (!(await state.replace(json))) unsaved = true;
  };
  return {
    get finished() {
      return finished;
    },
    find: (part) => all.get(part),
    keep(part, result) {
      all.set(part, result);
      finished++;
      unsaved = true;
      if (clock.now() - savedAt >= SAVE_EVERY_SECONDS * 1000) void save();
    },
    save,
    discard: async () => void (await state.erase()),
  };
}

async function load(
  key: string,
  { work, log }: StateParts,
): Promise<{ stored: S3Reference | undefined; found: Parts }> {
  const stored = await work.find(key);
  if (stored === undefined) return { stored, found: {} };
  const found = partsIn(await work.read(stored));
  if (found === undefined) log.warn('starts over: its checkpoint cannot be read');
  else log.info('goes on from a checkpoint', { parts: Object.keys(found).length });
  return { stored, found: found ?? {} };
}

function partsIn(json: string | undefined): Parts | undefined {
  try {
    return Stored.parse(JSON.parse(json ?? '')).parts;
  } catch {
    return undefined;
  }
}
