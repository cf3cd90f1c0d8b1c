import { Annotations } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Environment } from '../environments/index.ts';
import { JobQueue } from './constructs/job-queue.ts';
import { LanguageModel } from './constructs/language-model.ts';
import { ModelAlarms } from './constructs/model-alarms.ts';
import { Transcription } from './constructs/transcription.ts';
import { SadaStack } from './sada-stack.ts';
import type { StorageStack } from './storage-stack.ts';

/**
 * What hears and what reads.
 *
 *   jobs -> transcription workers -> raw transcripts
 *   language model, behind an endpoint
 */
export class ModelsStack extends SadaStack {
  readonly queue: JobQueue;
  readonly transcription: Transcription;
  readonly languageModel: LanguageModel | null;
  readonly alarms: ModelAlarms;

  constructor(
    scope: Construct,
    environment: Environment,
    { storage, now }: { storage: StorageStack; now: number },
  ) {
    super(scope, 'models', environment);
    this.queue = new JobQueue(this, 'JobQueue', storage.dataKey);
    this.transcription = new Transcription(this, 'Transcription', {
      storage,
      queue: this.queue,
      now,
    });
    const { model } = environment.analysis;
    this.languageModel =
      model === undefined
        ? null
        : new LanguageModel(this, 'LanguageModel', { storage, model, now });
    const { queue, languageModel } = this;
    const topic = storage.alarmTopic;
    this.alarms = new ModelAlarms(this, 'Alarms', { topic, queue, languageModel });
    if (this.languageModel === null) this.#sayThatThereIsNone();
  }

  #sayThatThereIsNone(): void {
    Annotations.of(this).addInfo(
      `environment '${this.config.name}' names no model: no endpoint is made, the baseline analyses`,
    );
  }
}
