import { ArnFormat } from 'aws-cdk-lib';
import { RECORDINGS_PREFIX } from '../core/contract.ts';
import { namesOf } from './names.ts';
import type { StorageStack } from './storage-stack.ts';

/** The folders of the buckets, as `core/contract.ts` builds their keys. */
const FOLDER = { work: 'work/', transcripts: 'transcripts/', analyses: 'analyses/' };

/** What is made of a call, redacted. */
export const TRANSCRIPT_PREFIXES = [FOLDER.transcripts, FOLDER.analyses];

/** Where stored things are, and the state machine, which its handlers speak of before it exists. */
export function arnsOf(storage: StorageStack) {
  const { dataBucket, workBucket } = storage;
  const stateMachine = namesOf(storage.config.name).stateMachine;
  const states = (resource: string, resourceName: string): string =>
    storage.formatArn({
      service: 'states',
      resource,
      resourceName,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
  return {
    dataBucket: dataBucket.bucketArn,
    recordings: dataBucket.arnForObjects(`${RECORDINGS_PREFIX}*`),
    transcripts: dataBucket.arnForObjects(`${FOLDER.transcripts}*`),
    analyses: dataBucket.arnForObjects(`${FOLDER.analyses}*`),
    workBucket: workBucket.bucketArn,
    rawTranscripts: workBucket.arnForObjects(`${FOLDER.work}*`),
    calls: storage.calls.tableArn,
    bus: storage.bus.eventBusArn,
    dataKey: storage.dataKey.keyArn,
    workKey: storage.workKey.keyArn,
    stateMachine: states('stateMachine', stateMachine),
    executions: states('execution', `${stateMachine}:*`),
  };
}
