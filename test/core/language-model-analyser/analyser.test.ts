import { describe, expect, it } from 'vitest';
import { Analysis } from '../../../core/analysis.ts';
import { PromptTooLong } from '../../../core/errors.ts';
import { languageModelAnalyser } from '../../../core/language-model-analyser/analyser.ts';
import { DEFAULT_SETTINGS } from '../../support/settings.ts';
import type { Answer } from '../../../core/language-model.ts';
import { aModel, GOOD, MODEL, tokensIn, transcriptOf } from './support.ts';

const CALL = transcriptOf(`
  A: how can I help?
  C: my router is dead since Monday
  A: a technician comes next Monday
`);

const analysed = async (answers: Readonly<Record<string, Answer>>) =>
  Analysis.parse(
    await languageModelAnalyser(aModel(answers).model, DEFAULT_SETTINGS).analyse(CALL),
  );

describe('a call that a language model reads', () => {
  it('becomes an analysis that says which model and prompts made it', async () => {
    expect(await analysed(GOOD)).toMatchObject({
      callId: 'call-1',
      engine: {
        name: 'jais',
        model: MODEL.name,
        modelSha256: MODEL.sha256,
        promptRevision: expect.stringMatching(/^[0-9a-f]{12}$/) as string,
      },
      sentiment: { label: 'negative', scores: { positive: 0.1, neutral: 0.2, negative: 0.7 } },
      outcome: { label: 'follow_up_needed' },
      summary: { language: 'en', points: [{ text: 'The router is dead.', evidence: [1] }] },
      topics: [{ label: 'technical_support', source: 'model', evidence: [1] }],
      intents: [{ label: 'report_fault', source: 'model', evidence: [1] }],
      actionItems: [{ who: 'agent', due: 'on Monday', evidence: [2] }],
      fraudRisk: { level: 'none', source: 'model' },
      scorecard: { score: 33, passed: true },
      keywords: { unavailable: 'NOT_ASKED' },
      talkMetrics: CALL.talkMetrics,
    });
  });

  it('says nothing of turns left out when all were read', async () => {
    expect((await analysed(GOOD)).turnsRead).toBeUndefined();
  });

  it('is not sent to the model when no word was said', async () => {
    const { model, asked, counted } = aModel();
    const analysis = await languageModelAnalyser(model, DEFAULT_SETTINGS).analyse(
      transcriptOf([{ text: ' ' }]),
    );
    expect([asked, counted]).toEqual([[], []]);
    expect(Analysis.parse(analysis).sentiment).toEqual({ unavailable: 'NO_WORDS' });
  });
});

describe('an answer', () => {
  const scores = { positive: 0.1, neutral: 0.2, negative: 0.7 };
  const over = { code: 'DEADLINE_EXCEEDED', message: 'too late' } as const;

  it.each<[string, string, Answer | undefined, string]>([
    ['that is missing', 'sentiment', undefined, 'INVALID_ANSWER'],
    [
      'with a label nobody offered',
      'sentiment',
      { label: 'happy', probabilities: scores },
      'INVALID_ANSWER',
    ],
    [
      'that scores too few labels',
      'sentiment',
      { label: 'negative', probabilities: { negative: 1 } },
      'INVALID_ANSWER',
    ],
    ['of the other kind', 'outcome', { value: 'resolved' }, 'INVALID_ANSWER'],
    ['that is an error', 'summary', { error: over }, 'DEADLINE_EXCEEDED'],
    ['of another shape', 'summary', { value: { text: 'fine' } }, 'INVALID_ANSWER'],
    [
      'longer than allowed',
      'summary',
      { value: { text: 'x'.repeat(301), points: [] } },
      'INVALID_ANSWER',
    ],
    ['without words', 'summary', { value: { text: ' \n', points: [] } }, 'INVALID_ANSWER'],
    [
      'with a topic nobody offered',
      'topics',
      { value: [{ topic: 'weather', turn: 1 }] },
      'INVALID_ANSWER',
    ],
    [
      'that shows a turn which is not there',
      'topics',
      { value: [{ topic: 'billing', turn: 3 }] },
      'INVALID_ANSWER',
    ],
    [
      'that names itself like a property',
      'sentiment',
      { label: 'constructor', probabilities: scores },
      'INVALID_ANSWER',
    ],
  ])('%s makes its task unavailable, and no other', async (_what, task, answer, reason) => {
    const { [task]: _, ...others } = GOOD;
    const analysis = await analysed({ ...others, ...(answer && { [task]: answer }) });
    const good = await analysed(GOOD);
    expect(analysis).toEqual({ ...good, [task]: { unavailable: reason } });
  });

  it('keeps of a summary the points that show a turn of the call', async () => {
    const points = [
      { text: 'The router is dead.', turn: 1 },
      { text: ' ', turn: 2 },
    ];
    const { summary } = await analysed({ ...GOOD, summary: { value: { text: ' A. ', points } } });
    expect(summary).toMatchObject({ text: 'A.', points: [{ evidence: [1] }] });
  });

  it('names a topic once, with all turns that show it', async () => {
    const value = [
      { topic: 'delivery', turn: 2 },
      { topic: 'billing', turn: 1 },
      { topic: 'delivery', turn: 0 },
    ];
    expect((await analysed({ ...GOOD, topics: { value } })).topics).toMatchObject([
      { label: 'delivery', evidence: [2, 0] },
      { label: 'billing', evidence: [1] },
    ]);
  });

  it('may name no topic', async () => {
    expect((await analysed({ ...GOOD, topics: { value: [] } })).topics).toEqual([]);
  });

  it('to nothing that was asked is a failed analysis, with the reasons', async () => {
    await expect(analysed({ summary: { error: over } })).rejects.toMatchObject({
      name: 'ANALYSIS_FAILED',
      message: expect.stringMatching(
        /^INVALID_ANSWER, INVALID_ANSWER, DEADLINE_EXCEEDED(, INVALID_ANSWER)+$/,
      ) as string,
    });
  });
});

describe('a call that is longer than the context', () => {
  const turns = Array.from({ length: 400 }, (_, at) => ({
    speaker: at % 2 === 0 ? ('agent' as const) : ('customer' as const),
    text: `turn ${at} says what turns say when they have a few more words`,
  }));
  const LONG = transcriptOf(turns);

  it('is read at its beginning and its end, within the context, and says so', async () => {
    const { model, asked } = aModel();
    const { turnsRead } = await languageModelAnalyser(model, DEFAULT_SETTINGS).analyse(LONG);
    const { prefix = '', branches = [] } = asked[0] ?? {};
    expect(prefix).toContain('[0] Agent: turn 0 says');
    expect(prefix).toMatch(/\n\[\.\.\.\]\n/);
    expect(prefix).toContain('[399] Customer: turn 399 says');
    const longest = Math.max(
      ...branches.map((one) => tokensIn(one.suffix) + ('write' in one ? one.maxTokens : 1)),
    );
    expect(tokensIn(prefix) + longest).toBeLessThanOrEqual(2048);
    expect(tokensIn(prefix) + longest).toBeGreaterThan(1900);
    expect(turnsRead).toEqual({ read: prefix.match(/\[\d+\]/g)?.length, of: 400 });
  });

  it('is not said to show anything in turns that were left out', async () => {
    const points = [
      { text: 'At the beginning.', turn: 0 },
      { text: 'In the middle.', turn: 200 },
    ];
    const value = points.map(({ turn }) => ({ topic: 'billing', turn }));
    const { model } = aModel({
      ...GOOD,
      summary: { value: { text: 'A call.', points } },
      topics: { value },
    });
    const { summary, topics } = await languageModelAnalyser(model, DEFAULT_SETTINGS).analyse(LONG);
    expect(summary).toMatchObject({ points: [{ evidence: [0] }] });
    expect(topics).toMatchObject([{ label: 'billing', evidence: [0] }]);
  });

  it('is read in parts even when it is one turn, as mono can be', async () => {
    const { model, asked } = aModel();
    const text = Array.from({ length: 5000 }, (_, at) => `word${at}`).join(' ');
    await languageModelAnalyser(model, DEFAULT_SETTINGS).analyse(
      transcriptOf([{ speaker: 'unknown', text }]),
    );
    expect(asked[0]?.prefix).toMatch(/\[0\] Speaker: word0 .*\n\[\.\.\.\]\n.* word4999\n/s);
  });

  it('is asked about with fewer lines when the endpoint says that it is too long', async () => {
    const prefixes: string[] = [];
    const { model } = aModel(({ prefix }) => {
      prefixes.push(prefix);
      throw new PromptTooLong(300);
    });
    const analysis = languageModelAnalyser(model, DEFAULT_SETTINGS).analyse(LONG);
    await expect(analysis).rejects.toThrow(PromptTooLong);
    const [first = '', second = '', ...more] = prefixes;
    expect(more).toEqual([]);
    expect(tokensIn(first) - tokensIn(second)).toBeGreaterThanOrEqual(280);
  });

  it('fails where not one line fits', async () => {
    const { model, asked } = aModel(GOOD, 450);
    await expect(
      languageModelAnalyser(model, DEFAULT_SETTINGS).analyse(LONG),
    ).rejects.toMatchObject({
      name: 'ANALYSIS_FAILED',
    });
    expect(asked).toEqual([]);
  });
});
