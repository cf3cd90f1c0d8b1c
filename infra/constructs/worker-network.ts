import {
  GatewayVpcEndpointAwsService,
  InterfaceVpcEndpointAwsService,
  Port,
  SecurityGroup,
  SubnetType,
  Vpc,
  type IVpc,
  type SubnetSelection,
} from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';
import type { ExistingVpc } from '../../environments/existing-vpc.ts';
import { stackOf } from '../sada-stack.ts';

/** What a worker and the agent that starts it speak to. */
const SERVICES = {
  ecs: InterfaceVpcEndpointAwsService.ECS,
  ecsAgent: InterfaceVpcEndpointAwsService.ECS_AGENT,
  ecsTelemetry: InterfaceVpcEndpointAwsService.ECS_TELEMETRY,
  registry: InterfaceVpcEndpointAwsService.ECR,
  images: InterfaceVpcEndpointAwsService.ECR_DOCKER,
  logs: InterfaceVpcEndpointAwsService.CLOUDWATCH_LOGS,
  sqs: InterfaceVpcEndpointAwsService.SQS,
  stepFunctions: InterfaceVpcEndpointAwsService.STEP_FUNCTIONS,
} as const;

/**
 * Where workers run: nothing can connect to them. `public` reaches AWS by the internet gateway and
 * costs nothing; `private` has no way out of AWS, so that no recording can leave it.
 */
export class WorkerNetwork extends Construct {
  readonly vpc: IVpc;
  readonly subnets: SubnetSelection;
  readonly isPublic: boolean;
  readonly securityGroup: SecurityGroup;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.isPublic = stackOf(this).config.network === 'public';
    const subnetType = this.isPublic ? SubnetType.PUBLIC : SubnetType.PRIVATE_ISOLATED;
    this.subnets = { subnetType };
    const { vpc } = stackOf(this).config;
    this.vpc = vpc === undefined ? this.#ownVpc(subnetType) : this.#existing(vpc);
    this.securityGroup = new SecurityGroup(this, 'Workers', {
      vpc: this.vpc,
      description: 'Workers: out to AWS, nothing in',
    });
    // What is there already leads to AWS in its own way.
    if (!this.isPublic && vpc === undefined) this.#reachServices();
  }

  #ownVpc(subnetType: SubnetType): IVpc {
    // CDK is not written for exactOptionalPropertyTypes: its classes need a word to pass as its
    // own interfaces.
    const vpc = new Vpc(this, 'Vpc', {
      natGateways: 0,
      subnetConfiguration: [{ name: 'workers', subnetType, cidrMask: 22 }],
      // Nothing is put into the default group; CDK's function that empties it is one part more.
      restrictDefaultSecurityGroup: false,
    }) as IVpc;
    vpc.addGatewayEndpoint('S3', { service: GatewayVpcEndpointAwsService.S3 });
    return vpc;
  }

  #existing({ id, subnets }: ExistingVpc): IVpc {
    const ids = subnets.map((subnet) => subnet.id);
    return Vpc.fromVpcAttributes(this, 'Vpc', {
      vpcId: id,
      availabilityZones: subnets.map(({ zone }) => zone),
      ...(this.isPublic ? { publicSubnetIds: ids } : { isolatedSubnetIds: ids }),
    });
  }

  #reachServices(): void {
    const endpoints = new SecurityGroup(this, 'Endpoints', {
      vpc: this.vpc,
      description: 'Endpoints of AWS: HTTPS from workers',
      allowAllOutbound: false,
    });
    endpoints.addIngressRule(this.securityGroup, Port.HTTPS);
    for (const [name, service] of Object.entries(SERVICES)) {
      this.vpc.addInterfaceEndpoint(name, { service, securityGroups: [endpoints], open: false });
    }
  }
}
