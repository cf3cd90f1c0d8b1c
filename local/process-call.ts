import type { Clock } from '../core/clock.ts';
import { FUNCTION_BINDINGS, type ProcessCallBindings } from '../statemachines/bindings.ts';
import { ACCOUNT, EVENT_BUS, REGION, STATE_MACHINE } from './names.ts';
import type { Journal } from './journal/journal.ts';
import type { Checkpoint } from './workflow/checkpoint.ts';
import { createWorkflowEngine, type WorkflowEngine } from './workflow/engine.ts';
import { integrationsByResource, type Reach } from './workflow/integrations/by-resource.ts';

/** The state machine of the product, loaded into an engine of its own. */
export interface ProcessCall {
  engine: WorkflowEngine;
  stateMachineArn: string;
}

/** What the state machine runs by and with. */
export interface ProcessCallSurroundings {
  /** ASL, its placeholders still in it. */
  definition: string;
  reach: Reach;
  jobQueueUrl: string;
  clock: Clock;
  journal: Journal<Checkpoint>;
}

/** Loads the definition with the local system's bindings: functions by their plain names. */
export function loadProcessCall({
  definition,
  reach,
  jobQueueUrl,
  clock,
  journal,
}: ProcessCallSurroundings): ProcessCall {
  const engine = createWorkflowEngine({
    clock,
    journal,
    random: Math.random,
    integrations: integrationsByResource(reach),
    region: REGION,
    account: ACCOUNT,
  });
  const substitutions: ProcessCallBindings = {
    ...FUNCTION_BINDINGS,
    JobQueueUrl: jobQueueUrl,
    EventBus: EVENT_BUS,
  };
  const stateMachineArn = engine.createStateMachine({
    name: STATE_MACHINE,
    definition,
    substitutions,
  });
  return { engine, stateMachineArn };
}
