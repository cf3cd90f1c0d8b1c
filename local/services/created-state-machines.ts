import * as z from 'zod';
import type { Clock } from '../../core/clock.ts';
import type { Journal } from '../journal/journal.ts';
import type { WorkflowEngine } from '../workflow/engine.ts';
import { ApiError, DefinitionError } from '../workflow/errors.ts';

/** A state machine that a client made. */
export const CreatedStateMachine = z.object({
  name: z.string(),
  definition: z.string(),
  roleArn: z.string(),
  arn: z.string(),
  /** Milliseconds since the epoch. */
  createdAt: z.number(),
});
export type CreatedStateMachine = z.infer<typeof CreatedStateMachine>;

/** State machines that clients make beside the product's own; a journal keeps them. */
export class CreatedStateMachines {
  readonly #engine: WorkflowEngine;
  readonly #clock: Clock;
  readonly #journal: Journal<CreatedStateMachine>;

  constructor(
    engine: WorkflowEngine,
    clock: Clock,
    journal: Journal<CreatedStateMachine> = new Map<string, CreatedStateMachine>(),
  ) {
    this.#engine = engine;
    this.#clock = clock;
    this.#journal = journal;
    for (const machine of journal.values()) engine.createStateMachine(machine);
  }

  /**
   * Makes a state machine; the very same again is the one that is there.
   * @throws ApiError InvalidDefinition, InvalidName or StateMachineAlreadyExists
   */
  create(name: string, definition: string, roleArn: string): CreatedStateMachine {
    const there = this.#journal.get(name);
    if (there?.definition === definition && there.roleArn === roleArn) return there;
    const machine = {
      name,
      definition,
      roleArn,
      arn: this.#createInEngine(name, definition),
      createdAt: this.#clock.now(),
    };
    this.#journal.set(name, machine);
    return machine;
  }

  #createInEngine(name: string, definition: string): string {
    try {
      return this.#engine.createStateMachine({ name, definition });
    } catch (error) {
      if (!(error instanceof DefinitionError)) throw error;
      throw new ApiError('InvalidDefinition', `Invalid State Machine Definition: ${error.message}`);
    }
  }
}
