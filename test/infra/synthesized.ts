import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { type Environment, loadEnvironment } from '../../environments/index.ts';
import { deploymentOf } from '../../infra/deployment.ts';
import { textOf } from '../support/project-files.ts';

export interface Resource {
  Type: string;
  Properties: Record<string, unknown>;
  DeletionPolicy?: string;
}

const { context } = JSON.parse(textOf('cdk.json')) as { context: Record<string, unknown> };

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** An app as the CLI makes it, but for the bundles of handlers, which take most of the time. */
export function anApp(validation = false): App {
  const outdir = mkdtempSync(join(tmpdir(), 'synth-'));
  folders.push(outdir);
  return new App({
    outdir,
    context: { ...context, 'aws:cdk:bundling-stacks': [], 'aws:cdk:disable-asset-staging': true },
    builtinCloudFormationValidation: validation,
  });
}

/** Before all holidays of the environments, in a night: 03:00 in Amman. */
const NOW = Date.parse('2026-12-01T00:00:00Z');

/** The templates of an environment. */
export function synthesized(environment: Environment, now = NOW) {
  const stacks = deploymentOf(anApp(), environment, now);
  return {
    storage: Template.fromStack(stacks.storage),
    models: Template.fromStack(stacks.models),
    pipeline: Template.fromStack(stacks.pipeline),
  };
}

export type Synthesized = ReturnType<typeof synthesized>;

const made = new Map<string, Synthesized>();

/** The templates of an environment that is there, made once a file. */
export function templatesOf(name: string): Synthesized {
  const templates = made.get(name) ?? synthesized(loadEnvironment(name));
  made.set(name, templates);
  return templates;
}

export function resourcesOf(template: Template, type?: string): [id: string, Resource][] {
  const resources = Object.entries(
    (template.toJSON() as { Resources: Record<string, Resource> }).Resources,
  );
  return resources.filter(([, resource]) => type === undefined || resource.Type === type);
}

/**
 * The properties of the one resource of a type, by the beginning of its logical id.
 * @throws RangeError when there is none, or more
 */
export function propertiesOf(template: Template, type: string, id = ''): Resource['Properties'] {
  const found = resourcesOf(template, type).filter(([logicalId]) => logicalId.startsWith(id));
  const [first] = found;
  if (first !== undefined && found.length === 1) return first[1].Properties;
  throw new RangeError(`expected one ${type} ${id}, got ${found.length}`);
}

/** A resource with these properties, whatever others it has, is in the template. */
export function expectResource(template: Template, type: string, properties: object): void {
  template.hasResourceProperties(type, properties);
}

/**
 * A value of a template as one text, with references in braces, so that tests can compare it:
 * `arn:{Partition}:states:...`, `{Data666C94C7.Arn}/recordings/*`.
 */
export function plain(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const [[intrinsic, argument] = ['', '']] = Object.entries(value);
  if (intrinsic === 'Ref') return `{${plain(argument).replace('AWS::', '')}}`;
  if (intrinsic === 'Fn::GetAtt') return `{${(argument as string[]).join('.')}}`;
  if (intrinsic === 'Fn::Join') return (argument as [string, unknown[]])[1].map(plain).join('');
  if (intrinsic === 'Fn::ImportValue') return importedName(plain(argument));
  if (intrinsic === 'Fn::Sub') return plain(argument).replaceAll('${AWS::', '{');
  return JSON.stringify(value);
}

/** `stack:ExportsOutputFnGetAttData666C94C7Arn0D7E21B7` is `{Data666C94C7.Arn}` of that stack. */
function importedName(exported: string): string {
  const match = /Output(?:FnGetAtt(\w+?[0-9A-F]{8})(\w+?)|Ref(\w+?[0-9A-F]{8}))[0-9A-F]{8}$/.exec(
    exported,
  );
  if (match === null) throw new TypeError(`expected an export of CDK's, got ${exported}`);
  const [, owner, attribute, name] = match;
  return owner === undefined ? `{${name}}` : `{${owner}.${attribute}}`;
}
