import * as z from 'zod';

const Json = z.json();
const Time = z.number();

/** How an execution ended; `output` is JSON text. */
export const Outcome = z.union([
  z.object({ status: z.literal('SUCCEEDED'), output: z.string() }),
  z.object({
    status: z.enum(['FAILED', 'TIMED_OUT', 'ABORTED']),
    error: z.string().optional(),
    cause: z.string().optional(),
  }),
]);
export type Outcome = z.infer<typeof Outcome>;

/** What the holder of a task token said last: the task's result, or how it failed. */
const Answer = z.union([
  z.object({ result: Json }),
  z.object({ error: z.string(), cause: z.string() }),
]);
export type Answer = z.infer<typeof Answer>;

/** A task that waits for its token. */
export const AwaitedTask = z.object({
  token: z.string(),
  startedAt: Time,
  heartbeatAt: Time,
  /** Whether the token is surely on its way to whoever answers it. */
  sent: z.boolean(),
  answer: Answer.optional(),
});
export type AwaitedTask = z.infer<typeof AwaitedTask>;

/** The state that an execution is in, and what it came there with. */
export const Position = z.object({
  state: z.string(),
  input: Json,
  variables: z.record(z.string(), Json),
  enteredAt: Time,
  /** Of the history, before the state was entered. */
  lastEventId: z.number(),
  task: AwaitedTask.optional(),
});
export type Position = z.infer<typeof Position>;

const End = z.object({
  outcome: Outcome,
  stopDate: Time,
  lastEventId: z.number(),
  /** Whether everyone who is told of changes of status has taken this one. */
  isTold: z.boolean(),
});
export type End = z.infer<typeof End>;

/**
 * All that an execution needs to go on in another process, and no more than is known once it has
 * ended. Plain data; times are milliseconds since the epoch.
 */
export const Checkpoint = z.object({
  stateMachineArn: z.string(),
  arn: z.string(),
  name: z.string(),
  /** JSON text, as it was given. */
  input: z.string(),
  startDate: Time,
  now: z.union([z.object({ position: Position }), z.object({ end: End })]),
});
export type Checkpoint = z.infer<typeof Checkpoint>;
