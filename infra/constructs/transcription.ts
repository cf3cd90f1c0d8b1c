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
} from 'aws-cdk-lib/aws-ecs';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { ENV } from '../../core/contract.ts';
import { arnsOf } from '../arns.ts';
import { policyOf } from '../grants.ts';
import { logGroupsOf } from '../names.ts';
import { stackOf } from '../sada-stack.ts';
import type { StorageStack } from '../storage-stack.ts';
import { GpuCapacity } from './gpu-capacity.ts';
import { imageOf } from './image.ts';
import type { JobQueue } from './job-queue.ts';
import { KeptLogGroup } from './log-group.ts';
import { WorkerNetwork } from './worker-network.ts';

/** The most that ECS allows; the worker gives jobs back after 100 s. */
const STOP_TIMEOUT = Duration.seconds(120);

/** A worker hears one recording at a time: a core for the decoder, one for the recogniser. */
const FARGATE_SIZE = { cpu: 2048, memoryLimitMiB: 4096 };
/** Half of a g4dn.xlarge, of which one worker takes the only GPU. */
const GPU_SIZE = { gpuCount: 1, memoryReservationMiB: 8192 };

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
}

/** Workers that keep their model loaded and take jobs from the queue. */
export class Transcription extends Construct {
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
    service.autoScaleTaskCount({ minCapacity: workers.min, maxCapacity: workers.max });
  }

  #onFargate(): FargateService {
    const taskRole = this.#role();
    const taskDefinition = new FargateTaskDefinition(this, 'Worker', { ...FARGATE_SIZE, taskRole });
    taskDefinition.addContainer('whisper', this.#container('cpu'));
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
    taskDefinition.addContainer('whisper', { ...this.#container('gpu'), ...GPU_SIZE });
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

  #container(target: 'cpu' | 'gpu'): ContainerDefinitionOptions {
    const { name, transcription, maxDurationSeconds } = stackOf(this).config;
    const { storage, queue } = this.#props;
    const { directory, ...image } = imageOf('whisper', target);
    const logGroup = new KeptLogGroup(this, 'Log', logGroupsOf(name).worker, storage.dataKey);
    return {
      image: ContainerImage.fromAsset(directory, image),
      stopTimeout: STOP_TIMEOUT,
      logging: LogDrivers.awsLogs({ logGroup, streamPrefix: 'whisper' }),
      environment: {
        // Where results go; a job says itself where its recording is.
        [ENV.bucket]: storage.workBucket.bucketName,
        [ENV.jobQueueUrl]: queue.jobs.queueUrl,
        [ENV.transcriptionEngine]: transcription.engine,
        [ENV.maxDurationSeconds]: String(maxDurationSeconds),
      },
    };
  }
}
