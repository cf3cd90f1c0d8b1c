import * as z from 'zod';
import type { Clock } from '../../../../core/clock.ts';
import type { ScaleInProtection } from '../ports.ts';

/** The agent is on the same host; a job does not wait for one that hangs. */
const LONGEST_WAIT_SECONDS = 5;

/** A refusal comes with status 200 and a `failure`. */
const Answer = z.object({ protection: z.object({ ProtectionEnabled: z.boolean() }) });

/** The agent of ECS did not do as it was told. */
export class ProtectionRefused extends Error {
  override readonly name = 'ProtectionRefused';
}

/**
 * The task protection endpoint of the ECS agent, which keeps scale-in and deployments from
 * stopping a task that belongs to a service.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-scale-in-protection-endpoint.html
 * @param agentUri what ECS gives its tasks as ECS_AGENT_URI; undefined outside of ECS: nothing is done
 */
export function ecsTaskProtection(agentUri: string | undefined, clock: Clock): ScaleInProtection {
  if (agentUri === undefined) return { protect: async () => {}, release: async () => {} };
  const state = `${agentUri}/task-protection/v1/state`;
  return {
    protect: (minutes) => put(state, { ProtectionEnabled: true, ExpiresInMinutes: minutes }, clock),
    release: () => put(state, { ProtectionEnabled: false }, clock),
  };
}

async function put(
  url: string,
  wanted: { ProtectionEnabled: boolean; ExpiresInMinutes?: number },
  clock: Clock,
): Promise<void> {
  const late = new AbortController();
  const cancel = clock.after(LONGEST_WAIT_SECONDS * 1000, () => late.abort());
  try {
    const answered = await fetch(url, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(wanted),
      signal: late.signal,
    });
    const answer = Answer.safeParse(await answered.json());
    if (answer.data?.protection.ProtectionEnabled === wanted.ProtectionEnabled) return;
    throw new ProtectionRefused(`the agent answered ${answered.status} without the protection`);
  } finally {
    cancel();
  }
}
