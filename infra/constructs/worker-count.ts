import { Duration } from 'aws-cdk-lib';
import { CfnScalingPolicy } from 'aws-cdk-lib/aws-applicationautoscaling';
import { MathExpression, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { BaseService, ICluster } from 'aws-cdk-lib/aws-ecs';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { WORKER_SCALING } from '../../core/scaling.ts';
import { namesOf } from '../names.ts';
import { stackOf } from '../sada-stack.ts';
import { ScheduledCapacity } from './scheduled-capacity.ts';
import { WakeFromZero } from './wake-from-zero.ts';

const PERIOD = Duration.seconds(WORKER_SCALING.wake.periodSeconds);

export interface WorkerCountProps {
  cluster: ICluster;
  service: BaseService;
  jobs: Queue;
  now: number;
}

/** As many workers as the queue needs, between the minimum of the hour and the most. */
export class WorkerCount extends Construct {
  readonly backlog: CfnScalingPolicy;
  readonly wake: WakeFromZero | null;
  readonly #props: WorkerCountProps;
  readonly #target: ScheduledCapacity;

  constructor(scope: Construct, id: string, props: WorkerCountProps) {
    super(scope, id);
    this.#props = props;
    const { transcription, offHours } = stackOf(this).config;
    this.#target = new ScheduledCapacity(this, 'Tasks', {
      serviceNamespace: 'ecs',
      scalableDimension: 'ecs:service:DesiredCount',
      resourceId: `service/${props.cluster.clusterName}/${props.service.serviceName}`,
      capacity: transcription.workers,
      now: props.now,
    });
    this.backlog = this.#followingBacklog(
      transcription.backlogPerWorker ?? WORKER_SCALING.backlogPerWorker,
    );
    this.wake = offHours === 'scale-from-zero' ? this.#waking() : null;
  }

  /** Without a worker there is no point to divide by and so no value: nothing scales from zero. */
  #followingBacklog(targetValue: number): CfnScalingPolicy {
    return new CfnScalingPolicy(this, 'Backlog', {
      policyName: namesOf(stackOf(this).config.name).rule('backlog-per-worker'),
      policyType: 'TargetTrackingScaling',
      scalingTargetId: this.#target.ref,
      targetTrackingScalingPolicyConfiguration: {
        targetValue,
        scaleInCooldown: WORKER_SCALING.scaleInCooldownSeconds,
        scaleOutCooldown: WORKER_SCALING.scaleOutCooldownSeconds,
        customizedMetricSpecification: {
          metrics: [
            { id: 'perWorker', expression: 'waiting / workers', returnData: true },
            { id: 'waiting', metricStat: this.#waiting, returnData: false },
            { id: 'workers', metricStat: this.#running, returnData: false },
          ],
        },
      },
    });
  }

  get #waiting(): MetricStat {
    return {
      stat: Stats.MAXIMUM,
      metric: {
        namespace: 'AWS/SQS',
        metricName: 'ApproximateNumberOfMessagesVisible',
        dimensions: dimensions({ QueueName: this.#props.jobs.queueName }),
      },
    };
  }

  /** ECS says how many tasks run by how many of them report: once a minute each. */
  get #running(): MetricStat {
    const { cluster, service } = this.#props;
    return {
      stat: Stats.SAMPLE_COUNT,
      metric: {
        namespace: 'AWS/ECS',
        metricName: 'CPUUtilization',
        dimensions: dimensions({
          ClusterName: cluster.clusterName,
          ServiceName: service.serviceName,
        }),
      },
    };
  }

  /** Jobs wait and nobody has one in hand: no worker runs, or the first ones are starting. */
  #waking(): WakeFromZero {
    const { jobs } = this.#props;
    const { wake } = WORKER_SCALING;
    const options = { period: PERIOD, statistic: Stats.MAXIMUM };
    return new WakeFromZero(this, 'Wake', {
      target: this.#target,
      name: namesOf(stackOf(this).config.name).rule('wake-workers'),
      demand: new MathExpression({
        expression: 'IF(waiting > 0 AND taken < 1, waiting, 0)',
        usingMetrics: {
          waiting: jobs.metricApproximateNumberOfMessagesVisible(options),
          taken: jobs.metricApproximateNumberOfMessagesNotVisible(options),
        },
        period: PERIOD,
      }),
      threshold: wake.waitingJobs,
      capacity: wake.workers,
      cooldownSeconds: wake.cooldownSeconds,
    });
  }
}

type MetricStat = CfnScalingPolicy.TargetTrackingMetricStatProperty;

const dimensions = (byName: Record<string, string>) =>
  Object.entries(byName).map(([name, value]) => ({ name, value }));
