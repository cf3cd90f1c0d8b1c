import { DescribeExecutionCommand, SFNClient } from '@aws-sdk/client-sfn';

/** Executions of the state machine, as Step Functions knows them. */
export class Executions {
  readonly #client: SFNClient;

  constructor(client = new SFNClient({})) {
    this.#client = client;
  }

  /** False also for one whose history is no longer kept. */
  async isRunning(executionArn: string): Promise<boolean> {
    const execution = await this.#describe(executionArn);
    return execution?.status === 'RUNNING';
  }

  /** The error that an execution failed with, if it failed with one. */
  async errorOf(executionArn: string): Promise<string | null> {
    const execution = await this.#describe(executionArn);
    return execution?.error ?? null;
  }

  async #describe(executionArn: string) {
    try {
      return await this.#client.send(new DescribeExecutionCommand({ executionArn }));
    } catch (error) {
      if (error instanceof Error && error.name === 'ExecutionDoesNotExist') return null;
      throw error;
    }
  }
}
