import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SETTINGS_FILE } from '../../core/contract.ts';
import { childEnvironment } from '../../local/child-environment.ts';
import { handlerEnvironment } from '../../local/handler-environment.ts';
import { bundleHandlers } from '../../local/lambda/bundle.ts';
import { holdFirstAnswer } from '../support/holding-proxy.ts';
import { tone, wavOf } from '../support/wav.ts';
import {
  deliverAgain,
  executionEnd,
  executionsOf,
  startWholeSystem,
  statesOf,
  type WholeSystem,
} from '../support/whole-system.ts';

const three = wavOf(tone(3));

let whole: WholeSystem;
beforeAll(async () => {
  whole = await startWholeSystem();
}, 30_000);
afterAll(() => whole.stop());

describe('one event delivered more than once', () => {
  it('ten times at once gives one record and one event', async () => {
    const call = await whole.upload('recordings/ten-times.wav', three);
    const again = Array.from({ length: 9 }, () => deliverAgain(whole, call));
    await whole.system.calls.ended(call);
    await Promise.all(again.map((arn) => executionEnd(whole, arn)));
    const endings = executionsOf(whole, call).map(({ arn }) => statesOf(whole, arn).at(-1));
    expect(endings.filter((state) => state === 'Announce rejection')).toHaveLength(1);
    expect(endings.filter((state) => state === 'Nothing to do')).toHaveLength(9);
    expect(whole.announcedFor(call)).toHaveLength(1);
  });
});

describe('an admit handler that is killed after its claim', () => {
  it('is run again for the same execution, and the call is neither lost nor doubled', async () => {
    const { system } = whole;
    const database = await holdFirstAnswer(system.endpoints.dynamodb, (headers) =>
      String(headers['x-amz-target']).endsWith('.PutItem'),
    );
    const endpoints = { ...system.endpoints, dynamodb: database.endpoint };
    const env = childEnvironment(
      endpoints,
      handlerEnvironment(7200, join(whole.folder, SETTINGS_FILE)),
    );
    await system.functions.stop();
    system.functions.deploy(await bundleHandlers(), env, whole.folder);

    const call = await whole.upload('recordings/killed.wav', three);
    await database.held;
    expect(await whole.record(call.callId)).toMatchObject({ status: 'RECEIVED' });
    for (const pid of system.functions.pool('admit-recording').pids) process.kill(pid, 'SIGKILL');
    await system.calls.ended(call);

    const [execution, ...others] = executionsOf(whole, call);
    expect(others).toEqual([]);
    expect(statesOf(whole, execution?.arn ?? '').at(-1)).toBe('Announce rejection');
    expect(await whole.record(call.callId)).toMatchObject({ code: 'NO_SPEECH' });
    expect(whole.announcedFor(call)).toHaveLength(1);
    await database.close();
  });
});
