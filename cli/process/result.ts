import type { CallRecord } from '../../core/call.ts';
import { MESSAGES } from '../../core/contract.ts';
import type { Transcript } from '../../core/transcript.ts';

/** What `sada process --json` prints of a call; whatever is absent is null. */
export interface CallResult {
  file: string;
  callId: string;
  revision: string;
  status: string;
  durationSeconds: number | null;
  language: string | null;
  sentiment: string | null;
  outcome: string | null;
  summary: string | null;
  topics: string[] | null;
  intents: string[] | null;
  /** Critical intents that may be the customer's. */
  possibleIntents: string[] | null;
  fraudRisk: string | null;
  routeTo: string | null;
  /** The agent's, 0 to 100. */
  score: number | null;
  /** Whether no critical question of the scorecard was answered no. */
  passed: boolean | null;
  turns: { speaker: string; start: number; end: number; text: string }[];
  engines: { transcription: string | null; analysis: string | null };
  error: { code: string; message: string } | null;
}

/** A call as people and scripts are shown it. */
export function callResult(
  file: string,
  record: CallRecord,
  transcript: Transcript | null,
): CallResult {
  const { callId, revision, status, code } = record;
  return {
    file,
    callId,
    revision,
    status,
    durationSeconds: record.durationSeconds ?? null,
    language: record.language ?? null,
    sentiment: record.sentiment ?? null,
    outcome: record.outcome ?? null,
    summary: record.summary ?? null,
    topics: record.topics ?? null,
    intents: record.intents ?? null,
    possibleIntents: record.possibleIntents ?? null,
    fraudRisk: record.fraudRisk ?? null,
    routeTo: record.routeTo ?? null,
    score: record.score ?? null,
    passed: record.passed ?? null,
    turns: (transcript?.turns ?? []).map(({ speaker, start, end, text }) => ({
      speaker,
      start,
      end,
      text,
    })),
    engines: {
      transcription: record.transcriptionEngine ?? null,
      analysis: record.analysisEngine ?? null,
    },
    error: code === undefined ? null : { code, message: MESSAGES[code] },
  };
}
