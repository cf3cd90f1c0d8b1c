import type { Analyser } from './analyser.ts';
import { Language } from './call.ts';
import type { RedactionPolicy } from './redaction/policy.ts';
import { refine } from './refine.ts';
import type { ActionItem } from './tasks/action-items.ts';
import type { FraudRisk } from './tasks/fraud-risk.ts';
import { forEachTask } from './tasks/index.ts';
import { labelled, type GivenLabel } from './tasks/label.ts';
import type { Route } from './tasks/route-to.ts';
import type { Scorecard } from './tasks/score.ts';
import { isUnavailable, type Unavailable } from './tasks/unavailable.ts';
import { languageOf } from './text/language.ts';
import type { RawTranscript, Speaker, Transcript, Turn } from './transcript.ts';

/** A call that was never a recording: its turns as somebody wrote them down. */
export interface WrittenCall {
  readonly id: string;
  readonly lang?: string | null | undefined;
  readonly turns: readonly { readonly speaker: Speaker; readonly text: string }[];
}

/** An analysis as commands print it: labels and redacted text, null where there is no answer. */
export interface WrittenAnalysis {
  id: string;
  language: Language;
  sentiment: string | null;
  outcome: string | null;
  summary: string | null;
  /** Labels of the taxonomy that are sure enough. */
  topics: string[] | null;
  intents: string[] | null;
  /** Critical intents that may be. */
  possibleIntents: string[] | null;
  keywords: string[] | null;
  actionItems: ActionItem[] | null;
  fraudRisk: FraudRisk | null;
  routeTo: Route | null;
  scorecard: Scorecard | null;
  redactedTurns: { speaker: Speaker; text: string }[];
  /** The summary's points, with the turns that show them. */
  points: { text: string; evidence: number[] }[];
  evidence: { sentiment: number[]; outcome: number[] };
  /** Why an answer is null, by task. */
  unavailable: Record<string, string>;
  engine: string;
}

/** Redacts and analyses a written call as a recorded one would be. */
export async function analyseWritten(
  call: WrittenCall,
  analyser: Analyser,
  policy?: RedactionPolicy,
): Promise<WrittenAnalysis> {
  const transcript = transcriptOf(call, policy);
  const analysis = await analyser.analyse(transcript);
  const { language, sentiment, outcome, summary, topics } = analysis;
  return {
    id: call.id,
    language,
    sentiment: given(sentiment)?.label ?? null,
    outcome: given(outcome)?.label ?? null,
    summary: given(summary)?.text ?? null,
    topics: labelsIn(topics, 'present'),
    intents: labelsIn(analysis.intents, 'present'),
    possibleIntents: labelsIn(analysis.intents, 'possible'),
    keywords: given(analysis.keywords),
    actionItems: given(analysis.actionItems),
    fraudRisk: given(analysis.fraudRisk),
    routeTo: given(analysis.routeTo),
    scorecard: given(analysis.scorecard),
    redactedTurns: transcript.turns.map(({ speaker, text }) => ({ speaker, text })),
    points: given(summary)?.points ?? [],
    evidence: {
      sentiment: given(sentiment)?.evidence ?? [],
      outcome: given(outcome)?.evidence ?? [],
    },
    unavailable: reasons(forEachTask((_, task) => analysis[task])),
    engine: analyser.name,
  };
}

/** The transcript that would be kept of a written call: redacted. */
export function transcriptOf(call: WrittenCall, policy?: RedactionPolicy): Transcript {
  return refine(rawTranscriptOf(call), policy);
}

/** A transcript without times: each turn lasts a second, so that order stands for time. */
function rawTranscriptOf({ id, lang, turns }: WrittenCall): RawTranscript {
  const stated = Language.safeParse(lang);
  const turnOf = ({ speaker, text }: WrittenCall['turns'][number], index: number): Turn => ({
    index,
    speaker,
    channel: speaker === 'customer' ? 1 : 0,
    start: index,
    end: index + 1,
    text,
    language: languageOf(text) ?? (stated.success ? stated.data : 'en'),
    confidence: null,
  });
  return {
    schemaVersion: 1,
    callId: id,
    revision: 'written',
    durationSeconds: turns.length,
    channels: 2,
    engine: { name: 'written', model: 'none', modelSha256: null, version: '1' },
    turns: turns.map(turnOf),
    rejected: [],
    redacted: false,
  };
}

function given<Answer>(answer: Answer | Unavailable): Answer | null {
  return isUnavailable(answer) ? null : answer;
}

const labelsIn = (
  labels: GivenLabel[] | Unavailable,
  status: GivenLabel['status'],
): string[] | null => (isUnavailable(labels) ? null : labelled(labels, status));

function reasons(answers: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(answers).flatMap(([task, answer]) =>
      isUnavailable(answer) ? [[task, answer.unavailable]] : [],
    ),
  );
}
