import { describe, expect, it } from 'vitest';
import { onOneClock } from '../../../../containers/whisper/src/conversation/common-clock.ts';
import { conversationOf } from '../../../../containers/whisper/src/conversation/conversation.ts';
import { turnsOf } from '../../../../containers/whisper/src/conversation/turns.ts';
import type { RecognisedSegment } from '../../../../containers/whisper/src/engines/engine.ts';
import { RawTranscript } from '../../../../core/transcript.ts';
import { dialogueOf, PLAIN, startedLate, type Dialogue } from '../../../core/support/dialogues.ts';
import { harperValley } from '../../../core/support/harper-valley.ts';

const { channelTimes } = harperValley();
/** Customer and agent, on the channels given. */
const heardOn = (customer: 0 | 1, agent: 0 | 1) =>
  [customer, agent].map((channel, of) => ({
    channel,
    language: 'en' as const,
    words: (channelTimes[of] ?? []).map((said) => ({ ...said, confidence: null })),
  }));
const dropped = (channel: number) => ({ channel, start: 1, end: 2, text: 'so', reason: 'bleed' });

const silent = (channel: number) => ({ channel, pcmFile: '/dev/null', segments: [] });
const order = (segments: readonly RecognisedSegment[]) =>
  turnsOf(segments, { channels: 2, agentChannel: 'left' }).map(({ text }) => text);

describe('two channels whose clocks differ', () => {
  it.each([
    ['right', heardOn(0, 1), 2.024, [1, 3.024]],
    ['left', heardOn(1, 0), -2.024, [3.024, 1]],
  ] as const)('have what is late moved on: %s', (_, segments, offset, rejectedStarts) => {
    const late = offset > 0 ? 1 : 0;
    const found = onOneClock({ segments, rejected: [dropped(0), dropped(1)] });
    expect(found.clockOffsetSeconds).toBeCloseTo(offset, 3);
    const first = (channel: number) =>
      found.segments.find((segment) => segment.channel === channel)?.words[0]?.start;
    expect(first(late)).toBeCloseTo(1.669 + 2.024, 3);
    expect(first(1 - late)).toBe(12.89);
    expect(found.rejected.map(({ start }) => Math.round(start * 1000) / 1000)).toEqual(
      rejectedStarts,
    );
  });

  it('become turns in the order in which people spoke', () => {
    const spoken = dialogueOf({ ...PLAIN, changes: 60, backchannels: 0 }, 5);
    const late = segmentsOf(startedLate(spoken, 3));
    expect(order(late)).not.toEqual(order(segmentsOf(spoken)));
    expect(order(onOneClock({ segments: late, rejected: [] }).segments)).toEqual(
      order(segmentsOf(spoken)),
    );
  });
});

/** A stretch of speech as one word that tells where it stands on its channel. */
const segmentsOf = (dialogue: Dialogue): RecognisedSegment[] =>
  dialogue.map((stretches, channel) => ({
    channel,
    language: 'en',
    words: stretches.map(({ start, end }, at) => {
      return { text: `${channel}-${at}`, start, end, confidence: null };
    }),
  }));

describe('a conversation', () => {
  it('says what its clocks were found to differ by', async () => {
    const heard = { segments: heardOn(0, 1), rejected: [] };
    const stereo = await conversationOf(heard, [silent(0), silent(1)], 'right');
    expect(stereo.clockOffsetSeconds).toBeCloseTo(2.024, 3);
    expect(RawTranscript.shape.clockOffsetSeconds.parse(stereo.clockOffsetSeconds)).toBeDefined();
  });

  it('of one channel has one clock', async () => {
    const heard = { segments: heardOn(0, 0), rejected: [] };
    const mono = await conversationOf(heard, [silent(0)], null);
    expect(mono).not.toHaveProperty('clockOffsetSeconds');
  });
});
