import type { Language } from '../../../../core/call.ts';
import type { Word } from '../../../../core/transcript.ts';

/** Words of 0.4 s each on one channel: `said(0, ['hello', 1], ['there', 1.5])`. */
export function said(channel: number, ...spoken: [string, number, Language?][]) {
  const words: Word[] = spoken.map(([text, start]) => ({
    text,
    start,
    end: start + 0.4,
    confidence: 0.8,
  }));
  return { channel, language: spoken[0]?.[2] ?? 'en', words };
}
