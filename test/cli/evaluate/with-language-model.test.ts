import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { withAnalyser } from '../../../cli/evaluate/with-analyser.ts';
import { SHAPES } from '../../../containers/jais/tools/gguf/shape.ts';
import { writeRandomModel } from '../../../containers/jais/tools/gguf/model.ts';
import { ENV } from '../../../core/contract.ts';
import { analyseWritten } from '../../../core/written-call.ts';
import { DEFAULT_SETTINGS } from '../../support/settings.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'with-model-'));
});
afterEach(() => {
  delete process.env[ENV.languageModel];
  delete process.env[ENV.modelThreads];
});
afterAll(() => rm(folder, { recursive: true }));

const { taxonomy, scorecard } = DEFAULT_SETTINGS;
/** A model of random weights answers at length. */
const FEW_QUESTIONS = {
  ...DEFAULT_SETTINGS,
  taxonomy: { topics: taxonomy.topics.slice(0, 1), intents: [] },
  scorecard: { questions: scorecard.questions.slice(0, 1) },
};

const ROW = {
  id: '1',
  lang: 'en',
  turns: [{ speaker: 'customer', text: 'my line is down' }],
} as const;

const analysed = () =>
  withAnalyser('jais', FEW_QUESTIONS, async (analyser) =>
    analyseWritten({ ...ROW, turns: [...ROW.turns] }, analyser),
  );

describe('an engine that is a language model', () => {
  it('is lent while its server runs', { timeout: 180_000 }, async () => {
    const file = join(folder, 'tiny.gguf');
    await writeRandomModel(file, SHAPES.tiny, { architecture: 'jais' });
    process.env[ENV.languageModel] = file;
    // Two that wait for each other take a hundred times as long on a busy machine.
    process.env[ENV.modelThreads] = '1';
    const { engine, sentiment } = await analysed();
    expect(engine).toBe('jais');
    expect(['positive', 'neutral', 'negative']).toContain(sentiment);
  });

  it('is refused with what is wrong when its file is not there, or no model', async () => {
    process.env[ENV.languageModel] = join(folder, 'nowhere.gguf');
    await expect(analysed()).rejects.toThrow('cannot be read (ENOENT)');
    const text = join(folder, 'text.gguf');
    await writeFile(text, 'no model');
    process.env[ENV.languageModel] = text;
    await expect(analysed()).rejects.toThrow('is no language model that runs here');
  });
});
