import { afterEach, describe, expect, it } from 'vitest';
import { ecsTaskProtection } from '../../../../containers/whisper/src/aws/task-protection.ts';
import { listen, type Listener } from '../../../../local/services/http.ts';
import { JumpingClock } from '../../../support/jumping-clock.ts';
import { until } from '../../../support/until.ts';
import { aService, type Answer } from './loopback.ts';

const opened: Listener[] = [];
const clock = new JumpingClock();

afterEach(() => Promise.all(opened.splice(0).map((listener) => listener.close())));

async function anAgent(answer: Answer) {
  const agent = await aService(() => answer);
  opened.push(agent);
  return { protection: ecsTaskProtection(`${agent.endpoint}/api/1`, clock), seen: agent.seen };
}

const protectedIs = (ProtectionEnabled: boolean): Answer => ({
  body: JSON.stringify({ protection: { ProtectionEnabled, TaskArn: 'arn:aws:ecs:task/1' } }),
});

describe('task protection of ECS', () => {
  it('is asked of the agent for a number of minutes', async () => {
    const { protection, seen } = await anAgent(protectedIs(true));
    await protection.protect(15);
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({
      method: 'PUT',
      url: '/api/1/task-protection/v1/state',
      headers: { 'content-type': 'application/json' },
    });
    expect(JSON.parse(seen[0]?.body ?? '')).toEqual({
      ProtectionEnabled: true,
      ExpiresInMinutes: 15,
    });
    expect(clock.waiting).toBe(0);
  });

  it('is taken off again', async () => {
    const { protection, seen } = await anAgent(protectedIs(false));
    await protection.release();
    expect(JSON.parse(seen[0]?.body ?? '')).toEqual({ ProtectionEnabled: false });
  });

  it.each([
    ['a failure with status 200', { body: '{"failure":{"Arn":"a","Reason":"TASK_NOT_VALID"}}' }],
    ['an error', { status: 400, body: '{"error":{"Code":"AccessDeniedException"}}' }],
    ['the opposite', protectedIs(false)],
  ])('is refused with %s', async (_, answer: Answer) => {
    const { protection } = await anAgent(answer);
    await expect(protection.protect(15)).rejects.toMatchObject({ name: 'ProtectionRefused' });
  });

  it('is given up when the agent does not answer for 5 s', async () => {
    let asked = false;
    const agent = await listen(async () => void (asked = true));
    opened.push(agent);
    const ended = Promise.allSettled([ecsTaskProtection(agent.endpoint, clock).protect(15)]);
    await until('the agent is asked', () => asked);
    await clock.jump(5000);
    expect(await ended).toMatchObject([{ status: 'rejected', reason: { name: 'AbortError' } }]);
  });

  it('is nothing outside of ECS', async () => {
    const protection = ecsTaskProtection(undefined, clock);
    await expect(protection.protect(15)).resolves.toBeUndefined();
    await expect(protection.release()).resolves.toBeUndefined();
  });
});
