import { describe, expect, it } from 'vitest';
import type { Word } from '../../../../core/transcript.ts';
import { turnsOf } from '../../../../containers/whisper/src/conversation/turns.ts';
import { said } from './said.ts';

const stereo = { channels: 2, agentChannel: null };

const linesOf = (turns: ReturnType<typeof turnsOf>) =>
  turns.map(({ speaker, text }) => `${speaker}: ${text}`);

describe('turns', () => {
  it('join the words of a speaker over segments and short pauses', () => {
    const turns = turnsOf([said(0, ['good', 1], ['day', 1.5]), said(0, ['sir', 2.8])], stereo);
    expect(turns).toEqual([
      {
        index: 0,
        speaker: 'agent',
        channel: 0,
        start: 1,
        end: 3.1999999999999997,
        text: 'good day sir',
        language: 'en',
        confidence: expect.closeTo(0.8) as number,
        words: expect.arrayContaining([]) as Word[],
      },
    ]);
    expect(turns[0]?.words).toHaveLength(3);
  });

  it('end with a pause of more than a second', () => {
    const turns = turnsOf([said(0, ['hold', 1], ['thanks', 2.5])], stereo);
    expect(linesOf(turns)).toEqual(['agent: hold', 'agent: thanks']);
  });

  it('end where the other speaker says something in between', () => {
    const turns = turnsOf([said(0, ['well', 1], ['so', 2.2]), said(1, ['yes', 1.6])], stereo);
    expect(linesOf(turns)).toEqual(['agent: well', 'customer: yes', 'agent: so']);
  });

  it('end where the language changes, however short the pause', () => {
    const turns = turnsOf([said(0, ['thanks', 1]), said(0, ['شكرا', 1.5, 'ar'])], stereo);
    expect(turns.map(({ language, text }) => [language, text])).toEqual([
      ['en', 'thanks'],
      ['ar', 'شكرا'],
    ]);
  });

  it('keep people who talk at once apart, each in one piece', () => {
    const turns = turnsOf(
      [said(0, ['we', 1], ['can', 1.4], ['do', 1.8]), said(1, ['no', 1.5])],
      stereo,
    );
    expect(linesOf(turns)).toEqual(['agent: we can do', 'customer: no']);
    expect(turns.map(({ index }) => index)).toEqual([0, 1]);
  });

  it('follow the side that the agent is on', () => {
    const speech = [said(0, ['hi', 1]), said(1, ['hello', 2])];
    const speakers = (agentChannel: 'left' | 'right' | null) =>
      turnsOf(speech, { channels: 2, agentChannel }).map(({ speaker }) => speaker);
    expect(speakers(null)).toEqual(['agent', 'customer']);
    expect(speakers('left')).toEqual(['agent', 'customer']);
    expect(speakers('right')).toEqual(['customer', 'agent']);
  });

  it('of one channel are of unknown speakers and end with a shorter pause', () => {
    const mono = { channels: 1, agentChannel: 'left' as const };
    const turns = turnsOf([said(0, ['hi', 1], ['hello', 1.9])], mono);
    expect(linesOf(turns)).toEqual(['unknown: hi', 'unknown: hello']);
  });

  it('have no confidence where the engine gives none', () => {
    const words = [{ text: 'hi', start: 0, end: 1, confidence: null }];
    const [turn] = turnsOf([{ channel: 0, language: 'en', words }], stereo);
    expect(turn?.confidence).toBeNull();
  });

  it('are none without words', () => {
    expect(turnsOf([said(0)], stereo)).toEqual([]);
  });
});
