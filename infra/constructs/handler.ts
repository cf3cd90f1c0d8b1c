import { Duration, FileSystem } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Architecture, Runtime } from 'aws-cdk-lib/aws-lambda';
import {
  LogLevel,
  NodejsFunction,
  OutputFormat,
  type ICommandHooks,
} from 'aws-cdk-lib/aws-lambda-nodejs';
import type { Construct } from 'constructs';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HANDLER_BUNDLING } from '../../core/bundling.ts';
import { SETTINGS_FILE } from '../../core/contract.ts';
import { timeoutSecondsOf } from '../../core/function-timeouts.ts';
import type { Settings } from '../../core/settings/index.ts';
import type { FunctionName } from '../../statemachines/bindings.ts';
import { logGroupsOf, namesOf } from '../names.ts';
import { inProject, PROJECT_ROOT } from '../project.ts';
import { stackOf } from '../sada-stack.ts';
import { KeptLogGroup } from './log-group.ts';

const MEMORY_MIB = 512;

const { banner, charset, mainFields, minify, target, alias, legalComments } = HANDLER_BUNDLING;

/** esbuild's options as CDK spells them: the bundle is the local one, byte for byte. */
const BUNDLING = {
  format: OutputFormat.ESM,
  banner: banner.js,
  mainFields: [...mainFields],
  minify,
  target,
  logLevel: LogLevel.ERROR,
  // The SDK goes in: Lambda's own is another version.
  externalModules: [],
  esbuildArgs: {
    // CDK has a property for this, and drops it.
    '--charset': charset,
    '--legal-comments': legalComments,
    ...Object.fromEntries(Object.entries(alias).map(([from, to]) => [`--alias:${from}`, to])),
  },
};

export interface HandlerProps {
  name: FunctionName;
  variables: Readonly<Record<string, string>>;
  grants: PolicyDocument;
  logKey: IKey;
  /** Laid beside the bundle as settings.json; left out: the handler reads none. */
  settings?: Settings;
}

/** A file of `lambdas/` as a function, with a role and a log of its own. */
export class Handler extends NodejsFunction {
  constructor(
    scope: Construct,
    id: string,
    { name, variables, grants, logKey, settings }: HandlerProps,
  ) {
    const environment = stackOf(scope).config.name;
    const logGroupName = logGroupsOf(environment).handler(name);
    const logGroup = new KeptLogGroup(scope, `${id}Log`, logGroupName, logKey);
    const role = new Role(scope, `${id}Role`, {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      inlinePolicies: { grants, log: writesTo(logGroup.logGroupArn) },
    });
    super(scope, id, {
      functionName: namesOf(environment).function(name),
      entry: inProject('lambdas', `${name}.ts`),
      projectRoot: PROJECT_ROOT,
      depsLockFilePath: inProject('package-lock.json'),
      bundling: settings === undefined ? BUNDLING : { ...BUNDLING, commandHooks: laying(settings) },
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: MEMORY_MIB,
      timeout: Duration.seconds(timeoutSecondsOf(name)),
      environment: variables,
      awsSdkConnectionReuse: false,
      logGroup,
      role,
    });
  }
}

/** Its change is a change of the function's asset, and so a deployment of the function. */
function laying(settings: Settings): ICommandHooks {
  const file = join(FileSystem.mkdtemp('sada-settings-'), SETTINGS_FILE);
  writeFileSync(file, JSON.stringify(settings));
  return {
    beforeBundling: () => [],
    beforeInstall: () => [],
    afterBundling: (_, outputDirectory) => [`cp "${file}" "${outputDirectory}"`],
  };
}

/** Entries alone: the group is there. */
const writesTo = (logGroupArn: string): PolicyDocument =>
  new PolicyDocument({
    statements: [
      new PolicyStatement({
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [logGroupArn],
      }),
    ],
  });
