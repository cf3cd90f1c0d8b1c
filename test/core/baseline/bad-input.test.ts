import { describe, expect, it } from 'vitest';
import { Analysis } from '../../../core/analysis.ts';
import { isUnavailable } from '../../../core/tasks/unavailable.ts';
import type { Line } from '../support/transcripts.ts';
import { analyse } from './support.ts';

const NEW = ['topics', 'intents', 'actionItems', 'fraudRisk', 'routeTo', 'scorecard'] as const;

const long =
  'I will call you back tomorrow about the bill, تم إلغاء العقد، my password is 5. '.repeat(70);

/** What reaches the analysis and is no ordinary call. */
const STRANGE: [what: string, lines: Line[]][] = [
  ['one turn', [{ text: 'cancel my contract' }]],
  ['one word', [{ speaker: 'agent', text: 'hello' }]],
  ['a turn of 5,000 characters', [{ speaker: 'agent', text: long.slice(0, 5000) }]],
  ['scripts mixed inside a word', [{ text: 'الorder تأخر، الbill غلط و cancelالعقد' }]],
  ['marks of direction', [{ text: '\u200fألغي\u200e \u202bالعقد\u202c my \u2066contract\u2069' }]],
  ['emoji', [{ text: '👍🏽 my bill 😡😡 is 💸 wrong 🧾' }]],
  ['half a surrogate pair', [{ text: 'my bill \ud83d is wrong' }]],
  ['tags alone', [{ speaker: 'agent', text: '[NAME] [CARD]' }, { text: 'my bill is wrong' }]],
  [
    'turns out of order',
    [
      { text: 'my bill', index: 7 },
      { text: 'is wrong', index: 3 },
    ],
  ],
];

describe('a strange call', () => {
  it.each(STRANGE)(
    'has an analysis that keeps to its schema and cites its turns: %s',
    async (_, lines) => {
      const analysis = await analyse(lines);
      expect(Analysis.parse(analysis)).toEqual(analysis);
      const indexes = lines.map(({ index }, at) => index ?? at);
      const cited = [
        ...JSON.stringify(NEW.map((task) => analysis[task])).matchAll(/"evidence":\[([\d,]*)\]/g),
      ]
        .flatMap(([, list = '']) => list.split(','))
        .filter((one) => one !== '');
      expect(cited.filter((one) => !indexes.includes(Number(one)))).toEqual([]);
    },
  );

  it('is found to want what it says, in whatever script', async () => {
    const { intents } = await analyse([{ text: '\u200fألغي\u200e \u202bالعقد\u202c' }]);
    expect(intents).toMatchObject([{ label: 'cancel_service', status: 'present' }]);
  });
});

describe('a call without words', () => {
  it.each([
    ['no turns', []],
    ['no words', [{ text: '...' }, { speaker: 'agent' as const, text: '👍' }]],
  ])('is unavailable to every task, with its reason: %s', async (_, lines) => {
    const analysis = await analyse(lines);
    const reasons = NEW.map((task) => {
      const answer = analysis[task];
      return isUnavailable(answer) ? answer.unavailable : answer;
    });
    expect(reasons).toEqual([
      'NO_WORDS',
      'NO_CUSTOMER_WORDS',
      'NO_WORDS',
      'NO_WORDS',
      'NO_WORDS',
      'NO_AGENT_WORDS',
    ]);
  });
});

describe('a call of one side', () => {
  it('is scored for an agent who is alone, and has no intent', async () => {
    const analysis = await analyse('A: hello, this is about your bill\nA: goodbye');
    expect(analysis).toMatchObject({
      intents: { unavailable: 'NO_CUSTOMER_WORDS' },
      scorecard: { passed: true },
      routeTo: { queue: 'general' },
    });
  });

  it('has no score where the customer is alone', async () => {
    const analysis = await analyse('C: hello, my bill is wrong\nC: hello?');
    expect(analysis).toMatchObject({
      scorecard: { unavailable: 'NO_AGENT_WORDS' },
      routeTo: { queue: 'billing' },
    });
  });
});
