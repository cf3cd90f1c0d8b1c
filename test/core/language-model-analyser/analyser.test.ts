import { describe, expect, it } from 'vitest';
import { Analysis } from '../../../core/analysis.ts';
import { languageModelAnalyser } from '../../../core/language-model-analyser/analyser.ts';
import { DEFAULT_SETTINGS } from '../../support/settings.ts';
import type { Answer } from '../../../core/language-model.ts';
import { MODEL } from '../../support/scripted-language-model.ts';
import { aModel, GOOD, transcriptOf } from './support.ts';

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

  it('is not sent to the model when no word was said', async () => {
    const { model, asked, counted } = aModel();
    const analysis = await languageModelAnalyser(model, DEFAULT_SETTINGS).analyse(
      transcriptOf([{ text: ' ' }]),
    );
    expect([asked, counted]).toEqual([[], []]);
    expect(Analysis.parse(analysis).sentiment).toEqual({ unavailable: 'NO_WORDS' });
  });
});

const cited = (turn: number): Answer => ({ value: { turn } });

/** A call of one turn, and what is asked about it. */
const spoken = async (speaker: 'agent' | 'customer' | 'unknown') => {
  const { model, asked } = aModel();
  const call = transcriptOf([{ speaker, text: 'my router is dead since Monday' }]);
  const analysis = await languageModelAnalyser(model, DEFAULT_SETTINGS).analyse(call);
  return { analysis, names: asked[0]?.branches.map(({ name }) => name) };
};

describe('a call in which one side is silent', () => {
  it('has no mood of a customer who said nothing', async () => {
    const { analysis } = await spoken('agent');
    expect(analysis.sentiment).toEqual({ unavailable: 'NO_CUSTOMER_WORDS' });
    expect(analysis.outcome).toMatchObject({ label: 'follow_up_needed' });
  });

  it('is not asked how a silent agent sounds', async () => {
    const { analysis, names } = await spoken('customer');
    expect(names).not.toContain('sentiment-agent');
    expect(analysis.sentiment).toMatchObject({
      bySpeaker: { agent: null, customer: 'negative' },
    });
  });

  it('or in which nobody knows the sides has a mood, and no side of it', async () => {
    const { analysis } = await spoken('unknown');
    expect(analysis.sentiment).toMatchObject({
      label: 'negative',
      bySpeaker: { agent: null, customer: null },
    });
  });
});

describe('the evidence of a label', () => {
  it('is the turn that the model cites', async () => {
    const lines = { 'sentiment-turn': cited(1), 'outcome-turn': cited(2) };
    expect(await analysed({ ...GOOD, ...lines })).toMatchObject({
      sentiment: { label: 'negative', evidence: [1] },
      outcome: { label: 'follow_up_needed', evidence: [2] },
    });
  });

  it.each<[string, Answer]>([
    ['a turn of the agent', cited(2)],
    ['a turn that is not there', cited(3)],
    ['nothing of use', { value: 'the second' }],
  ])('of the customer is none where it is %s', async (_what, answer) => {
    expect(await analysed({ ...GOOD, 'sentiment-turn': answer })).toMatchObject({
      sentiment: { label: 'negative', evidence: [] },
    });
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
    ['without words', 'summary', { value: { text: ' \n', points: [] } }, 'EMPTY_ANSWER'],
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
    const { summary } = await analysed({
      ...GOOD,
      summary: { value: { text: ' A call. ', points } },
    });
    expect(summary).toMatchObject({ text: 'A call.', points: [{ evidence: [1] }] });
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
