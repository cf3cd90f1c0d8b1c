import type { Price } from './price.ts';

/** What others charge for hearing a call, by the minute. */
export interface ManagedService extends Omit<Price, 'usd'> {
  readonly name: string;
  /** Of a month: from so many minutes on, so much a minute. */
  readonly tiers: readonly { readonly fromMinutes: number; readonly usd: number }[];
  readonly note: string;
}

const MINUTE = { per: 'minute', asOf: '2026-11' };

/** The first is what plans compare with: it does the least of them that run beside Sada in AWS. */
export const MANAGED_SERVICES: readonly [ManagedService, ...ManagedService[]] = [
  {
    ...MINUTE,
    name: 'Amazon Transcribe',
    of: 'batch transcription',
    source: 'https://aws.amazon.com/transcribe/pricing/',
    tiers: [
      { fromMinutes: 0, usd: 0.024 },
      { fromMinutes: 250_000, usd: 0.015 },
      { fromMinutes: 1_000_000, usd: 0.0102 },
      { fromMinutes: 5_000_000, usd: 0.0078 },
    ],
    note: 'a transcript alone; redacts English, no sentiment, summary or outcome',
  },
  {
    ...MINUTE,
    name: 'Amazon Connect Contact Lens',
    of: 'voice analytics',
    source: 'https://aws.amazon.com/connect/pricing/',
    tiers: [
      { fromMinutes: 0, usd: 0.015 },
      { fromMinutes: 5_000_000, usd: 0.0125 },
    ],
    note: 'for calls of Amazon Connect; price at second hand',
  },
  {
    ...MINUTE,
    name: 'Google Speech-to-Text v2',
    of: 'batch and streaming recognition',
    source: 'https://cloud.google.com/speech-to-text/pricing',
    tiers: [{ fromMinutes: 0, usd: 0.016 }],
    note: 'a transcript alone; tiers from 500,000 minutes are not counted',
  },
  {
    ...MINUTE,
    name: 'Azure Speech to Text',
    of: 'standard transcription',
    source: 'https://azure.microsoft.com/pricing/details/cognitive-services/speech-services/',
    tiers: [{ fromMinutes: 0, usd: 0.017 }],
    note: 'a transcript alone',
  },
  {
    ...MINUTE,
    name: 'OpenAI Whisper API',
    of: 'transcription',
    source: 'https://openai.com/api/pricing/',
    tiers: [{ fromMinutes: 0, usd: 0.006 }],
    note: 'a transcript alone; audio leaves for another company',
  },
];

/** What a month of so many minutes costs, tier by tier, in US dollars. */
export function managedCost({ tiers }: ManagedService, minutes: number): number {
  return tiers.reduce((sum, { fromMinutes, usd }, at) => {
    const upTo = tiers[at + 1]?.fromMinutes ?? Infinity;
    return sum + Math.max(0, Math.min(minutes, upTo) - fromMinutes) * usd;
  }, 0);
}
