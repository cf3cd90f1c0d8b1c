import { AutoScalingGroup, SpotAllocationStrategy } from 'aws-cdk-lib/aws-autoscaling';
import {
  BlockDeviceVolume,
  EbsDeviceVolumeType,
  InstanceType,
  LaunchTemplate,
  LaunchTemplateHttpTokens,
  UserData,
} from 'aws-cdk-lib/aws-ec2';
import {
  AmiHardwareType,
  AsgCapacityProvider,
  type CapacityProviderStrategy,
  type Cluster,
  EcsOptimizedImage,
} from 'aws-cdk-lib/aws-ecs';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { WorkerNetwork } from './worker-network.ts';

/** One T4 each; the larger one is taken where the smaller is sold out. */
const INSTANCE_TYPES = ['g4dn.xlarge', 'g4dn.2xlarge'];

/**
 * ECS does not turn to another provider when Spot runs dry: a task that waits for it waits. So one
 * worker never depends on Spot, and the queue always moves.
 */
const NEVER_ON_SPOT = 1;

/** The image, the model and a few recordings of four hours, decoded. */
const DISK_GIB = 60;
const DISK = { encrypted: true, volumeType: EbsDeviceVolumeType.GP3 };

export interface GpuCapacityProps {
  cluster: Cluster;
  network: WorkerNetwork;
  /** Instances at most, of either kind. */
  most: number;
}

/** Instances with a GPU, as many as there are tasks: the first on demand, the others on Spot. */
export class GpuCapacity extends Construct {
  readonly strategies: CapacityProviderStrategy[];

  constructor(scope: Construct, id: string, { cluster, network, most }: GpuCapacityProps) {
    super(scope, id);
    const provider = (kind: string, onDemandPercentageAboveBaseCapacity: number) => {
      const autoScalingGroup = new AutoScalingGroup(this, kind, {
        vpc: network.vpc,
        vpcSubnets: network.subnets,
        minCapacity: 0,
        maxCapacity: most,
        mixedInstancesPolicy: {
          launchTemplate: this.#template(kind, network),
          launchTemplateOverrides: INSTANCE_TYPES.map((name) => ({
            instanceType: new InstanceType(name),
          })),
          instancesDistribution: {
            onDemandPercentageAboveBaseCapacity,
            spotAllocationStrategy: SpotAllocationStrategy.PRICE_CAPACITY_OPTIMIZED,
          },
        },
      });
      const capacity = new AsgCapacityProvider(this, `${kind}Provider`, {
        autoScalingGroup,
        // Draining lets tasks end; the other protection keeps a stack from being deleted.
        enableManagedDraining: true,
        enableManagedTerminationProtection: false,
      });
      cluster.addAsgCapacityProvider(capacity);
      return capacity.capacityProviderName;
    };
    this.strategies = [
      { capacityProvider: provider('OnDemand', 100), base: NEVER_ON_SPOT, weight: 0 },
      { capacityProvider: provider('Spot', 0), weight: 1 },
    ];
  }

  #template(kind: string, network: WorkerNetwork): LaunchTemplate {
    const userData = UserData.forLinux();
    // A host that Spot takes back stops its tasks while there are still two minutes.
    userData.addCommands('echo ECS_ENABLE_SPOT_INSTANCE_DRAINING=true >> /etc/ecs/ecs.config');
    return new LaunchTemplate(this, `${kind}Template`, {
      machineImage: EcsOptimizedImage.amazonLinux2023(AmiHardwareType.GPU),
      instanceType: new InstanceType('g4dn.xlarge'),
      userData,
      // Recordings lie there while they are heard.
      blockDevices: [{ deviceName: '/dev/xvda', volume: BlockDeviceVolume.ebs(DISK_GIB, DISK) }],
      httpTokens: LaunchTemplateHttpTokens.REQUIRED,
      securityGroup: network.securityGroup,
      associatePublicIpAddress: network.isPublic,
      role: new Role(this, `${kind}Host`, {
        assumedBy: new ServicePrincipal('ec2.amazonaws.com'),
      }),
    });
  }
}
