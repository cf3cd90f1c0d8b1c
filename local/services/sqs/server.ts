import type { Clock } from '../../../core/clock.ts';
import type { Journal } from '../../journal/journal.ts';
import { ACCOUNT, REGION } from '../../names.ts';
import { awsJson, ServiceError } from '../aws-json.ts';
import { listen, type Listener } from '../http.ts';
import { operations, sendMessage, type QueueDirectory } from './operations.ts';
import type { Message } from './message.ts';
import { Queue } from './queue.ts';

export interface QueueSpecification {
  readonly name: string;
  readonly visibilityTimeoutSeconds: number;
  /** Names another queue of the same server. */
  readonly deadLetter?: { readonly queue: string; readonly maxReceiveCount: number };
}

export interface SqsOptions {
  readonly clock: Clock;
  /** 0, the default, takes any free port. */
  readonly port?: number;
  readonly queues: readonly QueueSpecification[];
  /** Where the messages of a queue, by its name, are kept; in memory when left out. */
  readonly journalOf?: (queue: string) => Journal<Message>;
}

export interface Sqs extends Listener {
  /** @throws ServiceError QueueDoesNotExist */
  queue(name: string): Queue;
  /** @throws ServiceError QueueDoesNotExist */
  url(name: string): string;
  /** SendMessage without HTTP, for callers in the same process. */
  sendMessage(
    queueUrl: string,
    body: string,
  ): Promise<{ MessageId: string; MD5OfMessageBody: string }>;
}

/** Serves queues. */
export async function startSqs({ port, ...options }: SqsOptions): Promise<Sqs> {
  const byName = build(options);
  const queue = (name: string): Queue => {
    const found = byName.get(name);
    if (found === undefined) throw noSuchQueue();
    return found;
  };
  const directory: QueueDirectory = {
    at: (url) => queue(url.split('/').at(-1) ?? ''),
    urlOf: (name) => `${listener.endpoint}/${ACCOUNT}/${queue(name).name}`,
    arnOf: (name) => `arn:aws:sqs:${REGION}:${ACCOUNT}:${name}`,
  };
  const listener = await listen(awsJson('AmazonSQS', operations(directory)), port);
  return {
    ...listener,
    queue,
    url: directory.urlOf,
    sendMessage: async (queueUrl, body) => sendMessage(directory.at(queueUrl), body),
  };
}

/** Dead-letter queues come into being before the queues that name them. */
function build({ queues: specifications, clock, journalOf }: SqsOptions): Map<string, Queue> {
  const queues = new Map<string, Queue>();
  const made = (name: string): Queue => {
    const specification = specifications.find((one) => one.name === name);
    if (specification === undefined) throw noSuchQueue();
    const { deadLetter, ...rest } = specification;
    const queue =
      queues.get(name) ??
      new Queue({
        ...rest,
        clock,
        ...(journalOf && { journal: journalOf(name) }),
        ...(deadLetter && { deadLetter: { ...deadLetter, queue: made(deadLetter.queue) } }),
      });
    queues.set(name, queue);
    return queue;
  };
  for (const { name } of specifications) made(name);
  return queues;
}

const noSuchQueue = (): ServiceError =>
  new ServiceError(
    'QueueDoesNotExist',
    'The specified queue does not exist.',
    400,
    'AWS.SimpleQueueService.NonExistentQueue',
  );
