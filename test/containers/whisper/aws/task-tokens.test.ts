import { SFNClient } from '@aws-sdk/client-sfn';
import { afterEach, describe, expect, it } from 'vitest';
import { MESSAGES } from '../../../../core/contract.ts';
import { stepFunctionsTokens } from '../../../../containers/whisper/src/aws/task-tokens.ts';
import type { Listener } from '../../../../local/services/http.ts';
import { aService, loopbackClient, type Answer } from './loopback.ts';

const opened: Listener[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((listener) => listener.close()));
});

async function someTokens(answer: Answer) {
  const service = await aService(() => ({ body: '{}', ...answer }));
  opened.push(service);
  const tokens = stepFunctionsTokens(new SFNClient(loopbackClient(service.endpoint)));
  const asked = () =>
    service.seen.map(({ headers, body }) => [
      headers['x-amz-target'],
      JSON.parse(body) as Record<string, unknown>,
    ]);
  return { tokens, asked };
}

const refusal = (type: string): Answer => ({
  status: 400,
  body: JSON.stringify({ __type: type, message: 'no' }),
});

describe('task tokens of Step Functions', () => {
  it('are answered with a reference, or with the code of what failed and its message', async () => {
    const { tokens, asked } = await someTokens({});
    const result = { rejected: { code: 'EMPTY' as const } };
    expect(await tokens.heartbeat('token-1')).toBe(true);
    expect(await tokens.succeed('token-1', result)).toBe(true);
    expect(await tokens.fail('token-1', 'ENGINE_FAILED')).toBe(true);
    const taskToken = 'token-1';
    expect(asked()).toEqual([
      ['AWSStepFunctions.SendTaskHeartbeat', { taskToken }],
      ['AWSStepFunctions.SendTaskSuccess', { taskToken, output: JSON.stringify(result) }],
      [
        'AWSStepFunctions.SendTaskFailure',
        { taskToken, error: 'ENGINE_FAILED', cause: MESSAGES.ENGINE_FAILED },
      ],
    ]);
  });

  it.each(['TaskTimedOut', 'TaskDoesNotExist', 'InvalidToken'])(
    'are dead when the service answers %s',
    async (type) => {
      const { tokens } = await someTokens(refusal(type));
      expect(await tokens.heartbeat('token-1')).toBe(false);
      expect(await tokens.succeed('token-1', { rejected: { code: 'EMPTY' } })).toBe(false);
      expect(await tokens.fail('token-1', 'ENGINE_FAILED')).toBe(false);
    },
  );

  it('are in no way dead when the service is in trouble', async () => {
    const { tokens } = await someTokens(refusal('ThrottlingException'));
    await expect(tokens.heartbeat('token-1')).rejects.toMatchObject({
      name: 'ThrottlingException',
    });
  });
});
