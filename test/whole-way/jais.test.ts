import { GetObjectCommand } from '@aws-sdk/client-s3';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeRandomModel } from '../../containers/jais/tools/gguf/model.ts';
import { SHAPES } from '../../containers/jais/tools/gguf/shape.ts';
import { Analysis } from '../../core/analysis.ts';
import { isUnavailable, UNUSABLE } from '../../core/tasks/unavailable.ts';
import type { CallRevision } from '../../local/call-watch.ts';
import { transcriptOf } from '../core/language-model-analyser/support.ts';
import type { Line } from '../core/support/transcripts.ts';
import { projectFiles, ROOT } from '../support/project-files.ts';
import { spoken } from '../support/spoken.ts';
import { transcribedCall } from '../support/transcribed-call.ts';
import {
  deliverAgain,
  executionEnd,
  startWholeSystem,
  type WholeSystem,
} from '../support/whole-system.ts';

let folder: string;
let whole: WholeSystem;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sada-model-'));
  const file = join(folder, 'tiny.gguf');
  await writeRandomModel(file, SHAPES.tiny, { architecture: 'jais' });
  whole = await startWholeSystem({ languageModel: { file, threads: 1 } });
}, 30_000);
afterAll(async () => {
  await whole.stop();
  await rm(folder, { recursive: true });
});

/** What the whole way made of a call that has ended. */
async function analysisOf({ callId }: CallRevision): Promise<Analysis> {
  const record = await whole.record(callId);
  expect(record).toMatchObject({ status: 'ANALYSED', analysisEngine: 'jais' });
  const { bucket: Bucket, key: Key } = record.analysis ?? {};
  const { Body } = await whole.s3.send(new GetObjectCommand({ Bucket, Key }));
  return Analysis.parse(JSON.parse((await Body?.transformToString()) ?? ''));
}

async function analysed(name: string, lines: Line[]): Promise<Analysis> {
  const call = await transcribedCall(whole, name, transcriptOf(lines));
  await executionEnd(whole, deliverAgain(whole, call));
  return analysisOf(call);
}

const truthOf = async (path: string): Promise<Line[]> =>
  (JSON.parse(await readFile(`${ROOT}${path}`, 'utf8')) as { turns: Line[] }).turns;

/** Labels and words are chance; that labels are labels, and bad words are refused, is not. */
function expectShape({ sentiment, outcome, summary, topics, language }: Analysis): void {
  if (isUnavailable(sentiment) || isUnavailable(outcome)) throw new Error('expected labels');
  const shares = Object.values(sentiment.scores);
  expect(shares.reduce((sum, share) => sum + share)).toBeCloseTo(1, 3);
  expect(sentiment.scores[sentiment.label]).toBe(Math.max(...shares));
  if (isUnavailable(topics)) throw new Error('expected topics');
  const words = isUnavailable(summary) ? UNUSABLE : [{ ...summary, language }];
  expect(words).toContainEqual(summary);
}

/** Requests with questions that the model's server says it has answered. */
const answeredRequests = async (): Promise<number> =>
  (await whole.logs()).match(/"answered"/g)?.length ?? 0;

describe('a model of random weights, behind its real server', () => {
  it('reads a recording that was dropped in the bucket', async () => {
    const call = await whole.upload('recordings/a.wav', await spoken());
    await whole.system.calls.ended(call);
    const analysis = await analysisOf(call);
    expectShape(analysis);
    expect(analysis.engine).toMatchObject({
      name: 'jais',
      modelSha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
  }, 60_000);

  it.each(projectFiles('samples/*.truth.json').map((path) => [path]))(
    'reads the transcript of %s',
    async (path) => {
      expectShape(await analysed(path.replaceAll(/\W/g, '-'), await truthOf(path)));
    },
  );

  it('reads Arabic', async () => {
    const analysis = await analysed('arabic', [
      { speaker: 'agent', text: 'كيف أقدر أساعدك؟' },
      { speaker: 'customer', text: 'الراوتر عندي ما يشتغل من يوم الاثنين' },
    ]);
    expect(analysis.language).toBe('ar');
    expectShape(analysis);
  });

  it('reads all of a call that its context does not hold, window by window', async () => {
    const before = await answeredRequests();
    const lines = Array.from({ length: 100 }, (_, at) => ({
      text: `turn ${at} says what turns say when they have a few more words`,
    }));
    const analysis = await analysed('long', lines);
    expectShape(analysis);
    expect((await answeredRequests()) - before).toBeGreaterThanOrEqual(3);
  }, 60_000);
});
