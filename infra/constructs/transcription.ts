import { Duration } from 'aws-cdk-lib';
import {
  Cluster,
  type ContainerDefinitionOptions,
  ContainerImage,
  ContainerInsights,
  Ec2Service,
  Ec2TaskDefinition,
  FargateService,
  FargateTaskDefinition,
  LogDrivers,
  type ICluster,
  type TaskDefinition,
} from 'aws-cdk-lib/aws-ecs';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { ENV } from '../../core/contract.ts';
import { modelNamed } from '../../core/models/catalogue.ts';
import { arnsOf } from '../arns.ts';
import { policyOf } from '../grants.ts';
import { logGroupsOf } from '../names.ts';
import { stackOf } from '../sada-stack.ts';
import type { StorageStack } from '../storage-stack.ts';
import { GpuCapacity } from './gpu-capacity.ts';
import { imageOf } from './image.ts';
import type { JobQueue } from './job-queue.ts';
import { KeptLogGroup } from './log-group.ts';
import { WorkerCount } from './worker-count.ts';
import { WorkerNetwork } from './worker-network.ts';

/** The most that ECS allows; the worker gives jobs back after 100 s. */
const STOP_TIMEOUT = Duration.seconds(120);

/** A worker hears one recording at a time: a core for the decoder, one for the recogniser. */
const FARGATE_SIZE = { cpu: 2048, memoryLimitMiB: 4096 };
/** Half of a g4dn.xlarge, of which one worker takes the only GPU. */
const GPU_SIZE = { gpuCount: 1, memoryReservationMiB: 8192 };

/** The one folder that a worker may write to: the image's VOLUME, which gives it its owner. */
const SCRATCH = { sourceVolume: 'scratch', containerPath: '/scratch', readOnly: false };

/** Servers that share a card where the environment says nothing. */
const ENGINES_PER_CARD = 2;

/**
 * A worker that is stopped hands its jobs back to the queue, so a deployment needs no room for a
 * second one beside it.
 */
const ROLLING = {
  minHealthyPercent: 0,
  maxHealthyPercent: 100,
  circuitBreaker: { rollback: true },
} as const;

export interface TranscriptionProps {
  storage: StorageStack;
  queue: JobQueue;
  /** When this is synthesized, in milliseconds since the epoch. */
  now: number;
}

/** Workers that keep their model loaded and take jobs from the queue. */
export class Transcription extends Construct {
  readonly scaling: WorkerCount;
  readonly #props: TranscriptionProps;
  readonly #network: WorkerNetwork;
  readonly #cluster: Cluster & ICluster;

  constructor(scope: Construct, id: string, props: TranscriptionProps) {
    super(scope, id);
    this.#props = props;
    this.#network = new WorkerNetwork(this, 'Network');
    this.#cluster = new Cluster(this, 'Cluster', {
      vpc: this.#network.vpc,
      containerInsightsV2: ContainerInsights.DISABLED,
    }) as Cluster & ICluster;
    const { compute, workers } = stackOf(this).config.transcription;
    const service = compute === 'gpu' ? this.#onGpus(workers.max) : this.#onFargate();
    const [cluster, { jobs }] = [this.#cluster, props.queue];
    this.scaling = new WorkerCount(this, 'Scaling', { cluster, service, jobs, now: props.now });
  }

  #onFargate(): FargateService {
    const taskRole = this.#role();
    const taskDefinition = new FargateTaskDefinition(this, 'Worker', { ...FARGATE_SIZE, taskRole });
    this.#addWorker(taskDefinition, this.#container('cpu'));
    return new FargateService(this, 'Service', {
      ...ROLLING,
      cluster: this.#cluster,
      taskDefinition,
      assignPublicIp: this.#network.isPublic,
      vpcSubnets: this.#network.subnets,
      securityGroups: [this.#network.securityGroup],
    });
  }

  #onGpus(most: number): Ec2Service {
    const taskDefinition = new Ec2TaskDefinition(this, 'Worker', { taskRole: this.#role() });
    this.#addWorker(taskDefinition, { ...this.#container('cuda', this.#onCard()), ...GPU_SIZE });
    const [cluster, network] = [this.#cluster, this.#network];
    const gpus = new GpuCapacity(this, 'Gpus', { cluster, network, most });
    return new Ec2Service(this, 'Service', {
      ...ROLLING,
      cluster,
      taskDefinition,
      capacityProviderStrategies: gpus.strategies,
    });
  }

  #role(): Role {
    const { storage, queue } = this.#props;
    const grants = policyOf('whisper', {
      ...arnsOf(storage),
      jobs: queue.jobs.queueArn,
      workers: this.#cluster.arnForTasks('*'),
    });
    return new Role(this, 'WorkerRole', {
      assumedBy: new ServicePrincipal('ecs-tasks.amazonaws.com'),
      inlinePolicies: { grants },
    });
  }

  #addWorker(taskDefinition: TaskDefinition, container: ContainerDefinitionOptions): void {
    taskDefinition.addVolume({ name: SCRATCH.sourceVolume });
    taskDefinition.addContainer('whisper', container).addMountPoints(SCRATCH);
  }

  /** One recording more than servers is at work: it is decoded while the others are heard. */
  #onCard(): Record<string, string> {
    const { enginesPerCard = ENGINES_PER_CARD } = stackOf(this).config.transcription;
    return {
      [ENV.gpu]: 'required',
      [ENV.whisperEngines]: String(enginesPerCard),
      [ENV.workerConcurrency]: String(enginesPerCard + 1),
    };
  }

  #container(
    target: 'cpu' | 'cuda',
    environment: Record<string, string> = {},
  ): ContainerDefinitionOptions {
    const { name, transcription, maxDurationSeconds } = stackOf(this).config;
    const { storage, queue } = this.#props;
    const { engine, noiseReduction = false } = transcription;
    const { directory, ...image } = imageOf('whisper', target, { MODEL: modelOf(engine) });
    const logGroup = new KeptLogGroup(this, 'Log', logGroupsOf(name).worker, storage.dataKey);
    return {
      image: ContainerImage.fromAsset(directory, image),
      stopTimeout: STOP_TIMEOUT,
      readonlyRootFilesystem: true,
      logging: LogDrivers.awsLogs({ logGroup, streamPrefix: 'whisper' }),
      environment: {
        // Where results go; a job says itself where its recording is.
        [ENV.bucket]: storage.workBucket.bucketName,
        [ENV.jobQueueUrl]: queue.jobs.queueUrl,
        [ENV.transcriptionEngine]: engine,
        [ENV.maxDurationSeconds]: String(maxDurationSeconds),
        [ENV.noiseReduction]: noiseReduction ? 'on' : 'off',
        ...environment,
      },
    };
  }
}

/** The model that the image of an engine holds; the demo recogniser has none. */
const modelOf = (engine: string): string => modelNamed(engine)?.name ?? '';
