import { copyFileSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { PipelineScore } from '../../../cli/evaluate/pipeline/score.ts';
import { goldRow } from '../../../cli/evaluate/pipeline/rows.ts';
import { knownRecordings } from '../../../cli/evaluate/pipeline/truth.ts';
import type { Truth } from '../../../samples/truth.ts';
import { requirePrograms } from '../../support/programs.ts';
import { ROOT } from '../../support/project-files.ts';
import { wavHeader } from '../../support/wav.ts';
import { evaluated } from './evaluated.ts';
import { DEFAULT_SETTINGS } from '../../support/settings.ts';
import { Files } from './files.ts';

const files = new Files();
afterAll(() => rmSync(files.folder, { recursive: true }));

const SAMPLE = 'refund-resolved';
const SECONDS = 10;
const sample = (name: string): string => join(ROOT, 'samples', name);
const BOOTSTRAP = { samples: 50, seed: 1 };

/** The first two turns of the sample: the rest takes the recogniser long and shows nothing more. */
function cutSample(name: string): void {
  const samples = readFileSync(sample(`${SAMPLE}.wav`)).subarray(44, 44 + SECONDS * 64_000);
  const truth = JSON.parse(readFileSync(sample(`${SAMPLE}.truth.json`), 'utf8')) as Truth;
  files.write(`${name}.wav`, Buffer.concat([wavHeader(samples.length, 16_000, 2), samples]));
  const turns = truth.turns.filter(({ end }) => end < SECONDS);
  files.write(`${name}.truth.json`, Buffer.from(JSON.stringify({ ...truth, turns })));
}

describe('sada evaluate pipeline', () => {
  it('takes a recording from audio to labels and scores both', async () => {
    requirePrograms('ffmpeg', 'ffprobe', 'pocketsphinx_batch');
    cutSample('call');
    copyFileSync(sample('router-follow-up.wav'), join(files.folder, 'unknown.wav'));
    const { report, exitCode, stderr } = await evaluated('pipeline', files.folder, '--json');
    expect(exitCode).toBe(0);
    expect(report).toMatchObject({ task: 'pipeline', n: 1, missing: 0 });
    expect(report.system).toBe('pocketsphinx-demo + baseline');
    expect(report.metrics['werNormalised']?.value).toBeLessThan(0.15);
    const labels = ['sentiment', 'outcome', 'topics'].map(
      (task) => report.metrics[`${task}.accuracy`],
    );
    expect(labels.map((metric) => typeof metric?.value)).toEqual(['number', 'number', 'number']);
    expect(report.notes).toContain('1 recordings without a truth file: not scored');
    expect(stderr).toContain('call.wav: transcribing');
  }, 120_000);

  it('refuses recordings of which nothing is known', async () => {
    copyFileSync(sample('router-follow-up.wav'), join(files.folder, 'unknown.wav'));
    const { exitCode, stderr } = await evaluated('pipeline', join(files.folder, 'unknown.wav'));
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('no truth file')]);
  });
});

const TOPICS = DEFAULT_SETTINGS.taxonomy.topics.map(({ id }) => id);

describe('the score of a pipeline', () => {
  it('counts a failed call as wrong in every task', async () => {
    const [known] = await knownRecordings([sample(`${SAMPLE}.wav`)]);
    const score = new PipelineScore(new Map(), TOPICS);
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
    const score = new PipelineScore(new Map(), TOPICS);
    score.add({ ...gold, labels: { sentiment: 'neutral', topics: ['the weather'] } }, null);
    const { metrics, notes } = score.report(BOOTSTRAP);
    expect(metrics['topics.accuracy']).toMatchObject({ value: null, low: null, high: null });
    expect(notes.join('\n')).toMatch(/topics: only 0 of 1 truths.*unknown label "the weather"/);
  });
});
