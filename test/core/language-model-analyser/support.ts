import { refine } from '../../../core/refine.ts';
import type { LanguageModel } from '../../../core/language-model-analyser/language-model.ts';
import type { Answer, AnswerRequestInput } from '../../../core/language-model.ts';
import type { Transcript } from '../../../core/transcript.ts';
import { dialogue, rawTranscript, type Line } from '../support/transcripts.ts';

export const MODEL = { name: 'jais-test', sha256: 'abc', contextTokens: 2048 };

export const transcriptOf = (script: string | Line[]): Transcript =>
  refine(rawTranscript(typeof script === 'string' ? dialogue(script) : script));

/** What a well-behaved model says, in English. */
export const GOOD: Readonly<Record<string, Answer>> = {
  sentiment: {
    label: 'negative',
    probabilities: { positive: 0.1, neutral: 0.2, negative: 0.7 },
  },
  outcome: {
    label: 'follow-up',
    probabilities: { resolved: 0.3, 'follow-up': 0.6, unclear: 0.1 },
  },
  summary: {
    value: {
      text: 'The router is dead; a technician comes on Monday.',
      points: [{ text: 'The router is dead.', turn: 1 }],
    },
  },
  topics: { value: [{ topic: 'technical_support', turn: 1 }] },
  intents: { value: [{ intent: 'report_fault', turn: 1 }] },
  actionItems: {
    value: [{ who: 'agent', text: 'send a technician', due: 'on Monday', turn: 2 }],
  },
  fraudRisk: { label: 'none', probabilities: { none: 0.9, low: 0.08, high: 0.02 } },
  scorecard1: {
    value: [
      { question: 'greeting', answer: 'yes', turn: 0 },
      { question: 'recording_notice', answer: 'no', turn: 0 },
      { question: 'introduction', answer: 'yes', turn: 1 },
    ],
  },
  scorecard2: { value: [] },
  scorecard3: { value: [] },
};

/** A model that answers as told and counts a token for every four characters. */
export function aModel(
  answers: Readonly<Record<string, Answer>> | ((request: AnswerRequestInput) => never) = GOOD,
  contextTokens = MODEL.contextTokens,
) {
  const asked: AnswerRequestInput[] = [];
  const counted: string[] = [];
  const model: LanguageModel = {
    async count(texts) {
      counted.push(...texts);
      return { counts: texts.map(tokensIn), contextTokens };
    },
    async answer(request) {
      asked.push(request);
      if (typeof answers === 'function') return answers(request);
      const usage = { promptTokens: 1, cachedTokens: 0, completionTokens: 1 };
      return { answers, usage, model: { ...MODEL, contextTokens } };
    },
  };
  return { model, asked, counted };
}

export const tokensIn = (text: string): number => Math.ceil(text.length / 4);
