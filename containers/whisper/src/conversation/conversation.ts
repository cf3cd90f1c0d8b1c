import type { RawTranscript } from '../../../../core/transcript.ts';
import type { ChannelSpeech, Recognition } from '../engines/engine.ts';
import { withoutBleed } from './bleed.ts';
import { onOneClock } from './common-clock.ts';
import { turnsOf, type AgentChannel } from './turns.ts';

/**
 * What was heard on each channel as one conversation: who said what, and what nobody said. Bleed is
 * looked for in the sound, so by the times of the file; who speaks when the other does decides
 * where turns end, so clocks are set right before.
 */
export async function conversationOf(
  recognition: Recognition,
  channels: readonly ChannelSpeech[],
  agentChannel: AgentChannel,
): Promise<Pick<RawTranscript, 'turns' | 'rejected' | 'clockOffsetSeconds'>> {
  const clean = await withoutBleed(recognition, channels);
  const { segments, rejected, ...clock } = channels.length === 2 ? onOneClock(clean) : clean;
  return {
    turns: turnsOf(segments, { channels: channels.length, agentChannel }),
    rejected: rejected.toSorted((one, other) => one.start - other.start),
    ...clock,
  };
}
