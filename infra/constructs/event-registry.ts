import { CfnRegistry, CfnSchema } from 'aws-cdk-lib/aws-eventschemas';
import type { Construct } from 'constructs';
import { EVENT_SOURCE } from '../../core/contract.ts';
import { EVENT_TYPES, jsonSchemaOf, plainNameOf } from '../event-schemas.ts';
import { namesOf } from '../names.ts';
import { stackOf } from '../sada-stack.ts';

/** The published events, where consumers find them and make types from them. */
export class EventRegistry extends CfnRegistry {
  readonly schemas: readonly CfnSchema[];

  constructor(scope: Construct, id: string) {
    super(scope, id, {
      registryName: namesOf(stackOf(scope).config.name).schemaRegistry,
      description: 'What happens to calls',
    });
    this.schemas = EVENT_TYPES.map(
      (type) =>
        new CfnSchema(this, plainNameOf(type), {
          registryName: this.attrRegistryName,
          // The name that EventBridge's own discovery would give it.
          schemaName: `${EVENT_SOURCE}@${plainNameOf(type)}`,
          type: 'JSONSchemaDraft4',
          content: JSON.stringify(jsonSchemaOf(type)),
        }),
    );
  }
}
