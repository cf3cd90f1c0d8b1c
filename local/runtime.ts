import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Clock } from '../core/clock.ts';
import { SETTINGS_FILE } from '../core/contract.ts';
import type { Settings } from '../core/settings/index.ts';
import type { CallWatch } from './call-watch.ts';
import { childEnvironment } from './child-environment.ts';
import { systemClock } from './clock.ts';
import { Closers } from './closers.ts';
import { handlerEnvironment } from './handler-environment.ts';
import { containerOf, modelEnvironment, type LocalLanguageModel } from './language-model.ts';
import { fromAssembly, fromSources } from './deployable.ts';
import { Functions } from './lambda/functions.ts';
import { LanguageModelServer } from './language-model-server.ts';
import { DEAD_JOB_QUEUE, JOB_QUEUE } from './names.ts';
import { portsFrom, type Ports } from './ports.ts';
import type { ProcessCall } from './process-call.ts';
import { layRules } from './rules.ts';
import { startServices, type Services } from './services.ts';
import type { EventBuses } from './services/event-bridge/buses.ts';
import { consumeQueue } from './services/sqs/consumer.ts';
import { holdStateDirectory, type StateDirectory } from './state-directory.ts';
import { DEMO_TRANSCRIPTION, type Transcription } from './transcription.ts';
import { startWhisperWorker } from './whisper-worker.ts';
import type { Worker } from './worker.ts';

export interface LocalSystemOptions {
  /** Where everything is kept, made if missing. */
  stateDirectory: string;
  /** Longest recording that is admitted, in seconds. */
  maxDurationSeconds: number;
  /** What hears the recordings; the demo recogniser unless it is given. */
  transcription?: Transcription;
  /** What reads the transcripts; the baseline does where it is left out. */
  languageModel?: LocalLanguageModel;
  /** What is asked of each call; an assembly brings its own. */
  settings: Settings;
  /** Recordings that the worker hears at a time. */
  workerConcurrency: number;
  /** Processes a handler has at most: events that it answers at a time. */
  handlerConcurrency: number;
  /** Any that are free unless they are given. */
  ports?: Ports;
  clock?: Clock;
  /** A cloud assembly to run instead of the sources, as `cdk synth` made it. */
  assembly?: string;
  /** Rules beside the product's own, laid before anything that was under way goes on. */
  rules?: readonly Parameters<EventBuses['addRule']>[0][];
}

/** The whole product on one machine. */
export interface LocalSystem extends Services {
  readonly functions: Functions;
  readonly worker: Worker;
  /** Ends what runs as ABORTED: recorded, announced, and free to be submitted again. */
  abort(): void;
  /** Leaves what runs to the next start. */
  stop(): Promise<void>;
}

/** How long the worker may take to stop: what it has not finished is in the queue again then. */
const STOP_GRACE_MS = 2000;

/**
 * Starts the whole system. Everything listens on loopback; handlers and the worker are processes
 * of their own. What an earlier one in the same directory left under way goes on.
 * @throws AlreadyRunning, StateTooNew, StateUnwritable, JournalDamaged, PortInUse, DatabaseUnavailable,
 *   AssemblyUnusable, LanguageModelUnreadable
 */
export async function startLocalSystem(options: LocalSystemOptions): Promise<LocalSystem> {
  const state = await holdStateDirectory(resolve(options.stateDirectory));
  const closers = new Closers();
  closers.add(() => state.release());
  try {
    return await assemble(options, state, closers);
  } catch (error) {
    await closers.closeAll();
    throw error;
  }
}

async function assemble(
  {
    maxDurationSeconds,
    settings,
    transcription = DEMO_TRANSCRIPTION,
    languageModel,
    workerConcurrency,
    handlerConcurrency,
    ports = portsFrom(0),
    clock = systemClock,
    rules = [],
    assembly,
  }: LocalSystemOptions,
  state: StateDirectory,
  closers: Closers,
): Promise<LocalSystem> {
  const functions = new Functions(clock, handlerConcurrency);
  const deployable = await (assembly === undefined
    ? fromSources(settings)
    : fromAssembly(assembly));
  const { definition, bundles } = deployable;
  const settingsFile = join(state.path, SETTINGS_FILE);
  await writeFile(settingsFile, deployable.settings);
  const container = languageModel === undefined ? null : await containerOf(languageModel, clock);
  const services = await startServices(
    definition,
    { state, clock, functions, container, ports },
    closers,
  );
  const { endpoints, buses, queues, processCall, calls } = services;
  closers.add(() => functions.stop());
  functions.deploy(
    bundles,
    childEnvironment(endpoints, {
      ...handlerEnvironment(maxDurationSeconds, settingsFile, transcription),
      ...modelEnvironment(container),
    }),
    await state.folder('logs'),
  );
  for (const rule of rules) buses.addRule(rule);
  layRules(buses, processCall, functions, calls);
  goOn(processCall, calls);
  closers.add(() => processCall.engine.close());
  const abandoned = consumeQueue({
    clock,
    queue: queues.queue(DEAD_JOB_QUEUE),
    handle: async (body) => {
      await functions.invoke('fail-abandoned-job', { Records: [{ body }] });
    },
  });
  closers.add(() => abandoned.stop());
  const worker = await startWhisperWorker(state, {
    endpoints,
    jobQueueUrl: queues.url(JOB_QUEUE),
    maxDurationSeconds,
    transcription,
    concurrency: workerConcurrency,
    clock,
  });
  closers.add(() => worker.stop(STOP_GRACE_MS));
  if (container instanceof LanguageModelServer) {
    await container.start(endpoints, await state.folder('logs'));
    closers.add(() => container.stop(STOP_GRACE_MS));
  }

  return {
    ...services,
    functions,
    worker,
    abort() {
      const { engine, stateMachineArn } = processCall;
      for (const { arn } of engine.listExecutions(stateMachineArn, 'RUNNING')) {
        engine.stopExecution(arn);
      }
    },
    stop: () => closers.closeAll(),
  };
}

function goOn({ engine, stateMachineArn }: ProcessCall, calls: CallWatch): void {
  for (const { arn, input } of engine.listExecutions(stateMachineArn, 'RUNNING')) {
    calls.resumed(arn, input);
  }
  engine.resume();
}
