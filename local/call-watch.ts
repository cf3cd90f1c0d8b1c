import * as z from 'zod';
import { callIdOf } from '../core/call.ts';
import { CallEventDetail, ObjectCreatedDetail } from '../core/events.ts';

/** One revision of a call, as an upload names it. */
export interface CallRevision {
  callId: string;
  revision: string;
}

/** A call that has come to a state of the state machine. */
export interface CallStage {
  callId: string;
  state: string;
}

const ExecutionInput = z.object({ detail: ObjectCreatedDetail });

const idOf = ({ callId, revision }: CallRevision): string => `${callId} ${revision}`;

/** Follows calls by what the system itself says: executions that move on, events on the bus. */
export class CallWatch {
  readonly #callOf = new Map<string, string>();
  readonly #ended = new Set<string>();
  readonly #waiting = new Map<string, (() => void)[]>();
  readonly #listeners = new Set<(stage: CallStage) => void>();

  /** An execution was started for the recording in this event detail. */
  started(executionArn: string, detail: unknown): void {
    const { bucket, object } = ObjectCreatedDetail.parse(detail);
    this.#callOf.set(executionArn, callIdOf({ bucket: bucket.name, key: object.key }));
  }

  /** An execution goes on that an earlier process started; anyone may have, with any input. */
  resumed(executionArn: string, input: string): void {
    const read = ExecutionInput.safeParse(JSON.parse(input));
    if (read.success) this.started(executionArn, read.data.detail);
  }

  entered(executionArn: string, state: string): void {
    const callId = this.#callOf.get(executionArn);
    if (callId !== undefined) this.staged({ callId, state });
  }

  staged(stage: CallStage): void {
    for (const listener of this.#listeners) listener(stage);
  }

  /** An event of the product's came over the bus; each of them ends a call. */
  announced(detail: unknown): void {
    const id = idOf(CallEventDetail.parse(detail));
    this.#ended.add(id);
    for (const resolve of this.#waiting.get(id) ?? []) resolve();
    this.#waiting.delete(id);
  }

  /** @returns an end to the listening */
  onStage(listener: (stage: CallStage) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** Resolves once the call has ended, also if it already has; or when the signal aborts. */
  async ended(call: CallRevision, giveUp?: AbortSignal): Promise<void> {
    const id = idOf(call);
    if (this.#ended.has(id) || giveUp?.aborted) return;
    await new Promise<void>((resolve) => {
      this.#waiting.set(id, [...(this.#waiting.get(id) ?? []), resolve]);
      giveUp?.addEventListener('abort', () => resolve(), { once: true });
    });
  }
}
