import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { DefinitionBody, StateMachine, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { readFileSync } from 'node:fs';
import {
  FUNCTION_BINDINGS,
  PROCESS_CALL_DEFINITION,
  type ProcessCallBindings,
} from '../../statemachines/bindings.ts';
import { arnsOf } from '../arns.ts';
import { policyOf } from '../grants.ts';
import { namesOf } from '../names.ts';
import { inProject } from '../project.ts';
import { stackOf } from '../sada-stack.ts';
import type { StorageStack } from '../storage-stack.ts';
import type { Handlers } from './handlers.ts';
import type { JobQueue } from './job-queue.ts';

export interface WorkflowProps {
  storage: StorageStack;
  queue: JobQueue;
  handlers: Handlers;
}

/** `statemachines/process-call.asl.json`, bound to this environment. */
export class Workflow extends Construct {
  readonly stateMachine: StateMachine;

  constructor(scope: Construct, id: string, { storage, queue, handlers }: WorkflowProps) {
    super(scope, id);
    const handlerArns = Object.entries(FUNCTION_BINDINGS).map(
      ([placeholder, name]) => [placeholder, handlers.named(name).functionArn] as const,
    );
    const bindings: ProcessCallBindings = {
      ...(Object.fromEntries(handlerArns) as Record<keyof typeof FUNCTION_BINDINGS, string>),
      JobQueueUrl: queue.jobs.queueUrl,
      EventBus: storage.bus.eventBusName,
    };
    const grants = policyOf('process-call', {
      ...arnsOf(storage),
      handlers: handlerArns.map(([, arn]) => arn),
      jobs: queue.jobs.queueArn,
    });
    this.stateMachine = new StateMachine(this, 'ProcessCall', {
      stateMachineName: namesOf(stackOf(this).config.name).stateMachine,
      stateMachineType: StateMachineType.STANDARD,
      // In the template as text, so that the validation at synth reads it.
      definitionBody: DefinitionBody.fromString(
        readFileSync(inProject(PROCESS_CALL_DEFINITION), 'utf8'),
      ),
      definitionSubstitutions: bindings,
      role: new Role(this, 'Role', {
        assumedBy: new ServicePrincipal('states.amazonaws.com'),
        inlinePolicies: { grants },
      }),
    });
  }
}
