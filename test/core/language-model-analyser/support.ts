import { refine } from '../../../core/refine.ts';
import type { Answer } from '../../../core/language-model.ts';
import type { Transcript } from '../../../core/transcript.ts';
import { scriptedModel } from '../../support/scripted-language-model.ts';
import { dialogue, rawTranscript, type Line } from '../support/transcripts.ts';

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

/** A model that answers every window alike. */
export const aModel = (answers: Readonly<Record<string, Answer>> = GOOD) =>
  scriptedModel(() => answers);
