import { describe, expect, it } from 'vitest';
import { turnsOf } from '../../../../containers/whisper/src/conversation/turns.ts';
import { said } from './said.ts';

/** `speaker: text`, with a star for a backchannel. */
function lines(segments: Parameters<typeof turnsOf>[0], channels = 2): string[] {
  return turnsOf(segments, { channels, agentChannel: 'left' }).map(
    ({ speaker, text, backchannel }) => `${speaker}${backchannel === true ? '*' : ''}: ${text}`,
  );
}

describe('a backchannel', () => {
  const explains = said(0, ['first', 1], ['you', 1.5], ['restart', 2], ['it', 2.5], ['then', 3.8]);

  it('is flagged in a pause of the other and does not cut what the other says', () => {
    expect(lines([explains, said(1, ['mm-hm', 3])])).toEqual([
      'agent: first you restart it then',
      'customer*: mm-hm',
    ]);
  });

  it('is flagged in Arabic, too', () => {
    expect(lines([explains, said(1, ['نعم،', 3, 'ar'])])[1]).toBe('customer*: نعم،');
  });

  it('is flagged while the other speaks, whatever the word', () => {
    expect(lines([explains, said(1, ['restart', 2.1], ['it', 2.6])])).toEqual([
      'agent: first you restart it then',
      'customer*: restart it',
    ]);
  });

  it('is flagged each time that it is said', () => {
    const long = said(
      0,
      ...Array.from({ length: 20 }, (_, at): [string, number] => ['word', 1 + at * 0.9]),
    );
    const listens = said(1, ['okay', 3.25], ['yes', 4.15], ['right', 5.05], ['mm', 5.95]);
    const heard = lines([long, listens]);
    expect(heard).toHaveLength(5);
    expect(heard.filter((line) => line.startsWith('customer*'))).toHaveLength(4);
  });

  it.each([
    ['an answer to a question', [['ready?', 2.5]], [['yes', 3]]],
    ['an answer that is no agreement', [['number', 2.5]], [['seven', 3]]],
    ['a denial', [['broken', 2.5]], [['no', 3]]],
    [
      'more than two words',
      [['it', 2.5]],
      [
        ['okay', 2.92],
        ['yes', 3.1],
        ['sure', 3.3],
      ],
    ],
  ] as [string, [string, number][], [string, number][]][])(
    'is not %s, which ends the turn',
    (_, last, reply) => {
      const asks = said(0, ['is', 1], ['it', 1.5], ['all', 2], ...last, ['good', 3.8]);
      const heard = lines([asks, said(1, ...reply)]);
      expect(heard).toHaveLength(3);
      expect(heard.join()).not.toContain('*');
    },
  );

  it('is not what the other does not go on after', () => {
    expect(
      lines([said(0, ['please', 1], ['restart', 1.5], ['it', 2]), said(1, ['okay', 2.5])]),
    ).toEqual(['agent: please restart it', 'customer: okay']);
  });

  it('is not a piece of a longer turn that the other talks into', () => {
    const heard = lines([
      said(0, ['I', 1], ['want', 1.5], ['my', 2], ['money', 2.5], ['back', 3.4], ['now', 3.9]),
      said(1, ['yes', 2.95], ['sure', 4.35], ['sir', 4.8], ['today', 5.3]),
    ]);
    expect(heard).toEqual([
      'agent: I want my money back now',
      'customer*: yes',
      'customer: sure sir today',
    ]);
  });

  it('is not the first word of somebody who takes the floor', () => {
    const objects = said(1, ['but', 2.1], ['that', 3], ['costs', 3.5], ['money', 4.3]);
    expect(lines([explains, objects]).filter((line) => line.includes('*'))).toEqual([]);
  });

  it('is none between two who say a word each', () => {
    expect(lines([said(0, ['yes', 1], ['okay', 2]), said(1, ['okay', 1.5], ['bye', 2.5])])).toEqual(
      ['agent: yes', 'customer: okay', 'agent: okay', 'customer: bye'],
    );
  });

  it('is none on one channel, where nobody is told apart', () => {
    expect(lines([explains], 1).join()).not.toContain('*');
  });
});
