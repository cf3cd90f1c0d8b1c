import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { PipelineScore } from '../../../cli/evaluate/pipeline/score.ts';
import { goldRow } from '../../../cli/evaluate/pipeline/rows.ts';
import { knownRecordings } from '../../../cli/evaluate/pipeline/truth.ts';
import { requirePrograms } from '../../support/programs.ts';
import { ROOT } from '../../support/project-files.ts';
import { evaluated } from './evaluated.ts';
import { Files } from './files.ts';

const files = new Files();
afterAll(() => rmSync(files.folder, { recursive: true }));

const SAMPLE = 'refund-resolved';
const sample = (name: string): string => join(ROOT, 'samples', name);
const BOOTSTRAP = { samples: 50, seed: 1 };

describe('sada evaluate pipeline', () => {
  it('takes a recording from audio to labels and scores both', async () => {
    requirePrograms('ffmpeg', 'ffprobe', 'pocketsphinx_batch');
    for (const ending of ['.wav', '.truth.json']) {
      copyFileSync(sample(SAMPLE + ending), join(files.folder, SAMPLE + ending));
    }
    copyFileSync(sample('router-follow-up.wav'), join(files.folder, 'unknown.wav'));
    const { report, exitCode, stderr } = await evaluated('pipeline', files.folder, '--json');
    expect(exitCode).toBe(0);
    expect(report).toMatchObject({ task: 'pipeline', n: 1, missing: 0 });
    expect(report.system).toBe('pocketsphinx-demo + baseline');
    expect(report.metrics['werNormalised']?.value).toBeLessThan(0.15);
    expect(report.metrics['sentiment.accuracy']?.value).toBe(1);
    expect(report.metrics['outcome.accuracy']?.value).toBe(1);
    expect(report.notes).toContain('1 recordings without a truth file: not scored');
    expect(stderr).toContain(`${SAMPLE}.wav: transcribing`);
  }, 120_000);

  it('refuses recordings of which nothing is known', async () => {
    copyFileSync(sample('router-follow-up.wav'), join(files.folder, 'unknown.wav'));
    const { exitCode, stderr } = await evaluated('pipeline', join(files.folder, 'unknown.wav'));
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('no truth file')]);
  });
});

describe('the score of a pipeline', () => {
  it('counts a failed call as wrong in every task', async () => {
    const [known] = await knownRecordings([sample(`${SAMPLE}.wav`)]);
    const score = new PipelineScore(new Map());
    score.add(goldRow(known as NonNullable<typeof known>), null);
    const { metrics, missing } = score.report(BOOTSTRAP);
    const values = ['wer', 'sentiment.accuracy', 'outcome.accuracy', 'topics.accuracy'].map(
      (name) => metrics[name]?.value,
    );
    expect([missing, ...values]).toEqual([1, 1, 0, 0, 0]);
  });

  it('says which truths it could not use', async () => {
    const [known] = await knownRecordings([sample('router-follow-up.wav')]);
    const gold = goldRow(known as NonNullable<typeof known>);
    const score = new PipelineScore(new Map());
    score.add({ ...gold, labels: { sentiment: 'neutral', topics: ['the weather'] } }, null);
    const { metrics, notes } = score.report(BOOTSTRAP);
    expect(metrics['topics.accuracy']).toMatchObject({ value: null, low: null, high: null });
    expect(notes.join('\n')).toMatch(/topics: only 0 of 1 truths.*unknown label "the weather"/);
  });
});
