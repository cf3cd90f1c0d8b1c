import { ArnFormat, Stack } from 'aws-cdk-lib';
import { DockerImageAsset } from 'aws-cdk-lib/aws-ecr-assets';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  CfnEndpoint,
  CfnEndpointConfig,
  CfnInferenceComponent,
  CfnModel,
} from 'aws-cdk-lib/aws-sagemaker';
import { Construct } from 'constructs';
import { createHash } from 'node:crypto';
import { ENV } from '../../core/contract.ts';
import type { LanguageModel as Settings } from '../../environments/schema.ts';
import { arnsOf } from '../arns.ts';
import { policyOf } from '../grants.ts';
import { logGroupsOf, namesOf } from '../names.ts';
import { stackOf } from '../sada-stack.ts';
import type { StorageStack } from '../storage-stack.ts';
import { imageOf } from './image.ts';
import { KeptLogGroup } from './log-group.ts';
import { ModelCopies } from './model-copies.ts';

const VARIANT = 'AllTraffic';

/** CUDA 12.4: a g4dn without a choice would get a driver for CUDA 11.4. */
const INFERENCE_AMI = 'al2-ami-sagemaker-inference-gpu-3-1';

/** A container that crashes counts as starting until this has passed. */
const STARTUP_SECONDS = 900;

/**
 * A reservation out of a pool far below the instance's memory: 1024 is taken where 4096 is refused.
 * No maximum, so that the container may use the rest.
 */
const RESERVED = {
  minMemoryRequiredInMb: 1024,
  numberOfAcceleratorDevicesRequired: 1,
  numberOfCpuCoresRequired: 2,
};

export interface LanguageModelProps {
  storage: StorageStack;
  model: Settings;
  /** When this is synthesized, in milliseconds since the epoch. */
  now: number;
}

/** The language model behind an endpoint, in copies that can go down to none. */
export class LanguageModel extends Construct {
  readonly endpointName: string;
  readonly componentName: string;
  readonly copies: ModelCopies;
  readonly #storage: StorageStack;
  readonly #model: Settings;
  readonly #image: DockerImageAsset;

  constructor(scope: Construct, id: string, { storage, model, now }: LanguageModelProps) {
    super(scope, id);
    this.#storage = storage;
    this.#model = model;
    this.#image = new DockerImageAsset(this, 'Image', imageOf('jais', 'server'));
    this.endpointName = namesOf(stackOf(this).config.name).endpoint;
    this.componentName = `${this.endpointName}-${this.#contentHash()}`;
    const { componentName } = this;
    const role = this.#role(componentName);
    const modelName = this.#modelWith(role).attrModelName;
    const endpoint = this.#endpoint(this.endpointName, role);
    const component = new CfnInferenceComponent(this, 'Copies', {
      inferenceComponentName: componentName,
      endpointName: endpoint.attrEndpointName,
      variantName: VARIANT,
      specification: {
        modelName,
        computeResourceRequirements: RESERVED,
        startupParameters: {
          containerStartupHealthCheckTimeoutInSeconds: STARTUP_SECONDS,
          modelDataDownloadTimeoutInSeconds: STARTUP_SECONDS,
        },
      },
      // A component begins with a copy at least; the scaling takes it to none.
      runtimeConfig: { copyCount: Math.max(1, model.copies.min) },
    });
    this.copies = new ModelCopies(this, 'Scaling', { component, componentName, model, now });
  }

  /**
   * What a caller must be granted. By names that are known beforehand: CloudFormation refuses to
   * change a value that another stack imports, and a new component has a new name.
   */
  get arns(): string[] {
    const of = (resource: string, resourceName: string): string =>
      Stack.of(this).formatArn({ service: 'sagemaker', resource, resourceName });
    return [of('endpoint', this.endpointName), of('inference-component', this.componentName)];
  }

  /** What the container is told. */
  get #variables(): Record<string, string> {
    return { [ENV.gpu]: 'required', [ENV.modelSequences]: String(this.#model.sequences) };
  }

  /**
   * Part of the component's name: a new model, image or setting is a new component, which
   * CloudFormation makes before it takes the old one away.
   */
  #contentHash(): string {
    const content = [this.#model.name, this.#image.assetHash, this.#variables];
    return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 8);
  }

  #role(componentName: string): Role {
    const { dataKey } = this.#storage;
    const { endpoint, inferenceComponent } = logGroupsOf(stackOf(this).config.name);
    const logGroups = [
      new KeptLogGroup(this, 'EndpointLog', endpoint, dataKey),
      new KeptLogGroup(this, 'CopiesLog', inferenceComponent(componentName), dataKey),
    ].map(({ logGroupName }) =>
      Stack.of(this).formatArn({
        service: 'logs',
        resource: 'log-group',
        resourceName: logGroupName,
        arnFormat: ArnFormat.COLON_RESOURCE_NAME,
      }),
    );
    const grants = policyOf('jais', {
      ...arnsOf(this.#storage),
      model: this.#storage.dataBucket.arnForObjects(`${this.#folder}*`),
      image: this.#image.repository.repositoryArn,
      logGroups,
      logStreams: logGroups.map((arn) => `${arn}:log-stream:*`),
      everything: '*',
    });
    return new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('sagemaker.amazonaws.com'),
      inlinePolicies: { grants },
    });
  }

  get #folder(): string {
    return `models/${this.#model.name}/`;
  }

  /** Files as they are: an archive would have to be unpacked on every start. */
  #modelWith(role: Role): CfnModel {
    return new CfnModel(this, 'Model', {
      executionRoleArn: role.roleArn,
      primaryContainer: {
        image: this.#image.imageUri,
        environment: this.#variables,
        modelDataSource: {
          s3DataSource: {
            s3Uri: this.#storage.dataBucket.s3UrlForObject(this.#folder),
            s3DataType: 'S3Prefix',
            compressionType: 'None',
          },
        },
      },
    });
  }

  #endpoint(endpointName: string, role: Role): CfnEndpoint {
    const { instanceType, copies } = this.#model;
    const config = new CfnEndpointConfig(this, 'EndpointConfig', {
      executionRoleArn: role.roleArn,
      enableNetworkIsolation: true,
      productionVariants: [
        {
          variantName: VARIANT,
          instanceType,
          initialInstanceCount: 1,
          inferenceAmiVersion: INFERENCE_AMI,
          routingConfig: { routingStrategy: 'LEAST_OUTSTANDING_REQUESTS' },
          managedInstanceScaling: {
            status: 'ENABLED',
            // An instance without a copy costs as much as one with: its own minimum is the lowest.
            minInstanceCount: copies.minOffHours ?? 0,
            // Room for one more: a new component starts beside the old one.
            maxInstanceCount: copies.max + 1,
          },
        },
      ],
    });
    return new CfnEndpoint(this, 'Endpoint', {
      endpointName,
      endpointConfigName: config.attrEndpointConfigName,
    });
  }
}
