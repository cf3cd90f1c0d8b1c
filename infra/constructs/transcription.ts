import { Duration } from 'aws-cdk-lib';
import {
  Cluster,
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
import { policyOf } from '../grants.ts';
import { logGroupsOf } from '../names.ts';
import { arnsOf } from '../arns.ts';
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
  constructor(scope: Construct, id: string, { storage, queue }: TranscriptionProps) {
    super(scope, id);
    const { transcription } = stackOf(this).config;
    const network = new WorkerNetwork(this, 'Network');
    const cluster = new Cluster(this, 'Cluster', {
      vpc: network.vpc,
      containerInsightsV2: ContainerInsights.DISABLED,
    }) as Cluster & ICluster;
    const isGpu = transcription.compute === 'gpu';
    const taskRole = new Role(this, 'WorkerRole', {
      assumedBy: new ServicePrincipal('ecs-tasks.amazonaws.com'),
      inlinePolicies: {
        grants: policyOf('whisper', { ...arnsOf(storage), jobs: queue.jobs.queueArn }),
      },
    });
    const taskDefinition = isGpu
      ? new Ec2TaskDefinition(this, 'Worker', { taskRole })
      : new FargateTaskDefinition(this, 'Worker', { ...FARGATE_SIZE, taskRole });
    this.#addWorker(taskDefinition, storage, queue);
    const service = isGpu
      ? new Ec2Service(this, 'Service', {
          ...ROLLING,
          cluster,
          taskDefinition,
          capacityProviderStrategies: new GpuCapacity(this, 'Gpus', {
            cluster,
            network,
            most: transcription.workers.max,
          }).strategies,
        })
      : new FargateService(this, 'Service', {
          ...ROLLING,
          cluster,
          taskDefinition,
          assignPublicIp: network.isPublic,
          vpcSubnets: network.subnets,
          securityGroups: [network.securityGroup],
        });
    service.autoScaleTaskCount({
      minCapacity: transcription.workers.min,
      maxCapacity: transcription.workers.max,
    });
  }

  #addWorker(taskDefinition: TaskDefinition, storage: StorageStack, queue: JobQueue): void {
    const { name, transcription, maxDurationSeconds } = stackOf(this).config;
    const isGpu = transcription.compute === 'gpu';
    const { directory, ...image } = imageOf('whisper', isGpu ? 'gpu' : 'cpu');
    taskDefinition.addContainer('whisper', {
      image: ContainerImage.fromAsset(directory, image),
      stopTimeout: STOP_TIMEOUT,
      logging: LogDrivers.awsLogs({
        logGroup: new KeptLogGroup(this, 'Log', logGroupsOf(name).worker, storage.dataKey),
        streamPrefix: 'whisper',
      }),
      environment: {
        [ENV.bucket]: storage.workBucket.bucketName,
        [ENV.jobQueueUrl]: queue.jobs.queueUrl,
        [ENV.transcriptionEngine]: transcription.engine,
        [ENV.maxDurationSeconds]: String(maxDurationSeconds),
      },
      ...(isGpu && GPU_SIZE),
    });
  }
}
