import { createHash } from 'node:crypto';
import * as z from 'zod';
import { ServiceError, validated, type Operation } from '../aws-json.ts';
import { QueueError } from './queue-error.ts';
import type { Queue, ReceivedMessage } from './queue.ts';

/** A message's limit since January 2026, in bytes of UTF-8. */
const LARGEST_BODY = 2 ** 20;
const LONGEST_VISIBILITY_TIMEOUT = 12 * 3600;
const LONGEST_DELAY = 900;
const LONGEST_POLL = 20;

const Visibility = z.int().min(0).max(LONGEST_VISIBILITY_TIMEOUT);
const Names = z.array(z.string()).default([]);
const QueueUrl = z.string().min(1);

const SendMessage = z.strictObject({
  QueueUrl,
  MessageBody: z.string().min(1),
  DelaySeconds: z.int().min(0).max(LONGEST_DELAY).default(0),
});
const ReceiveMessage = z.strictObject({
  QueueUrl,
  MaxNumberOfMessages: z.int().min(1).max(10).default(1),
  WaitTimeSeconds: z.int().min(0).max(LONGEST_POLL).default(0),
  VisibilityTimeout: Visibility.optional(),
  AttributeNames: Names,
  MessageSystemAttributeNames: Names,
  /** Messages here have no attributes of their own: whichever are asked for, there are none. */
  MessageAttributeNames: Names,
});
const DeleteMessage = z.strictObject({ QueueUrl, ReceiptHandle: z.string().min(1) });
const ChangeMessageVisibility = z.strictObject({
  QueueUrl,
  ReceiptHandle: z.string().min(1),
  VisibilityTimeout: Visibility,
});
const GetQueueUrl = z.strictObject({
  QueueName: z.string().min(1),
  QueueOwnerAWSAccountId: z.string().optional(),
});
const GetQueueAttributes = z.strictObject({ QueueUrl, AttributeNames: Names });

/** The queues of a server, found as clients name them. */
export interface QueueDirectory {
  /** @throws ServiceError QueueDoesNotExist */
  readonly at: (url: string) => Queue;
  /** @throws ServiceError QueueDoesNotExist */
  readonly urlOf: (name: string) => string;
  readonly arnOf: (name: string) => string;
}

/** The HTTP face of the queues: the part of the SQS API that Sada uses. */
export function operations(queues: QueueDirectory): Record<string, Operation> {
  return {
    SendMessage: operation(SendMessage, ({ QueueUrl, MessageBody, DelaySeconds }) =>
      sendMessage(queues.at(QueueUrl), MessageBody, DelaySeconds),
    ),
    ReceiveMessage: operation(ReceiveMessage, async (input, signal) => {
      const names = [...input.AttributeNames, ...input.MessageSystemAttributeNames];
      const messages = await queues.at(input.QueueUrl).receive({
        maxMessages: input.MaxNumberOfMessages,
        waitSeconds: input.WaitTimeSeconds,
        visibilityTimeoutSeconds: input.VisibilityTimeout,
        signal,
      });
      // SQS leaves the list out when it is empty.
      return messages.length === 0
        ? {}
        : { Messages: messages.map((one) => handedOut(one, names)) };
    }),
    DeleteMessage: operation(DeleteMessage, ({ QueueUrl, ReceiptHandle }) =>
      queues.at(QueueUrl).delete(ReceiptHandle),
    ),
    ChangeMessageVisibility: operation(ChangeMessageVisibility, (input) =>
      queues.at(input.QueueUrl).changeVisibility(input.ReceiptHandle, input.VisibilityTimeout),
    ),
    GetQueueUrl: operation(GetQueueUrl, ({ QueueName }) => ({ QueueUrl: queues.urlOf(QueueName) })),
    GetQueueAttributes: operation(GetQueueAttributes, ({ QueueUrl, AttributeNames }) => ({
      Attributes: chosen(queueAttributes(queues, queues.at(QueueUrl)), AttributeNames),
    })),
  };
}

/** @throws ServiceError InvalidParameterValue or InvalidMessageContents */
export function sendMessage(
  queue: Queue,
  body: string,
  delaySeconds = 0,
): { MessageId: string; MD5OfMessageBody: string } {
  if (Buffer.byteLength(body) > LARGEST_BODY) {
    throw invalid(`Message must be shorter than ${LARGEST_BODY} bytes.`);
  }
  // What XML 1.0 cannot carry, SQS refuses in JSON too.
  if (/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(body)) {
    throw new ServiceError('InvalidMessageContents', 'Invalid characters found in the message.');
  }
  return { MessageId: queue.send(body, delaySeconds).id, MD5OfMessageBody: md5(body) };
}

function operation<Schema extends z.ZodType>(
  schema: Schema,
  act: (input: z.infer<Schema>, signal: AbortSignal) => unknown,
): Operation {
  return validated('InvalidParameterValue', schema, async (input, signal) => {
    try {
      return await act(input, signal);
    } catch (error) {
      throw error instanceof QueueError ? serviceError(error) : error;
    }
  });
}

function serviceError({ name, message }: QueueError): ServiceError {
  if (name === 'ReceiptHandleIsInvalid') return new ServiceError(name, message, 404, name);
  if (name === 'InvalidParameterValue') return invalid(message);
  return new ServiceError(name, message, 400, `AWS.SimpleQueueService.${name}`);
}

const invalid = (message: string): ServiceError =>
  new ServiceError('InvalidParameterValue', message, 400, 'InvalidParameterValue');

function handedOut(message: ReceivedMessage, names: readonly string[]): Record<string, unknown> {
  const attributes = chosen(
    {
      ApproximateReceiveCount: String(message.receiveCount),
      ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt),
      SentTimestamp: String(message.sentAt),
    },
    names,
  );
  return {
    MessageId: message.id,
    ReceiptHandle: message.receiptHandle,
    MD5OfBody: md5(message.body),
    Body: message.body,
    ...(names.length === 0 ? {} : { Attributes: attributes }),
  };
}

function queueAttributes(queues: QueueDirectory, queue: Queue): Record<string, string> {
  const { visible, delayed, inFlight } = queue.counts;
  const { visibilityTimeoutSeconds, deadLetter } = queue.settings;
  const redrive = deadLetter && {
    deadLetterTargetArn: queues.arnOf(deadLetter.queue.name),
    maxReceiveCount: deadLetter.maxReceiveCount,
  };
  return {
    QueueArn: queues.arnOf(queue.name),
    ApproximateNumberOfMessages: String(visible),
    ApproximateNumberOfMessagesDelayed: String(delayed),
    ApproximateNumberOfMessagesNotVisible: String(inFlight),
    VisibilityTimeout: String(visibilityTimeoutSeconds),
    ...(redrive && { RedrivePolicy: JSON.stringify(redrive) }),
  };
}

function chosen(all: Record<string, string>, names: readonly string[]): Record<string, string> {
  if (names.includes('All')) return all;
  return Object.fromEntries(Object.entries(all).filter(([name]) => names.includes(name)));
}

const md5 = (text: string): string => createHash('md5').update(text).digest('hex');
