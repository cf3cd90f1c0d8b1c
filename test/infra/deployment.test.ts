import aslValidator from 'asl-validator';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ENVIRONMENT_NAMES, loadEnvironment } from '../../environments/index.ts';
import { deploymentOf } from '../../infra/deployment.ts';
import { anApp, propertiesOf, resourcesOf, templatesOf } from './synthesized.ts';

const TEMPLATE_LIMIT_BYTES = 300_000;
const everyEnvironment = ENVIRONMENT_NAMES.map((name) => [name]);

/** What the validation at synth found, of any severity; notices of our own are none. */
function findingsOf(outdir: string): unknown[] {
  const report = JSON.parse(readFileSync(join(outdir, 'validation-report.json'), 'utf8')) as {
    pluginReports: { violations?: { ruleName: string }[] }[];
  };
  return report.pluginReports
    .flatMap(({ violations = [] }) => violations)
    .filter(({ ruleName }) => ruleName !== 'Annotation::info-annotation');
}

describe('a deployment', () => {
  it.each(everyEnvironment)('of %s has stacks that know only those before them', (name) => {
    const app = anApp();
    const stacks = deploymentOf(app, loadEnvironment(name));
    app.synth();
    const knows = Object.values(stacks).map(({ dependencies }) =>
      dependencies.map(({ stackName }) => stackName.replace(`sada-${name}-`, '')).sort(),
    );
    expect(knows).toEqual([[], ['storage'], ['models', 'storage']]);
  });

  // The validator's engine takes seconds to start, so one start does for all.
  it('passes the validation of CloudFormation in every environment', { timeout: 90_000 }, () => {
    const app = anApp(true);
    for (const name of ENVIRONMENT_NAMES) deploymentOf(app, loadEnvironment(name));
    const { directory } = app.synth();
    expect(findingsOf(directory)).toEqual([]);
  });

  it('is validated at all: a wrong property is found', { timeout: 90_000 }, () => {
    const app = anApp(true);
    const { pipeline } = deploymentOf(app, loadEnvironment('dev'));
    pipeline.eventRegistry.addPropertyOverride('RegistryNam', 'misspelt');
    expect(() => app.synth()).toThrow('RegistryNam');
  });

  it.each(everyEnvironment)('of %s has templates well under the limit', (name) => {
    for (const [stack, template] of Object.entries(templatesOf(name))) {
      expect(JSON.stringify(template.toJSON(), null, 1).length, stack).toBeLessThan(
        TEMPLATE_LIMIT_BYTES,
      );
    }
  });

  it('to a known account asks that account nothing', () => {
    const app = anApp();
    const known = { ...loadEnvironment('staging'), account: '111122223333', region: 'us-east-1' };
    deploymentOf(app, known);
    const assembly = app.synth();
    expect(assembly.manifest.missing).toBeUndefined();
    expect(assembly.stacks.map(({ environment }) => environment.name)).toEqual(
      Array.from({ length: 3 }, () => 'aws://111122223333/us-east-1'),
    );
  });

  it.each([
    ['dev', false],
    ['staging', true],
    ['prod', true],
  ])('of %s protects its data from a slip: %s', (name, isProtected) => {
    const { storage, models, pipeline } = deploymentOf(anApp(), loadEnvironment(name));
    expect(storage.terminationProtection).toBe(isProtected);
    expect([models.terminationProtection, pipeline.terminationProtection]).toEqual([false, false]);
    const policies = resourcesOf(templatesOf(name).storage)
      .filter(([, { Type }]) => /^AWS::(S3::Bucket|KMS::Key|DynamoDB::\w+)$/.test(Type))
      .map(([, { DeletionPolicy }]) => DeletionPolicy);
    expect(policies).toEqual(Array.from({ length: 5 }, () => (isProtected ? 'Retain' : 'Delete')));
  });

  it('carries the definition whole, and the validator has nothing to say', () => {
    const { DefinitionString } = propertiesOf(
      templatesOf('dev').pipeline,
      'AWS::StepFunctions::StateMachine',
    ) as { DefinitionString: string };
    expect(aslValidator(JSON.parse(DefinitionString))).toMatchObject({ isValid: true, errors: [] });
  });

  it('leaves nothing behind that CDK would run for it', () => {
    for (const template of Object.values(templatesOf('prod'))) {
      const custom = resourcesOf(template).filter(([, { Type }]) =>
        /^(Custom::|AWS::CloudFormation::CustomResource)/.test(Type),
      );
      expect(custom).toEqual([]);
    }
  });
});
