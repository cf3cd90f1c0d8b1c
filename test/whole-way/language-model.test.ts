import { DeleteObjectCommand, GetObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Analysis } from '../../core/analysis.ts';
import type { S3Reference } from '../../core/call.ts';
import type { CallRevision } from '../../local/call-watch.ts';
import { GOOD, transcriptOf } from '../core/language-model-analyser/support.ts';
import { JumpingClock } from '../support/jumping-clock.ts';
import { answering, aScriptedModel, refusing, type Invocation } from '../support/scripted-model.ts';
import { transcribedCall } from '../support/transcribed-call.ts';
import { until } from '../support/until.ts';
import {
  deliverAgain,
  executionsOf,
  startWholeSystem,
  type WholeSystem,
} from '../support/whole-system.ts';

/** Between tries while the model has no copy: a minute, and each wait a tenth longer. */
const WAITS_MS = [60_000, 66_000, 72_600];
/** What no log may hold; a container could quote a prompt. */
const QUOTED = 'the caller said that her account is empty';
const SCRIPT = `
  A: how can I help?
  C: my router is dead since Monday
  A: a technician comes next Monday
`;
/** What no window contradicts. */
const LONG = { ...GOOD, summary: { value: { text: 'A call.', points: [] } } };
const clock = new JumpingClock();

let model: Awaited<ReturnType<typeof aScriptedModel>>;
let whole: WholeSystem;
let call: CallRevision;

beforeAll(async () => {
  model = await aScriptedModel();
  whole = await startWholeSystem({ clock, languageModel: model.container });
  call = await transcribedCall(whole, 'a', transcriptOf(SCRIPT));
}, 60_000);
beforeEach(() => {
  model.script.behave = answering(GOOD);
  model.script.asked = [];
});
afterAll(async () => {
  await whole.stop();
  await model.close();
});

/** Submits the transcribed call, again where it was before: its analysis alone is missing. */
async function submit(): Promise<string> {
  if (executionsOf(whole, call).length > 0) {
    const { analysis, ...record } = await whole.record(call.callId);
    if (analysis !== undefined) await whole.s3.send(new DeleteObjectCommand(objectOf(analysis)));
    await whole.write({ ...record, status: 'FAILED', code: 'ANALYSIS_FAILED' });
  }
  return deliverAgain(whole, call);
}

const objectOf = ({ bucket, key, versionId }: S3Reference) => ({
  Bucket: bucket,
  Key: key,
  VersionId: versionId,
});

async function read(reference: S3Reference | undefined): Promise<unknown> {
  if (reference === undefined) throw new Error('expected a reference');
  const { Body } = await whole.s3.send(new GetObjectCommand(objectOf(reference)));
  return JSON.parse((await Body?.transformToString()) ?? '');
}

const failedTasks = (arn: string): number =>
  whole.system.processCall.engine
    .getExecutionHistory(arn)
    .filter(({ type }) => type === 'TaskFailed').length;

/** Lets a retry that waits go on, once the try before it has failed. */
async function afterFailure(arn: string, failures: number, waitMs: number): Promise<void> {
  await until(`failure ${failures}`, () => failedTasks(arn) === failures);
  await clock.jump(waitMs);
}

/** The record when its execution has ended. */
async function endOf(arn: string) {
  const execution = whole.system.processCall.engine.describeExecution(arn);
  await until('the end', () => execution.status !== 'RUNNING');
  return whole.record(call.callId);
}

describe('a call in a system with a language model', () => {
  it('is analysed by it, in two requests', async () => {
    const record = await endOf(await submit());
    expect(record).toMatchObject({
      status: 'ANALYSED',
      analysisEngine: 'jais',
      sentiment: 'negative',
      outcome: 'follow_up_needed',
    });
    const { engine } = Analysis.parse(await read(record.analysis));
    expect(engine).toMatchObject({ name: 'jais', model: 'scripted', modelSha256: 'abc' });
    expect(model.script.asked.map(({ count }) => count === undefined)).toEqual([false, true]);
  });

  it('waits for an endpoint at zero copies, and no function waits', async () => {
    whole.system.sageMakerRuntime.scaleToZero(3);
    const arn = await submit();
    for (const [at, wait] of WAITS_MS.entries()) await afterFailure(arn, at + 1, wait);
    expect(await endOf(arn)).toMatchObject({ status: 'ANALYSED', analysisEngine: 'jais' });
    expect(failedTasks(arn)).toBe(3);
  });

  it('is tried again when the model is busy', async () => {
    const behaviours: Invocation[] = [
      refusing(503, 'OVERLOADED'),
      refusing(504, 'DEADLINE_EXCEEDED'),
    ];
    model.script.behave = (request) => (behaviours.shift() ?? answering(GOOD))(request);
    const arn = await submit();
    await afterFailure(arn, 1, 5000);
    await afterFailure(arn, 2, 10_000);
    expect(await endOf(arn)).toMatchObject({ status: 'ANALYSED' });
  });

  it('has the tasks that were answered when one was not', async () => {
    model.script.behave = answering({ ...GOOD, outcome: { label: 'maybe', probabilities: {} } });
    const record = await endOf(await submit());
    expect(record).toMatchObject({ status: 'ANALYSED', sentiment: 'negative' });
    expect(record.outcome).toBeUndefined();
  });

  it('is asked about again with less when its prompt was too long', async () => {
    let refused = false;
    model.script.behave = (request) => {
      if (request.count !== undefined || refused) return answering(GOOD)(request);
      refused = true;
      return refusing(400, 'PROMPT_TOO_LONG', { tokensOver: 12 })(request);
    };
    await endOf(await submit());
    const [, first, second] = model.script.asked.map(({ prefix = '' }) => prefix.length);
    expect(second).toBeLessThan(first ?? 0);
  });

  it('fails when nothing was answered, without a word of the model in any log', async () => {
    model.script.behave = () => ({
      status: 500,
      body: { error: { code: 'INTERNAL', message: QUOTED } },
    });
    const arn = await submit();
    for (const failure of [1, 2, 3]) await afterFailure(arn, failure, 10_000);
    expect(await endOf(arn)).toMatchObject({ status: 'FAILED', code: 'ANALYSIS_FAILED' });
    const places = [
      await whole.logs(),
      JSON.stringify(whole.system.processCall.engine.getExecutionHistory(arn)),
      JSON.stringify(whole.announced),
    ];
    for (const place of places) expect(place).not.toContain(QUOTED);
    expect(executionsOf(whole, call).length).toBeGreaterThan(5);
  });

  it('is not asked about again when its analysis is there', async () => {
    await endOf(await submit());
    const { analysis, ...record } = await whole.record(call.callId);
    model.script.asked = [];
    await whole.write({ ...record, status: 'FAILED', code: 'ANALYSIS_FAILED' });
    expect(await endOf(deliverAgain(whole, call))).toMatchObject({ status: 'ANALYSED', analysis });
    expect(model.script.asked).toEqual([]);
  });

  it('goes on where it was when the model is busy in the middle of a long call', async () => {
    const lines = Array.from({ length: 300 }, (_, at) => ({
      text: `turn ${at} says what turns say when they have a few more words`,
    }));
    const long = await transcribedCall(whole, 'long', transcriptOf(lines));
    const prefixes: string[] = [];
    model.script.behave = (request) => {
      if (request.prefix === undefined) return answering(GOOD)(request);
      prefixes.push(request.prefix);
      return (prefixes.length === 3 ? refusing(503, 'OVERLOADED') : answering(LONG))(request);
    };
    const arn = deliverAgain(whole, long);
    await afterFailure(arn, 1, 5000);
    const execution = whole.system.processCall.engine.describeExecution(arn);
    await until('the end', () => execution.status !== 'RUNNING');
    expect(await whole.record(long.callId)).toMatchObject({ status: 'ANALYSED' });
    expect(prefixes.length).toBeGreaterThan(5);
    // The third was refused and is asked twice; what was answered before it is not.
    expect(new Set(prefixes).size).toBe(prefixes.length - 1);
    expect(prefixes[3]).toBe(prefixes[2]);
  });
});
