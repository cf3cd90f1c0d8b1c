import { describe, expect, it } from 'vitest';
import { publishedFiles } from '../../docs/events/published.ts';
import { EVENT_TYPE } from '../../core/contract.ts';
import { CallEventDetail } from '../../core/events.ts';
import { EVENT_TYPES, eventOfType, fileNameOf, jsonSchemaOf } from '../../infra/event-schemas.ts';
import { projectFiles, textOf } from '../support/project-files.ts';
import { resourcesOf, templatesOf } from './synthesized.ts';

interface Schema {
  type?: string;
  enum?: unknown[];
  properties?: Record<string, Schema>;
  required?: string[];
}

/** Every field of a JSON Schema as a dotted path, required ones with an exclamation mark. */
function fieldsOf({ properties = {}, required = [] }: Schema, path = ''): string[] {
  return Object.entries(properties).flatMap(([name, inner]) => [
    `${path}${name}${required.includes(name) ? '!' : ''}`,
    ...fieldsOf(inner, `${path}${name}.`),
  ]);
}

describe('the published events', () => {
  it('are as the contract has them: npm run events', () => {
    for (const [name, text] of Object.entries(publishedFiles())) {
      expect(textOf(`docs/events/${name}`), name).toBe(text);
    }
  });

  it('are all of the contract, and no other file claims to be one', () => {
    expect([...EVENT_TYPES].sort()).toEqual(Object.values(EVENT_TYPE).sort());
    expect(projectFiles('docs/events/*.json')).toEqual(
      Object.keys(publishedFiles())
        .map((name) => `docs/events/${name}`)
        .sort(),
    );
  });

  it.each(EVENT_TYPES.map((type) => [type]))('%s has an example that its schema takes', (type) => {
    const example = JSON.parse(textOf(`docs/events/${fileNameOf(type)}.example.json`)) as object;
    expect(eventOfType(type).parse(example)).toEqual(example);
  });

  it.each(EVENT_TYPES.map((type) => [type]))('%s is refused as another event', (type) => {
    const example = JSON.parse(textOf(`docs/events/${fileNameOf(type)}.example.json`)) as object;
    const others = EVENT_TYPES.filter((other) => other !== type);
    for (const other of others) expect(eventOfType(other).safeParse(example).success).toBe(false);
  });

  it('carry the whole envelope and every field of the detail', () => {
    const fields = fieldsOf(jsonSchemaOf(EVENT_TYPE.failed));
    expect(fields).toEqual(
      expect.arrayContaining(['detail-type!', 'source!', 'account!', 'time!', 'detail.code!']),
    );
    for (const name of Object.keys(CallEventDetail.shape)) {
      expect(fields.map((field) => field.replace('!', ''))).toContain(`detail.${name}`);
    }
  });

  it('let fields be added: no schema forbids what it does not name', () => {
    for (const type of EVENT_TYPES) {
      expect(JSON.stringify(jsonSchemaOf(type))).not.toContain('additionalProperties');
    }
  });

  it('are registered with EventBridge as they are published', () => {
    const registered = resourcesOf(templatesOf('dev').pipeline, 'AWS::EventSchemas::Schema');
    const contents = registered.map(([, { Properties }]) => [
      Properties['SchemaName'],
      Properties['Type'],
      JSON.parse(Properties['Content'] as string) as object,
    ]);
    expect(contents).toEqual(
      EVENT_TYPES.map((type) => [
        `sada.calls@${type.replace(' ', '')}`,
        'JSONSchemaDraft4',
        JSON.parse(textOf(`docs/events/${fileNameOf(type)}.schema.json`)),
      ]),
    );
  });
});
