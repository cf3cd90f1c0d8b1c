import { Aws } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import { stackOf } from '../sada-stack.ts';

/** Where alarms go: by e-mail to whom the environment names, who must confirm it once. */
export class AlarmTopic extends Topic {
  constructor(scope: Construct, id: string, masterKey: IKey) {
    super(scope, id, { masterKey, enforceSSL: true });
    const { alarmEmail } = stackOf(this).config;
    if (alarmEmail !== undefined) this.addSubscription(new EmailSubscription(alarmEmail));
    // A topic with a policy of its own has lost the one that lets the account's alarms in.
    this.addToResourcePolicy(
      new PolicyStatement({
        sid: 'AlarmsOfTheAccount',
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    );
  }
}
