import type { RawTranscript } from '../../../../core/transcript.ts';
import type { ChannelSpeech, Recognition } from '../engines/engine.ts';
import { withoutBleed } from './bleed.ts';
import { turnsOf, type AgentChannel } from './turns.ts';

/** What was heard on each channel as one conversation: who said what, and what nobody said. */
export async function conversationOf(
  recognition: Recognition,
  channels: readonly ChannelSpeech[],
  agentChannel: AgentChannel,
): Promise<Pick<RawTranscript, 'turns' | 'rejected'>> {
  const { segments, rejected } = await withoutBleed(recognition, channels);
  const turns = turnsOf(segments, { channels: channels.length, agentChannel });
  return { turns, rejected: rejected.toSorted((one, other) => one.start - other.start) };
}
