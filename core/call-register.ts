import type { Call, CallRecord } from './call.ts';
import { CallSuperseded } from './errors.ts';

/** Where call records live. The one write is conditional, so that no two writers both succeed. */
export interface CallRegister {
  find(callId: string): Promise<CallRecord | null>;
  /** Puts `record` in the place of `held` (null: of nothing); false when that no longer stands. */
  replace(held: CallRecord | null, record: CallRecord): Promise<boolean>;
}

type Owner = Pick<CallRecord, 'callId' | 'revision' | 'executionArn'>;

/** Each lost race means that another writer won; more than a few in a row means something else. */
const MOST_RACES = 10;

const isOwnedBy = (held: CallRecord, { revision, executionArn }: Owner): boolean =>
  held.revision === revision && held.executionArn === executionArn;

const isFinal = ({ status }: CallRecord): boolean => status === 'ANALYSED' || status === 'REJECTED';

/**
 * Claims a call for the execution in `record`. The newest revision wins; the same execution claims
 * again after a retry; another takes over only when that one no longer runs and left the call
 * unfinished.
 * @param isRunning whether an execution, by its ARN, still runs
 * @returns whether the call is this execution's
 */
export async function claimCall(
  record: CallRecord,
  register: CallRegister,
  isRunning: (executionArn: string) => Promise<boolean>,
): Promise<boolean> {
  const mayClaim = async (held: CallRecord | null): Promise<boolean> => {
    if (held === null || held.sequencer < record.sequencer) return true;
    if (held.revision !== record.revision || isFinal(held)) return false;
    return held.executionArn === record.executionArn || !(await isRunning(held.executionArn));
  };
  const claimed = await withoutRace(
    record,
    register,
    async (held) => (await mayClaim(held)) && record,
  );
  return claimed !== false;
}

/**
 * Adds what a stage found to the call that its execution claimed.
 * @returns the record as it then stands
 * @throws CallSuperseded when the call is no longer this execution's
 */
export async function advanceCall(
  call: Call,
  progress: Partial<CallRecord>,
  register: CallRegister,
): Promise<CallRecord> {
  const advanced = await withoutRace(call, register, async (held) =>
    held !== null && isOwnedBy(held, call) ? { ...held, ...progress } : false,
  );
  if (advanced === false) throw new CallSuperseded(call.callId, call.revision);
  return advanced;
}

/**
 * Ends a call without an analysis, also one that was never claimed. An end that this execution
 * wrote before stands.
 * @returns the record as it then stands
 * @throws CallSuperseded when the call is no longer this execution's
 */
export async function closeCall(ending: CallRecord, register: CallRegister): Promise<CallRecord> {
  const closed = await withoutRace(ending, register, async (held) => {
    if (held === null || held.sequencer < ending.sequencer) return ending;
    if (!isOwnedBy(held, ending)) return false;
    return isFinal(held) || held.status === 'FAILED' ? held : { ...held, ...ending };
  });
  if (closed === false) throw new CallSuperseded(ending.callId, ending.revision);
  return closed;
}

/** Reads, decides and writes until no other writer came between. */
async function withoutRace(
  { callId }: Pick<Owner, 'callId'>,
  register: CallRegister,
  decide: (held: CallRecord | null) => Promise<CallRecord | false>,
): Promise<CallRecord | false> {
  for (let race = 0; race < MOST_RACES; race++) {
    const held = await register.find(callId);
    const record = await decide(held);
    if (record === false || record === held) return record;
    if (await register.replace(held, record)) return record;
  }
  throw new Error(`call ${callId}: ${MOST_RACES} writers in a row came between`);
}
