import { readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Analysis } from '../../../core/analysis.ts';
import { present } from '../../../core/tasks/label.ts';
import type { Speaker } from '../../../core/transcript.ts';
import { CALLS } from './calls.ts';
import { analyse, asRecognised, baseline, given } from './support.ts';

const SAMPLES = new URL('../../../samples/', import.meta.url);
const truths = readdirSync(SAMPLES).filter((name) => name.endsWith('.truth.json'));

interface Truth {
  readonly turns: readonly { speaker: Speaker; text: string; start: number; end: number }[];
  readonly labels: {
    readonly sentiment: string;
    readonly outcome: string;
    readonly topics: string[];
  };
}

describe('the samples', () => {
  it('are there', () => {
    expect(truths.length).toBeGreaterThanOrEqual(3);
  });

  it.each(truths)(
    '%s has the sentiment, the outcome and the topics of its labels',
    async (name) => {
      const { turns, labels } = JSON.parse(readFileSync(new URL(name, SAMPLES), 'utf8')) as Truth;
      const { sentiment, outcome, topics } = await analyse(turns);
      expect({
        sentiment: given(sentiment).label,
        outcome: given(outcome).label,
        topics: new Set(present(given(topics))),
      }).toEqual({ ...labels, topics: new Set(labels.topics) });
    },
  );
});

describe.each(CALLS)('$name', ({ sentiment, outcome, topic, script }) => {
  it.each([
    ['as written', script],
    ['as recognised', asRecognised(script)],
  ])('has its labels %s', async (_, call) => {
    const analysis = await analyse(call);
    expect(given(analysis.sentiment).label).toBe(sentiment);
    expect(given(analysis.outcome).label).toBe(outcome);
    expect(given(analysis.topics).map(({ label }) => label)).toContain(topic);
  });
});

describe('an analysis', () => {
  it('says that the baseline made it, with no model', async () => {
    const { engine } = await analyse('C: hello');
    expect(baseline.name).toBe('baseline');
    expect(engine).toEqual({
      name: 'baseline',
      model: null,
      modelSha256: null,
      promptRevision: null,
    });
  });

  it.each([
    ['without turns', []],
    ['without words', [{ text: '...' }, { text: '👍 [CARD] — ' }]],
  ])('%s gives no answer to any task, and says why', async (_, lines) => {
    expect(await analyse(lines)).toMatchObject({
      sentiment: { unavailable: 'NO_CUSTOMER_WORDS' },
      outcome: { unavailable: 'NO_WORDS' },
      summary: { unavailable: 'NO_WORDS' },
      topics: { unavailable: 'NO_WORDS' },
      keywords: { unavailable: 'NO_WORDS' },
    });
  });

  it('takes one turn', async () => {
    const analysis = await analyse('C: my bill is wrong');
    expect(given(analysis.summary).text).toBe('Customer: my bill is wrong');
    expect(given(analysis.outcome)).toEqual({ label: 'unknown', evidence: [] });
  });

  it('takes a long turn, mixed scripts, emoji and marks', async () => {
    const text = 'طلب order الorder 👍🏽 \u200fمقطوع\u200e problem '.repeat(120);
    const analysis = await analyse([{ text: text.slice(0, 5000) }]);
    expect(Analysis.parse(analysis)).toEqual(analysis);
    expect(given(analysis.summary).text.length).toBeLessThan(1000);
  });
});

/** What speech is made of, between bars. */
const WORDS = `
  not | terrible | thank you | my bill is wrong | it works now | call you back | great. | مش
  | ممتاز | المشكلة | تم حل | راح نتواصل | refund | password | ? | ؟ | 4111
`
  .trim()
  .split(/\s*\|\s*/);

/** Turns of what calls are made of, in any order and by anybody. */
const lines = fc.array(
  fc.record({
    speaker: fc.constantFrom<Speaker>('agent', 'customer', 'unknown'),
    text: fc
      .array(fc.oneof(fc.constantFrom(...WORDS), fc.string({ unit: 'binary', maxLength: 5 })), {
        maxLength: 8,
      })
      .map((parts) => parts.join(' ')),
  }),
  { maxLength: 12 },
);

describe('whatever is said', () => {
  it('keeps to its schema, adds scores up to 1 and cites turns that exist', async () => {
    await fc.assert(
      fc.asyncProperty(lines, async (call) => {
        const analysis = Analysis.parse(await analyse(call));
        const { sentiment, outcome, summary, topics } = analysis;
        const scores = 'scores' in sentiment ? Object.values(sentiment.scores) : [1];
        expect(scores.reduce((sum, score) => sum + score, 0)).toBeCloseTo(1, 9);
        const best = 'scores' in sentiment ? sentiment.scores[sentiment.label] : 1;
        expect(best).toBe(Math.max(...scores));
        const cited = [
          ...('evidence' in sentiment ? sentiment.evidence : []),
          ...('evidence' in outcome ? outcome.evidence : []),
          ...('points' in summary ? summary.points.flatMap((point) => point.evidence) : []),
          ...(Array.isArray(topics) ? topics.flatMap((topic) => topic.evidence) : []),
        ];
        expect(cited.filter((index) => index >= call.length)).toEqual([]);
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});
