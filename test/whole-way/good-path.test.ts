import { DeleteObjectCommand, ListObjectVersionsCommand } from '@aws-sdk/client-s3';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallRevision } from '../../local/call-watch.ts';
import { BUCKET } from '../../local/names.ts';
import { ROOT } from '../support/project-files.ts';
import {
  deliverAgain,
  executionEnd,
  executionsOf,
  startWholeSystem,
  statesOf,
  type WholeSystem,
} from '../support/whole-system.ts';

const SAMPLE = 'contract-angry-cancellation';
const KEY = 'recordings/+962 79 555 0101/مكالمة 100%.wav';

interface Truth {
  labels: { sentiment: string; outcome: string };
  turns: { text: string }[];
}

let whole: WholeSystem;
let call: CallRevision;
let truth: Truth;

beforeAll(async () => {
  whole = await startWholeSystem();
  truth = truthOf(await readFile(`${ROOT}samples/${SAMPLE}.truth.json`, 'utf8'));
  call = await whole.upload(KEY, await readFile(`${ROOT}samples/${SAMPLE}.wav`), {
    Metadata: { 'customer-id': '+962795550101', queue: 'retention' },
  });
  await whole.system.calls.ended(call);
}, 120_000);
afterAll(() => whole.stop());

const execution = () => executionsOf(whole, call)[0];

describe('a recording dropped in the bucket', () => {
  it('becomes an analysed call', async () => {
    expect(await whole.record(call.callId)).toMatchObject({
      status: 'ANALYSED',
      revision: call.revision,
      language: 'en',
      channels: 2,
      ...truth.labels,
      transcriptionEngine: 'pocketsphinx-demo',
      analysisEngine: 'baseline',
      metadata: { customerId: '+962795550101', queue: 'retention' },
    });
  });

  it('is announced once, with labels and references', () => {
    const [event, ...others] = whole.announcedFor(call);
    expect(others).toEqual([]);
    expect(event).toMatchObject({
      source: 'sada.calls',
      'detail-type': 'Call Analysed',
      detail: { status: 'ANALYSED', ...truth.labels, analysis: { bucket: BUCKET } },
    });
  });

  it('goes the good path in at most eight transitions', () => {
    expect(statesOf(whole, execution()?.arn ?? '')).toEqual([
      'Admit recording',
      'What was admitted?',
      'Transcribe recording',
      'Was speech found?',
      'Refine transcript',
      'Analyse call',
      'Announce analysis',
    ]);
  });

  it('leaves no raw transcript behind, in no version', async () => {
    const { Versions = [], DeleteMarkers = [] } = await whole.s3.send(
      new ListObjectVersionsCommand({ Bucket: BUCKET, Prefix: 'work/' }),
    );
    expect([...Versions, ...DeleteMarkers]).toEqual([]);
  });

  it('leaves no word that was said in any state, event or log', async () => {
    const { engine } = whole.system.processCall;
    const places = {
      states: JSON.stringify(engine.getExecutionHistory(execution()?.arn ?? '')),
      events: JSON.stringify([...whole.announced, ...whole.heard]),
      logs: await whole.logs(),
    };
    const { summary = '' } = await whole.record(call.callId);
    const phrases = [...truth.turns.map(({ text }) => text), summary].flatMap(phrasesOf);
    expect(phrases.length).toBeGreaterThan(50);
    for (const [place, text] of Object.entries(places)) {
      expect(
        phrases.filter((phrase) => plain(text).includes(phrase)),
        place,
      ).toEqual([]);
    }
  });

  it('leaves its name out of logs, events of ours and execution names', async () => {
    const places = [await whole.logs(), JSON.stringify(whole.announced), execution()?.name ?? ''];
    for (const secret of ['555 0101', '5550101', 'مكالمة', KEY, encodeURIComponent('مكالمة')]) {
      for (const place of places) expect(place).not.toContain(secret);
    }
  });
});

describe('the same event again', () => {
  it('starts nothing once the call is analysed', async () => {
    const arn = deliverAgain(whole, call);
    await executionEnd(whole, arn);
    expect(statesOf(whole, arn)).toEqual([
      'Admit recording',
      'What was admitted?',
      'Nothing to do',
    ]);
    expect(whole.announcedFor(call)).toHaveLength(1);
  });

  it('pays only for what is missing when the call is submitted again after a failure', async () => {
    const { analysis, ...record } = await whole.record(call.callId);
    const { bucket: Bucket, key: Key, versionId: VersionId } = analysis ?? {};
    await whole.s3.send(new DeleteObjectCommand({ Bucket, Key, VersionId }));
    await whole.write({ ...record, status: 'FAILED', code: 'ANALYSIS_FAILED' });
    const arn = deliverAgain(whole, call);
    await executionEnd(whole, arn);
    expect(statesOf(whole, arn)).toEqual([
      'Admit recording',
      'What was admitted?',
      'Analyse call',
      'Announce analysis',
    ]);
    expect(await whole.record(call.callId)).toMatchObject({ status: 'ANALYSED', ...truth.labels });
  });
});

describe('a newer version of a recording', () => {
  it('wins: the record is its own, the older one stays silent', async () => {
    const text = Buffer.from('not a recording any more, only some words in a file');
    const newer = await whole.upload(KEY, text);
    await whole.system.calls.ended(newer);
    expect(newer.callId).toBe(call.callId);
    expect(await whole.record(call.callId)).toMatchObject({
      status: 'REJECTED',
      code: 'NOT_AUDIO',
      revision: newer.revision,
    });
    await executionEnd(whole, deliverAgain(whole, call));
    expect((await whole.record(call.callId)).revision).toBe(newer.revision);
  });
});

/** What the baseline must find; its topics are its own. */
function truthOf(json: string): Truth {
  const { labels, turns } = JSON.parse(json) as Truth;
  return { labels: { sentiment: labels.sentiment, outcome: labels.outcome }, turns };
}

/** Runs of three words, as a leak would show them. */
function phrasesOf(text: string): string[] {
  const words = plain(text).split(' ').filter(Boolean);
  return words.slice(2).map((_, at) => words.slice(at, at + 3).join(' '));
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ');
}
