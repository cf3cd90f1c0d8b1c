import type { CallRecord } from '../../core/call.ts';
import { EVENT_TYPE } from '../../core/contract.ts';
import { eventOf } from '../../core/events.ts';
import {
  EVENT_TYPES,
  type EventType,
  fileNameOf,
  jsonSchemaOf,
} from '../../infra/event-schemas.ts';

const BUCKET = 'sada-dev-storage-data666c94c7-example';
const CALL = '5f0c1d4be2a94b7c8d3e6f7a8b9c0d1e';
const REVISION = '3sL4kqtJlcpXroDTDmJ.rmSpXd3dIbrHY.MTRCxf3vjVBH40Nr8X8gdRQBpUMLUo';

const stored = (folder: string, file: string) => ({
  bucket: BUCKET,
  key: `${folder}/${CALL}/${REVISION}/${file}.json`,
  versionId: 'UIORUnfndfiufdisojhr398493jfdkjFJjkndnqUifhnw89493jJFJ',
});

/** What the record of one call says at each of its possible ends. */
const received = {
  schemaVersion: 1,
  callId: CALL,
  revision: REVISION,
  sequencer: '0055aed6dcd90281e5'.padStart(64, '0'),
  executionArn: 'arn:aws:states:eu-central-1:111122223333:execution:sada-dev-process-call:example',
  recording: { bucket: BUCKET, key: 'recordings/2026/01/05/call.wav', versionId: REVISION },
} as const satisfies Partial<CallRecord>;

const RECORDS: Readonly<Record<EventType, CallRecord>> = {
  [EVENT_TYPE.analysed]: {
    ...received,
    status: 'ANALYSED',
    analysedAt: '2026-01-05T09:02:11.482Z',
    durationSeconds: 312.4,
    language: 'en',
    sentiment: 'positive',
    outcome: 'resolved',
    topics: ['billing', 'refund'],
    transcriptionEngine: 'pocketsphinx-demo',
    analysisEngine: 'baseline',
    transcript: stored('transcripts', 'pocketsphinx-demo'),
    analysis: stored('analyses', 'pocketsphinx-demo.baseline'),
  },
  [EVENT_TYPE.rejected]: {
    ...received,
    status: 'REJECTED',
    rejectedAt: '2026-01-05T09:00:03.117Z',
    code: 'NOT_AUDIO',
  },
  [EVENT_TYPE.failed]: {
    ...received,
    status: 'FAILED',
    failedAt: '2026-01-05T09:14:52.009Z',
    code: 'ENGINE_FAILED',
    durationSeconds: 312.4,
  },
};

/** An event as a target of a rule receives it. */
export function exampleOf(type: EventType): object {
  const { source, detailType, detail } = eventOf(RECORDS[type]);
  return {
    version: '0',
    id: '7bf73129-1428-4cd3-a780-95db273d1602',
    'detail-type': detailType,
    source,
    account: '111122223333',
    time: detail.occurredAt.replace(/\.\d+Z$/, 'Z'),
    region: 'eu-central-1',
    resources: [],
    // As it travels: what is undefined is not there.
    detail: JSON.parse(JSON.stringify(detail)) as object,
  };
}

const asText = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;

/** The made files of this folder, by name. */
export const publishedFiles = (): Record<string, string> =>
  Object.fromEntries(
    EVENT_TYPES.flatMap((type) => [
      [`${fileNameOf(type)}.schema.json`, asText(jsonSchemaOf(type))],
      [`${fileNameOf(type)}.example.json`, asText(exampleOf(type))],
    ]),
  );
