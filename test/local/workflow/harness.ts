import type { Journal } from '../../../local/journal/journal.ts';
import type { Checkpoint } from '../../../local/workflow/checkpoint.ts';
import { createWorkflowEngine, type WorkflowEngine } from '../../../local/workflow/engine.ts';
import type { Execution } from '../../../local/workflow/execution.ts';
import { integrationsByResource } from '../../../local/workflow/integrations/by-resource.ts';
import type { FunctionInvoker } from '../../../local/workflow/integrations/lambda-invoke.ts';
import type { EventPutter } from '../../../local/workflow/integrations/put-events.ts';
import type { JsonValue } from '../../../local/workflow/json.ts';
import { JumpingClock, settle } from '../../support/jumping-clock.ts';

export const LAMBDA = 'arn:aws:states:::lambda:invoke';
export const PUT_EVENTS = 'arn:aws:states:::events:putEvents';
export const SEND_AND_WAIT = 'arn:aws:states:::sqs:sendMessage.waitForTaskToken';

export const DAY_SECONDS = 24 * 60 * 60;

/** A named error, as a function throws it. */
export function named(name: string, message = ''): Error {
  const error = new Error(message);
  error.name = name;
  return error;
}

/** Something that always fails the same way. */
export function failing(name: string, message?: string): () => Promise<never> {
  const error = named(name, message);
  return () => Promise.reject(error);
}

/** A function that always answers the same. */
export function answering(payload: JsonValue): FunctionInvoker['invoke'] {
  return () => Promise.resolve({ payload });
}

/** Something to wait for until the test opens it. */
export class Gate {
  readonly opened: Promise<void>;
  #open: (() => void) | undefined;

  constructor() {
    this.opened = new Promise((resolve) => {
      this.#open = resolve;
    });
  }

  open(): void {
    this.#open?.();
  }
}

/** A function that answers when the test says so, and knows whether it was given up. */
export class HeldFunction {
  #answer: ((answer: { payload: JsonValue }) => void) | undefined;
  aborted = false;

  readonly invoke: FunctionInvoker['invoke'] = (_name, _payload, signal) => {
    signal.addEventListener('abort', () => (this.aborted = true));
    return new Promise((resolve) => {
      this.#answer = resolve;
    });
  };

  answer(payload: JsonValue): void {
    this.#answer?.({ payload });
  }
}

/** The simplest task: calls function `work` and ends. */
export const lambdaTask = {
  Type: 'Task',
  Resource: LAMBDA,
  Arguments: { FunctionName: 'work', Payload: '{% $states.input %}' },
  End: true,
};

/** The simplest task that waits for its token. */
export const tokenTask = {
  Type: 'Task',
  Resource: SEND_AND_WAIT,
  Arguments: {
    QueueUrl: 'http://queue',
    MessageBody: { token: '{% $states.context.Task.Token %}' },
  },
  End: true,
};

export interface Sent {
  queueUrl: string;
  body: string;
}

/** An engine on a jumping clock, whose functions, bus and queue are the test's own. */
export function workflow({
  invoke = async (_name, payload) => ({ payload }),
  putEvents = async (entries) => ({
    FailedEntryCount: 0,
    Entries: entries.map((_, index) => ({ EventId: `event-${index}` })),
  }),
  random = () => 0.5,
  sending = Promise.resolve(),
  clock = new JumpingClock(),
  ...options
}: {
  invoke?: FunctionInvoker['invoke'];
  putEvents?: EventPutter['putEvents'];
  random?: () => number;
  /** What the queue waits for before it says that a message is sent. */
  sending?: Promise<void>;
  keepFinished?: number;
  keepHistories?: number;
  clock?: JumpingClock;
  journal?: Journal<Checkpoint>;
} = {}) {
  const sent: Sent[] = [];
  const sendMessage = async (queueUrl: string, body: string) => {
    sent.push({ queueUrl, body });
    await sending;
    return { MessageId: `message-${sent.length}`, MD5OfMessageBody: 'md5' };
  };
  const engine = createWorkflowEngine({
    ...options,
    clock,
    random,
    region: 'eu-west-1',
    account: '000000000000',
    integrations: integrationsByResource({
      functions: { invoke },
      events: { putEvents },
      queue: { sendMessage },
    }),
  });
  return { engine, clock, sent, tokenOf };

  function tokenOf(message = sent.length - 1): string {
    const body = JSON.parse(sent[message]?.body ?? '{}') as { token: string };
    return body.token;
  }
}

/** Definition text; the first state is where it starts. */
export function definition(States: Record<string, object>, more: object = {}): string {
  const [StartAt] = Object.keys(States);
  return JSON.stringify({ QueryLanguage: 'JSONata', StartAt, States, ...more });
}

/** Starts the one machine of an engine and lets it go as far as it can without time passing. */
export async function start(
  engine: WorkflowEngine,
  text: string,
  input: JsonValue = {},
): Promise<Execution> {
  const stateMachineArn = engine.createStateMachine({ name: 'machine', definition: text });
  const execution = engine.startExecution({ stateMachineArn, input: JSON.stringify(input) });
  await settle(40);
  return execution;
}

/** Runs states that need no time, with functions that answer their payload. */
export async function run(
  States: Record<string, object>,
  input: JsonValue = {},
  options: Parameters<typeof workflow>[0] = {},
): Promise<Execution> {
  return start(workflow(options).engine, definition(States), input);
}

export function outputOf({ outcome }: Execution): unknown {
  return outcome?.status === 'SUCCEEDED' ? JSON.parse(outcome.output) : outcome;
}

/** The history as one line an event: its type, and the state it names. */
export function eventTypes(execution: Execution): string[] {
  return execution.history.events.map(({ type }) => type);
}

export function visited(execution: Execution): string[] {
  return execution.history.events.flatMap(({ stateEnteredEventDetails: entered }) =>
    entered === undefined ? [] : [entered.name],
  );
}
