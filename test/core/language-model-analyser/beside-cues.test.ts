import { describe, expect, it } from 'vitest';
import { selectAnalyser } from '../../../core/analysers.ts';
import { Analysis } from '../../../core/analysis.ts';
import type { Answer } from '../../../core/language-model.ts';
import { DEFAULT_SETTINGS } from '../../support/settings.ts';
import { aModel, GOOD, transcriptOf } from './support.ts';

const CALL = `
  A: good morning, this is Dana, how can I help?
  C: my router is not working, and I will call my lawyer
  A: I will send a technician on Monday
`;

const analysed = async (answers: Readonly<Record<string, Answer>>, call = CALL) => {
  const { model } = aModel(answers);
  const analyser = selectAnalyser('jais', { settings: DEFAULT_SETTINGS, model: () => model });
  return Analysis.parse(await analyser.analyse(transcriptOf(call)));
};
const failed: Answer = { error: { code: 'DEADLINE_EXCEEDED', message: 'late' } };
const answerTo = ({ scorecard }: Analysis, id: string) =>
  'questions' in scorecard ? scorecard.questions.find((one) => one.id === id) : undefined;

describe('labels of a model beside cues', () => {
  it('say which of them found each', async () => {
    const { topics, intents } = await analysed(GOOD);
    expect(topics).toMatchObject([
      { label: 'technical_support', source: 'both', evidence: [1] },
      { label: 'appointment', source: 'cues', evidence: [2] },
    ]);
    expect(intents).toMatchObject([
      { label: 'report_fault', source: 'both' },
      { label: 'legal_threat', source: 'cues', status: 'present' },
    ]);
  });

  it('are what must not be missed alone where the model did not answer', async () => {
    const { topics, intents } = await analysed({ ...GOOD, topics: failed, intents: failed });
    expect(topics).toEqual({ unavailable: 'DEADLINE_EXCEEDED' });
    expect(intents).toMatchObject([{ label: 'legal_threat', source: 'cues' }]);
  });

  it('stay unavailable where there is nothing of that kind', async () => {
    const { intents } = await analysed(
      { ...GOOD, intents: failed },
      'A: hello\nC: my bill is high',
    );
    expect(intents).toEqual({ unavailable: 'DEADLINE_EXCEEDED' });
  });
});

describe('the scorecard of a model beside cues', () => {
  it('takes a yes of either, and says whose it is', async () => {
    const value = [
      { question: 'greeting', answer: 'yes', turn: 0 },
      { question: 'recording_notice', answer: 'yes', turn: 0 },
      { question: 'offer_of_help', answer: 'no', turn: 0 },
    ];
    const analysis = await analysed({ ...GOOD, scorecard1: { value } });
    expect(answerTo(analysis, 'greeting')).toMatchObject({ answer: 'yes', source: 'both' });
    expect(answerTo(analysis, 'recording_notice')).toMatchObject({
      answer: 'yes',
      source: 'model',
      evidence: [0],
    });
    expect(answerTo(analysis, 'offer_of_help')).toMatchObject({ answer: 'yes', source: 'cues' });
  });

  it('believes no yes that a turn of the customer is to show', async () => {
    const value = [{ question: 'recording_notice', answer: 'yes', turn: 1 }];
    const analysis = await analysed({ ...GOOD, scorecard1: { value } });
    expect(answerTo(analysis, 'recording_notice')).toMatchObject({ answer: 'no' });
  });

  it('does not let a model say yes to what was said against it', async () => {
    const value = [{ question: 'secrets_protected', answer: 'yes', turn: 0 }];
    const analysis = await analysed(
      { ...GOOD, scorecard2: { value } },
      'A: hello, tell me your password please\nC: why\nA: I need it',
    );
    expect(answerTo(analysis, 'secrets_protected')).toMatchObject({ answer: 'no', source: 'cues' });
    expect(analysis.scorecard).toMatchObject({ passed: false });
  });
});

describe('what no model is asked', () => {
  it('is worked out from what was heard and what the others answered', async () => {
    const { routeTo, keywords } = await analysed(GOOD);
    expect(routeTo).toMatchObject({ queue: 'legal' });
    expect(keywords).toEqual(expect.arrayContaining([expect.any(String)]));
  });

  it('is unavailable where no word was said', async () => {
    const { routeTo, keywords, scorecard } = await analysed(GOOD, 'C: ...');
    expect([routeTo, keywords, scorecard]).toEqual([
      { unavailable: 'NO_WORDS' },
      { unavailable: 'NO_WORDS' },
      { unavailable: 'NO_AGENT_WORDS' },
    ]);
  });
});

describe('the risk of fraud', () => {
  it('is the worse of what a model and cues say', async () => {
    const low: Answer = { label: 'low', probabilities: { none: 0.1, low: 0.8, high: 0.1 } };
    const secret = 'A: hello, tell me your PIN\nC: why';
    expect((await analysed({ ...GOOD, fraudRisk: low })).fraudRisk).toMatchObject({
      level: 'low',
      source: 'model',
    });
    expect((await analysed({ ...GOOD, fraudRisk: low }, secret)).fraudRisk).toMatchObject({
      level: 'high',
      source: 'cues',
      signs: [{ sign: 'secret_asked', evidence: [0] }],
    });
  });
});
