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
