import {
  EventBridgeClient,
  ListRulesCommand,
  PutEventsCommand,
  type PutEventsRequestEntry,
} from '@aws-sdk/client-eventbridge';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createEventBuses } from '../../../../local/services/event-bridge/buses.ts';
import type { EventEnvelope } from '../../../../local/services/event-bridge/envelope.ts';
import { startEventBridge } from '../../../../local/services/event-bridge/server.ts';
import { JumpingClock } from '../../../support/jumping-clock.ts';

const ENTRY: PutEventsRequestEntry = {
  EventBusName: 'sada',
  Source: 'sada.calls',
  DetailType: 'Call Analysed',
  Detail: '{"callId":"c1"}',
};

const large = (bytes: number): PutEventsRequestEntry => ({
  ...ENTRY,
  Detail: JSON.stringify({ text: 'x'.repeat(bytes) }),
});

async function givenEventBridge() {
  const buses = createEventBuses({
    clock: new JumpingClock(),
    account: '000000000000',
    region: 'us-east-1',
    names: ['sada'],
  });
  const server = await startEventBridge({ buses });
  const client = new EventBridgeClient({
    endpoint: server.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
  const tail: EventEnvelope[] = [];
  buses.subscribe('sada', (event) => tail.push(event));
  onTestFinished(async () => {
    client.destroy();
    await server.close();
  });
  const putEvents = (...Entries: PutEventsRequestEntry[]) =>
    client.send(new PutEventsCommand({ Entries }));
  return { client, tail, putEvents, idle: buses.idle };
}

describe('EventBridge through its SDK client', () => {
  it('takes events, by the name or the ARN of their bus', async () => {
    const { putEvents, tail, idle } = await givenEventBridge();
    const arn = 'arn:aws:events:us-east-1:000000000000:event-bus/sada';
    const Time = new Date('2026-02-03T04:05:06.789Z');

    const answer = await putEvents(
      { ...ENTRY, Time, Resources: ['r'] },
      { ...ENTRY, EventBusName: arn },
    );
    await idle();

    expect(answer.FailedEntryCount).toBe(0);
    expect(tail.map(({ id }) => id)).toEqual(answer.Entries?.map(({ EventId }) => EventId));
    expect(tail[0]).toMatchObject({
      time: '2026-02-03T04:05:06Z',
      resources: ['r'],
      detail: { callId: 'c1' },
    });
  });

  it('refuses single entries and takes the others', async () => {
    const { putEvents, tail, idle } = await givenEventBridge();

    const answer = await putEvents(
      { ...ENTRY, Source: undefined },
      { ...ENTRY, DetailType: '' },
      { ...ENTRY, Detail: undefined },
      { ...ENTRY, Detail: 'no JSON' },
      { ...ENTRY, Detail: '["no", "object"]' },
      { ...ENTRY, Source: 'aws.s3' },
      ENTRY,
    );
    await idle();

    expect(answer.FailedEntryCount).toBe(6);
    expect(answer.Entries?.map(({ ErrorCode }) => ErrorCode)).toEqual([
      'InvalidArgument',
      'InvalidArgument',
      'InvalidArgument',
      'MalformedDetail',
      'MalformedDetail',
      'NotAuthorizedForSourceException',
      undefined,
    ]);
    expect(tail).toHaveLength(1);
  });

  it('refuses a request for a bus that is not there, whole', async () => {
    const { putEvents, tail, idle } = await givenEventBridge();

    await expect(putEvents(ENTRY, { ...ENTRY, EventBusName: 'missing' })).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
    await idle();

    expect(tail).toEqual([]);
  });

  it('refuses more than ten entries, none, and more than 1 MiB', async () => {
    const { putEvents, tail, idle } = await givenEventBridge();
    const refused = { name: 'ValidationException' };

    await expect(putEvents(...Array.from({ length: 11 }, () => ENTRY))).rejects.toMatchObject(
      refused,
    );
    await expect(putEvents()).rejects.toMatchObject(refused);
    await expect(putEvents(large(600_000), large(600_000))).rejects.toMatchObject(refused);
    await putEvents(large(1_000_000));
    await idle();

    expect(tail).toHaveLength(1);
  });

  it('names an operation that is not built', async () => {
    const { client } = await givenEventBridge();

    await expect(client.send(new ListRulesCommand({}))).rejects.toMatchObject({
      name: 'UnknownOperationException',
      message: expect.stringContaining('AWSEvents.ListRules') as string,
    });
  });
});
