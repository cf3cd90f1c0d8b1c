import { Rule } from 'aws-cdk-lib/aws-events';
import { SfnStateMachine } from 'aws-cdk-lib/aws-events-targets';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { recordingArrived } from '../../core/events.ts';
import { arnsOf } from '../arns.ts';
import { policyOf } from '../grants.ts';
import { namesOf } from '../names.ts';
import { stackOf } from '../sada-stack.ts';
import type { StorageStack } from '../storage-stack.ts';
import { DeadLetters, DELIVERY } from './dead-letters.ts';
import { eventPattern } from './event-pattern.ts';
import type { Workflow } from './workflow.ts';

export interface RecordingIntakeProps {
  storage: StorageStack;
  workflow: Workflow;
}

/** A recording that arrives starts an execution, or waits for someone who looks into it. */
export class RecordingIntake extends Rule {
  readonly notStarted: DeadLetters;

  constructor(scope: Construct, id: string, { storage, workflow }: RecordingIntakeProps) {
    super(scope, id, {
      ruleName: namesOf(stackOf(scope).config.name).rule('recording-arrived'),
      eventPattern: eventPattern(recordingArrived(storage.dataBucket.bucketName)),
    });
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('events.amazonaws.com'),
      inlinePolicies: { grants: policyOf('recording-intake', arnsOf(storage)) },
    });
    this.notStarted = new DeadLetters(this, 'NotStarted', storage.dataKey);
    this.addTarget(
      new SfnStateMachine(workflow.stateMachine, {
        ...DELIVERY,
        role: role.withoutPolicyUpdates(),
        deadLetterQueue: this.notStarted,
      }),
    );
  }
}
