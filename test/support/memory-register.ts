import type { CallRecord } from '../../core/call.ts';
import type { CallRegister } from '../../core/call-register.ts';

/** Call records in memory, with the table's condition: a write counts only on what was read. */
export class MemoryRegister implements CallRegister {
  readonly records = new Map<string, CallRecord>();
  writes = 0;

  find(callId: string): Promise<CallRecord | null> {
    return Promise.resolve(this.records.get(callId) ?? null);
  }

  replace(held: CallRecord | null, record: CallRecord): Promise<boolean> {
    if ((this.records.get(record.callId) ?? null) !== held) return Promise.resolve(false);
    this.records.set(record.callId, record);
    this.writes++;
    return Promise.resolve(true);
  }
}
