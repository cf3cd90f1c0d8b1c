import type { IKey } from 'aws-cdk-lib/aws-kms';
import { type CfnLogGroup, LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { stackOf } from '../sada-stack.ts';

/** A log group that the service would else make itself, kept for ever and without the key. */
export class KeptLogGroup extends LogGroup {
  constructor(scope: Construct, id: string, logGroupName: string, encryptionKey: IKey) {
    const { config, dataRemoval } = stackOf(scope);
    super(scope, id, {
      logGroupName,
      encryptionKey,
      removalPolicy: dataRemoval,
    });
    // The construct has a name for each period; the environment says it in days, as the service.
    (this.node.defaultChild as CfnLogGroup).retentionInDays = config.retention.logDays;
  }
}
