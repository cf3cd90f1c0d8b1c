import { Duration } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { Construct } from 'constructs';
import { executionEndedBadly } from '../../core/events.ts';
import { namesOf } from '../names.ts';
import { stackOf } from '../sada-stack.ts';
import { type DeadLetters, DELIVERY } from './dead-letters.ts';
import { eventPattern } from './event-pattern.ts';
import type { Handler } from './handler.ts';
import type { Workflow } from './workflow.ts';

export interface ExecutionSweepProps {
  workflow: Workflow;
  handler: Handler;
  unswept: DeadLetters;
}

/** What no Catch reaches, a time-out or an abort, is recorded and announced here. */
export class ExecutionSweep extends Rule {
  constructor(scope: Construct, id: string, { workflow, handler, unswept }: ExecutionSweepProps) {
    super(scope, id, {
      ruleName: namesOf(stackOf(scope).config.name).rule('execution-ended-badly'),
      eventPattern: eventPattern(executionEndedBadly(workflow.stateMachine.stateMachineArn)),
      targets: [new LambdaFunction(handler, { ...DELIVERY, deadLetterQueue: unswept })],
    });
    // Lambda has taken the event by then, so its own retries need a way out of their own.
    handler.configureAsyncInvoke({
      retryAttempts: 2,
      maxEventAge: Duration.hours(6),
      onFailure: { bind: () => ({ destination: unswept.queueArn }) },
    });
  }
}
