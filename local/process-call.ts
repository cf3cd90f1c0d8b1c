import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../core/clock.ts';
import {
  FUNCTION_BINDINGS,
  PROCESS_CALL_DEFINITION,
  type ProcessCallBindings,
} from '../statemachines/bindings.ts';
import { ACCOUNT, EVENT_BUS, REGION, STATE_MACHINE } from './names.ts';
import type { Journal } from './journal/journal.ts';
import { PROJECT_ROOT } from './project.ts';
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
  reach: Reach;
  jobQueueUrl: string;
  clock: Clock;
  journal: Journal<Checkpoint>;
}

/** Loads the definition with the local system's bindings: functions by their plain names. */
export async function loadProcessCall({
  reach,
  jobQueueUrl,
  clock,
  journal,
}: ProcessCallSurroundings): Promise<ProcessCall> {
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
  const definition = await readFile(join(PROJECT_ROOT, PROCESS_CALL_DEFINITION), 'utf8');
  const stateMachineArn = engine.createStateMachine({
    name: STATE_MACHINE,
    definition,
    substitutions,
  });
  return { engine, stateMachineArn };
}
