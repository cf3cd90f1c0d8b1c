import { describe, expect, it } from 'vitest';
import type { EventEntry } from '../../../../local/workflow/integrations/put-events.ts';
import { sendMessage } from '../../../../local/workflow/integrations/send-message.ts';
import {
  definition,
  failing,
  lambdaTask,
  outputOf,
  PUT_EVENTS,
  run,
  start,
  tokenTask,
  workflow,
} from '../harness.ts';

const announcing = (Entries: unknown) => ({
  Announce: { Type: 'Task', Resource: PUT_EVENTS, Arguments: { Entries }, End: true },
});

describe('lambda:invoke', () => {
  it('invokes the named function with the payload', async () => {
    const calls: unknown[] = [];
    const invoke = async (...[name, payload]: unknown[]) => {
      calls.push([name, payload]);
      return { payload: null };
    };
    const execution = await run({ Work: lambdaTask }, { n: 1 }, { invoke });
    expect(calls).toEqual([['work', { n: 1 }]]);
    expect(outputOf(execution)).toEqual({
      ExecutedVersion: '$LATEST',
      Payload: null,
      StatusCode: 200,
    });
  });

  it("keeps the text of Lambda's own errors", async () => {
    const invoke = failing('Lambda.TooManyRequestsException', 'slow down');
    const { outcome } = await run({ Work: lambdaTask }, {}, { invoke });
    expect(outcome).toMatchObject({ error: 'Lambda.TooManyRequestsException', cause: 'slow down' });
  });
});

describe('events:putEvents', () => {
  const entry = { Source: 'sada.calls', DetailType: 'Call Analysed', EventBusName: 'bus' };
  it('puts the events, an object as its JSON text', async () => {
    const put: EventEntry[] = [];
    const putEvents = async (entries: EventEntry[]) => {
      put.push(...entries);
      return { FailedEntryCount: 0, Entries: [{ EventId: '1' }, { EventId: '2' }] };
    };
    const Entries = [
      { ...entry, Detail: { callId: '{% $states.input.id %}' } },
      { ...entry, Detail: '{"as":"text"}' },
    ];
    const execution = await run(announcing(Entries), { id: 7 }, { putEvents });
    expect(put).toEqual([
      { ...entry, Detail: '{"callId":7}' },
      { ...entry, Detail: '{"as":"text"}' },
    ]);
    const result = { FailedEntryCount: 0, Entries: [{ EventId: '1' }, { EventId: '2' }] };
    expect(outputOf(execution)).toEqual(result);
  });

  it('fails when an entry is refused', async () => {
    const refusal = { FailedEntryCount: 1, Entries: [{ ErrorCode: 'NoBus' }] };
    const execution = await run(
      announcing([{ ...entry, Detail: {} }]),
      {},
      { putEvents: async () => refusal },
    );
    const cause = JSON.stringify(refusal);
    expect(execution.outcome).toEqual({
      status: 'FAILED',
      error: 'EventBridge.FailedEntry',
      cause,
    });
  });

  it('fails under the name of the service when the call itself fails', async () => {
    const putEvents = failing('InternalException', 'down');
    const { outcome } = await run(announcing([{ ...entry, Detail: {} }]), {}, { putEvents });
    expect(outcome).toMatchObject({ error: 'EventBridge.InternalException', cause: 'down' });
  });

  it.each([
    [[], 'Entries'],
    [[{ ...entry }], 'Entries/0/Detail'],
    [[{ ...entry, Detail: {}, TraceHeader: 'x' }], 'TraceHeader'],
  ])('refuses %j', async (Entries, field) => {
    const { outcome } = await run(announcing(Entries));
    expect(outcome).toMatchObject({
      error: 'States.Runtime',
      cause: expect.stringContaining(field),
    });
  });
});

describe('sqs:sendMessage.waitForTaskToken', () => {
  it('sends an object as JSON text, the token in it', async () => {
    const { engine, sent, tokenOf } = workflow();
    const execution = await start(engine, definition({ Wait: tokenTask }));
    expect(sent).toEqual([{ queueUrl: 'http://queue', body: `{"token":"${tokenOf()}"}` }]);
    const submitted = execution.history.events.find(({ type }) => type === 'TaskSubmitted');
    expect(submitted?.taskSubmittedEventDetails).toEqual({
      resourceType: 'sqs',
      resource: 'sendMessage.waitForTaskToken',
      output: '{"MessageId":"message-1","MD5OfMessageBody":"md5"}',
    });
  });

  it('sends a string as it is', async () => {
    const { engine, sent } = workflow();
    const Arguments = { QueueUrl: 'http://queue', MessageBody: 'plain' };
    await start(engine, definition({ Wait: { ...tokenTask, Arguments } }));
    expect(sent).toEqual([{ queueUrl: 'http://queue', body: 'plain' }]);
  });

  it('fails under the name of the service', async () => {
    const send = sendMessage({ sendMessage: failing('QueueDoesNotExist', 'gone') });
    const args = { QueueUrl: 'http://queue', MessageBody: {} };
    const call = send(args, { signal: new AbortController().signal, token: 'x' });
    await expect(call).rejects.toMatchObject({
      output: { Error: 'SQS.QueueDoesNotExist', Cause: 'gone' },
    });
  });

  it.each(['DelaySeconds', 'MessageGroupId'])('refuses %s', async (field) => {
    const Arguments = { ...tokenTask.Arguments, [field]: 1 };
    const { outcome } = await run({ Wait: { ...tokenTask, Arguments } });
    expect(outcome).toMatchObject({
      error: 'States.Runtime',
      cause: expect.stringContaining(field),
    });
  });
});
