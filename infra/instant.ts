/** What `-c at=` says is no time. */
export class InstantUnreadable extends Error {
  override readonly name = 'InstantUnreadable';

  constructor(received: unknown) {
    super(`at is ${JSON.stringify(received)}, expected an instant such as 2027-01-31T09:00:00Z`);
  }
}

/**
 * The time as of which a schedule is deployed, so that a synth can be repeated.
 * @returns milliseconds since the epoch, or null when it is left out
 * @throws InstantUnreadable
 */
export function instantFrom(written: unknown): number | null {
  if (written === undefined) return null;
  const instant = typeof written === 'string' ? Date.parse(written) : Number.NaN;
  if (Number.isNaN(instant)) throw new InstantUnreadable(written);
  return instant;
}
