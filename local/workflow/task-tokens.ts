import { randomBytes } from 'node:crypto';
import { ApiError } from './errors.ts';
import type { JsonValue } from './json.ts';
import { Newest } from './retention.ts';

const TOKEN_BYTES = 48;
const TOKEN = /^[\w-]{64}$/;

/** Closed tokens that are remembered, so that a late answer is told the task is over. */
const CLOSED_LIMIT = 10_000;

export function createTaskToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

/** A task that waits for its token. */
export interface TokenHolder {
  /** Whether it still waits. */
  readonly open: boolean;
  succeed(result: JsonValue): void;
  fail(error: string, cause: string): void;
  heartbeat(): void;
}

/** Which token stands for which waiting task. */
export class TaskTokens {
  readonly #open = new Map<string, TokenHolder>();
  readonly #closed = new Set<string>();
  #isShut = false;
  readonly #remembered = new Newest<string>(CLOSED_LIMIT, (token) => this.#closed.delete(token));

  open(token: string, task: TokenHolder): void {
    this.#open.set(token, task);
  }

  close(token: string): void {
    if (!this.#open.delete(token)) return;
    this.#closed.add(token);
    this.#remembered.add(token);
  }

  /** Nobody is told of a token any more, least of all that its task is over. */
  shut(): void {
    this.#isShut = true;
  }

  /**
   * The task that waits for a token.
   * @throws ApiError `TaskTimedOut` when it has ended in whatever way, as AWS names it,
   *   `TaskDoesNotExist` when no such token was issued, `InvalidToken` when it never could be
   */
  find(token: string): TokenHolder {
    if (this.#isShut) throw new Error('the workflow engine has stopped');
    const task = this.#open.get(token);
    if (task?.open === true) return task;
    if (task !== undefined || this.#closed.has(token)) {
      throw new ApiError('TaskTimedOut', "Task Timed Out: 'Provided task does not exist anymore'");
    }
    if (!TOKEN.test(token)) throw new ApiError('InvalidToken', "Invalid Token: 'Invalid token'");
    throw new ApiError('TaskDoesNotExist', 'Task does not exist');
  }
}
