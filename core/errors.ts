import { ERROR } from './contract.ts';

/** A newer revision or another execution owns the call; what this one found no longer counts. */
export class CallSuperseded extends Error {
  override readonly name = ERROR.superseded;
  constructor(callId: string, revision: string) {
    super(`call ${callId}: revision ${revision} is no longer this execution's`);
  }
}

/** Something stored or received is not what its schema says; the message never quotes it. */
export class Malformed extends Error {
  override readonly name = 'Malformed';
  /** @param problems paths and rules, for example from a schema, never values */
  constructor(what: string, problems: string) {
    super(`${what}: ${problems}`);
  }
}
