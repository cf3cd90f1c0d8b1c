import type { TranscriptionJob } from '../../../../core/job.ts';
import type { Speaker, Turn, Word } from '../../../../core/transcript.ts';
import type { RecognisedSegment } from '../engines/engine.ts';
import { backchannelsOf } from './backchannels.ts';
import { spokenWords, utterancesOf, type SpokenWord, type Utterance } from './utterances.ts';

/** A speaker who is silent for longer has finished; pauses within a sentence are shorter. */
const LONGEST_PAUSE_SECONDS = 1;

/** On one channel the next speaker ends a pause, mostly within half a second. */
const LONGEST_PAUSE_ALONE_SECONDS = 0.4;

export type AgentChannel = TranscriptionJob['hints']['agentChannel'];

/**
 * Words of all channels as turns in the order in which they start. A turn ends with a pause, with
 * another language, or where the other speaker says something in between that is more than a
 * backchannel. People who talk at once have a turn each, and so has who says a backchannel.
 * @param agentChannel null means left, the recorders' habit; one channel alone tells nobody apart
 */
export function turnsOf(
  segments: readonly RecognisedSegment[],
  { channels, agentChannel }: { channels: number; agentChannel: AgentChannel },
): Turn[] {
  const pause = channels === 1 ? LONGEST_PAUSE_ALONE_SECONDS : LONGEST_PAUSE_SECONDS;
  const words = spokenWords(segments);
  const backchannels = backchannelsOf(words, pause);
  const aside = new Set(backchannels.flatMap((utterance) => utterance.words));
  const speech = utterancesOf(
    words.filter((word) => !aside.has(word)),
    pause,
  );
  const speakerOf = (channel: number): Speaker => speakerOn(channel, channels, agentChannel);
  return [
    ...speech.map((utterance) => turnOf(utterance, speakerOf)),
    ...backchannels.map((utterance) => ({
      ...turnOf(utterance, speakerOf),
      backchannel: true as const,
    })),
  ]
    .sort((one, other) => one.start - other.start || one.channel - other.channel)
    .map((turn, index) => ({ index, ...turn }));
}

function turnOf(
  { channel, language, start, end, words }: Utterance,
  speakerOf: (channel: number) => Speaker,
): Omit<Turn, 'index'> {
  return {
    channel,
    speaker: speakerOf(channel),
    start,
    end,
    text: words.map(({ text }) => text).join(' '),
    language,
    confidence: meanConfidence(words),
    words: words.map(wordAlone),
  };
}

const wordAlone = ({ text, start, end, confidence }: SpokenWord): Word => ({
  text,
  start,
  end,
  confidence,
});

function speakerOn(channel: number, channels: number, agentChannel: AgentChannel): Speaker {
  if (channels === 1) return 'unknown';
  return channel === (agentChannel === 'right' ? 1 : 0) ? 'agent' : 'customer';
}

/** Null where the engine gives none for any word. */
function meanConfidence(words: readonly Word[]): number | null {
  const known = words.flatMap(({ confidence }) => confidence ?? []);
  if (known.length === 0) return null;
  return known.reduce((sum, confidence) => sum + confidence, 0) / known.length;
}
