import type { Construct } from 'constructs';
import type { Environment } from '../environments/index.ts';
import { arnsOf } from './arns.ts';
import { AbandonedJobs } from './constructs/abandoned-jobs.ts';
import { DeadLetters } from './constructs/dead-letters.ts';
import { EventRegistry } from './constructs/event-registry.ts';
import { ExecutionSweep } from './constructs/execution-sweep.ts';
import { Handlers } from './constructs/handlers.ts';
import { PipelineAlarms } from './constructs/pipeline-alarms.ts';
import { RecordingIntake } from './constructs/recording-intake.ts';
import { Workflow } from './constructs/workflow.ts';
import type { ModelsStack } from './models-stack.ts';
import { SadaStack } from './sada-stack.ts';
import type { StorageStack } from './storage-stack.ts';

/**
 * The way of a recording.
 *
 *   intake -> workflow -> handlers -> bus
 *                |            ^
 *                |  sweep ----+  executions that ended badly
 *                v            |
 *              queue -> abandoned jobs
 */
export class PipelineStack extends SadaStack {
  readonly handlers: Handlers;
  readonly workflow: Workflow;
  readonly intake: RecordingIntake;
  readonly sweep: ExecutionSweep;
  readonly abandonedJobs: AbandonedJobs;
  readonly eventRegistry: EventRegistry;
  readonly alarms: PipelineAlarms;

  constructor(
    scope: Construct,
    environment: Environment,
    { storage, models }: { storage: StorageStack; models: ModelsStack },
  ) {
    super(scope, 'pipeline', environment);
    const { queue, languageModel } = models;
    const unswept = new DeadLetters(this, 'Unswept', storage.dataKey);
    const arns = {
      ...arnsOf(storage),
      abandonedJobs: queue.abandonedJobs.queueArn,
      unswept: unswept.queueArn,
      languageModel: languageModel?.arns ?? [],
    };
    this.handlers = new Handlers(this, 'Handlers', { storage, languageModel, arns });
    const { handlers } = this;
    this.workflow = new Workflow(this, 'Workflow', { storage, queue, handlers });
    const { workflow } = this;
    this.intake = new RecordingIntake(this, 'RecordingIntake', { storage, workflow });
    this.sweep = new ExecutionSweep(this, 'ExecutionSweep', {
      workflow,
      handler: handlers.named('sweep-execution'),
      unswept,
    });
    this.abandonedJobs = new AbandonedJobs(this, 'AbandonedJobs', {
      queue,
      handler: handlers.named('fail-abandoned-job'),
    });
    this.eventRegistry = new EventRegistry(this, 'EventRegistry');
    this.alarms = new PipelineAlarms(this, 'Alarms', {
      topic: storage.alarmTopic,
      workflow,
      notStarted: this.intake.notStarted,
      unswept,
    });
    this.output('StateMachine', workflow.stateMachine.stateMachineArn);
  }
}
