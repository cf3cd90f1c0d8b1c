import { join } from 'node:path';
import type { Clock } from '../core/clock.ts';
import type { Endpoints } from './child-environment.ts';
import { CallWatch } from './call-watch.ts';
import type { Closers } from './closers.ts';
import type { Functions } from './lambda/functions.ts';
import { componentOf } from './language-model.ts';
import {
  ACCOUNT,
  BUCKET,
  DEAD_JOB_QUEUE,
  DEFAULT_BUS,
  EVENT_BUS,
  JOB_QUEUE,
  MODEL_ENDPOINT,
  REGION,
  TABLE,
} from './names.ts';
import { openJournals } from './journals.ts';
import { loadProcessCall, type ProcessCall } from './process-call.ts';
import { CreatedStateMachines } from './services/created-state-machines.ts';
import { startDynamoDb } from './services/dynamodb.ts';
import type { Ports } from './ports.ts';
import { createEventBuses, type EventBuses } from './services/event-bridge/buses.ts';
import { startEventBridge } from './services/event-bridge/server.ts';
import { listen, type Listener } from './services/http.ts';
import { startS3 } from './services/s3/server.ts';
import { startSqs, type QueueSpecification, type Sqs } from './services/sqs/server.ts';
import type { Container } from './services/sagemaker-runtime/container.ts';
import {
  startSageMakerRuntime,
  type SageMakerRuntime,
} from './services/sagemaker-runtime/server.ts';
import { stepFunctions } from './services/step-functions.ts';
import type { StateDirectory } from './state-directory.ts';
import { startWatchServer } from './watch-server.ts';

/** The stand-ins, listening. */
export interface Services {
  endpoints: Endpoints;
  buses: EventBuses;
  queues: Sqs;
  sageMakerRuntime: SageMakerRuntime;
  processCall: ProcessCall;
  calls: CallWatch;
}

/** The worker keeps a job hidden for as long as it is at work on it. */
const JOB_VISIBILITY_SECONDS = 60;
/** Tries before a job counts as what kills its workers; infra/ sets the same. */
const JOB_ATTEMPTS = 3;

const QUEUES: readonly QueueSpecification[] = [
  { name: DEAD_JOB_QUEUE, visibilityTimeoutSeconds: JOB_VISIBILITY_SECONDS },
  {
    name: JOB_QUEUE,
    visibilityTimeoutSeconds: JOB_VISIBILITY_SECONDS,
    deadLetter: { queue: DEAD_JOB_QUEUE, maxReceiveCount: JOB_ATTEMPTS },
  },
];

/** What the stand-ins are started with. */
export interface ServicesOptions {
  state: StateDirectory;
  clock: Clock;
  /** What tasks of the state machine invoke. */
  functions: Functions;
  /** The language model's server; null where there is none. */
  container: Container | null;
  ports: Ports;
}

/**
 * Starts the stand-ins for AWS on loopback, out of a state directory.
 * @param definition of the product's state machine
 */
export async function startServices(
  definition: string,
  { state, clock, functions, container, ports }: ServicesOptions,
  closers: Closers,
): Promise<Services> {
  const journals = openJournals(await state.folder('journals'));
  closers.add(() => journals.close());
  const buses = createEventBuses({
    clock,
    account: ACCOUNT,
    region: REGION,
    names: [EVENT_BUS],
    journal: journals.events,
  });
  closers.add(() => buses.close());
  const database = {
    file: join(state.path, 'dynamodb.sqlite'),
    logFile: join(await state.folder('logs'), 'dynamodb.log'),
    table: TABLE,
    port: ports.dynamodb,
  };
  const bucketStore = {
    directory: await state.folder('s3'),
    clock,
    onObjectCreated: buses.putEvent.bind(null, DEFAULT_BUS),
    port: ports.s3,
  };
  const [dynamodb, s3, queues, eventBridge, sageMakerRuntime] = await Promise.all([
    closers.opened(startDynamoDb(database)),
    closers.opened(startS3(bucketStore)),
    closers.opened(
      startSqs({ clock, queues: QUEUES, journalOf: journals.messagesOf, port: ports.sqs }),
    ),
    closers.opened(startEventBridge({ buses, port: ports.eventBridge })),
    closers.opened(
      startSageMakerRuntime({
        endpointName: MODEL_ENDPOINT,
        inferenceComponentName: componentOf(container),
        clock,
        container,
        port: ports.sageMakerRuntime,
      }),
    ),
  ]);
  s3.createBucket(BUCKET);
  const reach = {
    functions: { invoke: functions.invokeAsTask.bind(functions) },
    events: { putEvents: buses.put },
    queue: queues,
  };
  const processCall = loadProcessCall({
    definition,
    reach,
    jobQueueUrl: queues.url(JOB_QUEUE),
    clock,
    journal: journals.executions,
  });
  const created = new CreatedStateMachines(processCall.engine, clock, journals.stateMachines);
  const workflow = await closers.opened(
    listen(stepFunctions(processCall.engine, created), ports.stepFunctions),
  );
  const calls = new CallWatch();
  const watch = await closers.opened(startWatchServer(buses, calls, ports.watch));
  const listeners = {
    s3,
    dynamodb,
    sqs: queues,
    stepFunctions: workflow,
    eventBridge,
    sageMakerRuntime,
  };
  await state.announce(mapValues({ ...listeners, watch }, ({ port }) => port));
  return {
    endpoints: mapValues(listeners, ({ endpoint }) => endpoint),
    buses,
    queues,
    sageMakerRuntime,
    processCall,
    calls,
  };
}

function mapValues<Key extends string, Value>(
  listeners: Readonly<Record<Key, Listener>>,
  to: (listener: Listener) => Value,
): Record<Key, Value> {
  const entries = Object.entries<Listener>(listeners).map(([key, one]) => [key, to(one)]);
  return Object.fromEntries(entries) as Record<Key, Value>;
}
