import type { Clock } from '../../../core/clock.ts';
import type { Journal } from '../../journal/journal.ts';
import { LongPolls } from './long-polls.ts';
import { newMessage, received, type Message } from './message.ts';
import { QueueError } from './queue-error.ts';
import { readReceipt, writeReceipt, type Receipt } from './receipt.ts';

export interface QueueOptions {
  readonly name: string;
  readonly clock: Clock;
  readonly visibilityTimeoutSeconds: number;
  /** Where a message goes instead of being received once more than `maxReceiveCount` times. */
  readonly deadLetter?: { readonly queue: Queue; readonly maxReceiveCount: number };
  /** Where messages are kept; in memory when left out. */
  readonly journal?: Journal<Message>;
}

/** A message in a receiver's hands. */
export interface ReceivedMessage extends Message {
  readonly firstReceivedAt: number;
  readonly receiptHandle: string;
}

export interface ReceiveOptions {
  readonly maxMessages?: number | undefined;
  readonly waitSeconds?: number | undefined;
  readonly visibilityTimeoutSeconds?: number | undefined;
  /** Ends the wait when its client has gone. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * A standard queue: at least once, in the order of sending as far as it goes. What its journal
 * cannot take is refused with JournalUnwritable.
 */
export class Queue {
  readonly name: string;
  readonly #options: QueueOptions;
  readonly #messages: Journal<Message>;
  readonly #polls: LongPolls<ReceivedMessage>;

  constructor(options: QueueOptions) {
    this.name = options.name;
    this.#options = options;
    this.#messages = options.journal ?? new Map<string, Message>();
    this.#polls = new LongPolls(options.clock);
    this.#takeBack();
  }

  /** All there is to know of the queue, as plain data. */
  get messages(): readonly Message[] {
    return [...this.#messages.values()];
  }

  /** How many wait, are delayed, and are in flight. */
  get counts(): { visible: number; delayed: number; inFlight: number } {
    const hidden = this.messages.filter(({ visibleAt }) => visibleAt > this.#now());
    const delayed = hidden.filter(({ receivedHere }) => receivedHere === 0).length;
    return {
      visible: this.#messages.size - hidden.length,
      delayed,
      inFlight: hidden.length - delayed,
    };
  }

  get settings(): Pick<QueueOptions, 'visibilityTimeoutSeconds' | 'deadLetter'> {
    return this.#options;
  }

  send(body: string, delaySeconds = 0): Message {
    const message = newMessage(body, this.#now(), delaySeconds);
    this.#place(message);
    return message;
  }

  /** Takes up to `maxMessages`, or waits up to `waitSeconds` for the first. */
  async receive(options: ReceiveOptions = {}): Promise<ReceivedMessage[]> {
    const { waitSeconds = 0, signal } = options;
    if (signal?.aborted === true) return [];
    const taken = this.#take(options);
    if (taken.length > 0 || waitSeconds === 0) return taken;
    const waiting = this.#polls.wait(() => this.#take(options), waitSeconds, signal);
    this.#serve();
    return waiting;
  }

  /**
   * Removes a message for good. A stale receipt removes nothing, without an error, as in SQS.
   * @throws QueueError ReceiptHandleIsInvalid
   */
  delete(receiptHandle: string): void {
    const receipt = readReceipt(this.name, receiptHandle);
    if (this.#heldBy(receipt) !== undefined) this.#messages.delete(receipt.messageId);
  }

  /**
   * Sets how long from now a message in flight stays out of sight; 0 gives it back at once.
   * @throws QueueError ReceiptHandleIsInvalid, MessageNotInflight when the receipt is stale,
   *   InvalidParameterValue when the message is gone
   */
  changeVisibility(receiptHandle: string, seconds: number): void {
    const receipt = readReceipt(this.name, receiptHandle);
    if (this.#messages.get(receipt.messageId) === undefined) {
      throw new QueueError('InvalidParameterValue', 'Message does not exist or is not available.');
    }
    const message = this.#heldBy(receipt);
    if (message === undefined || message.visibleAt <= this.#now()) {
      throw new QueueError('MessageNotInflight', 'The message referred to is not in flight.');
    }
    this.#place({ ...message, visibleAt: this.#now() + seconds * 1000 });
  }

  /** Whoever held a message of an earlier process died with it: nobody will give it back. */
  #takeBack(): void {
    const inFlight = this.messages.filter(
      ({ receivedHere, visibleAt }) => receivedHere > 0 && visibleAt > this.#now(),
    );
    for (const message of inFlight) {
      this.#messages.set(message.id, { ...message, visibleAt: this.#now() });
    }
  }

  #now(): number {
    return this.#options.clock.now();
  }

  #place(message: Message): void {
    this.#messages.set(message.id, message);
    this.#serve();
  }

  #serve(): void {
    this.#polls.serve(() => this.#nextVisibleAt());
  }

  #nextVisibleAt(): number | undefined {
    let next: number | undefined;
    for (const { visibleAt } of this.#messages.values()) {
      if (next === undefined || visibleAt < next) next = visibleAt;
    }
    return next;
  }

  #take({ maxMessages = 1, visibilityTimeoutSeconds }: ReceiveOptions): ReceivedMessage[] {
    const now = this.#now();
    const timeout = visibilityTimeoutSeconds ?? this.#options.visibilityTimeoutSeconds;
    const taken: ReceivedMessage[] = [];
    for (const message of this.#messages.values()) {
      if (taken.length >= maxMessages) break;
      if (message.visibleAt > now || this.#redrive(message)) continue;
      const next = received(message, now, timeout);
      this.#messages.set(next.id, next);
      taken.push({
        ...next,
        firstReceivedAt: next.firstReceivedAt ?? now,
        receiptHandle: writeReceipt(this.name, next),
      });
    }
    return taken;
  }

  /** Id, sent and first-received times go along to the dead-letter queue, as in SQS. */
  #redrive(message: Message): boolean {
    const { deadLetter } = this.#options;
    if (deadLetter === undefined || message.receivedHere < deadLetter.maxReceiveCount) return false;
    // In this order a kill between the two doubles the message rather than losing it.
    deadLetter.queue.#place({ ...message, receivedHere: 0, visibleAt: this.#now() });
    this.#messages.delete(message.id);
    return true;
  }

  #heldBy({ messageId, receive }: Receipt): Message | undefined {
    const message = this.#messages.get(messageId);
    return message?.receivedHere === receive ? message : undefined;
  }
}
