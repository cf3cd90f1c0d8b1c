import { Aws, CfnOutput, Fn, RemovalPolicy, Stack, Tags } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Environment } from '../environments/index.ts';

/** Enough for a worker to find Spot capacity, and what every region has. */
const ZONES = 2;

/** Carried by all that an environment pays for. */
export const ENVIRONMENT_TAG = 'sada:environment';

/** A stack of one environment. */
export class SadaStack extends Stack {
  readonly config: Environment;

  constructor(scope: Construct, part: string, environment: Environment) {
    const { name, account, region, retention } = environment;
    super(scope, `sada-${name}-${part}`, {
      env: { region, ...(account !== undefined && { account }) },
      terminationProtection: part === 'storage' && retention.data === 'retain',
    });
    this.config = environment;
    Tags.of(this).add(ENVIRONMENT_TAG, name);
  }

  /**
   * Zones as CloudFormation finds them: for a known account, CDK would ask that account at synth.
   */
  override get availabilityZones(): string[] {
    return Array.from({ length: ZONES }, (_, at) => Fn.select(at, Fn.getAzs(Aws.REGION)));
  }

  /** Shows a value to whoever deploys. */
  protected output(name: string, value: string): CfnOutput {
    return new CfnOutput(this, name, { value });
  }

  /** What becomes of data and logs when their stack goes. */
  get dataRemoval(): RemovalPolicy {
    const keeps = this.config.retention.data === 'retain';
    return keeps ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
  }
}

/** The stack that a construct is part of. */
export const stackOf = (construct: Construct): SadaStack => Stack.of(construct) as SadaStack;
