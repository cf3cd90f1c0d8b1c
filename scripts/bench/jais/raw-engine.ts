import { performance } from 'node:perf_hooks';
import type { LlamaContextSequence } from 'node-llama-cpp';
import { prefill } from '../../../containers/jais/src/model/prefill.ts';
import {
  lengthOf,
  stringFrom,
  stringGrammar,
} from '../../../containers/jais/src/write/string-grammar.ts';
import type { Bench } from './bench.ts';
import { sideBySide, timed } from './statistics.ts';
import { EVICTION, expectSame, requestOf, transcriptOf } from './workload.ts';

const PLAN = { kind: 'string', nullable: false, minLength: 90, maxLength: 90 } as const;
const SUFFIX = '\n\nSum this call up. Summary: ';
const never = new AbortController().signal;

const firstSequence = ({ model }: Bench): LlamaContextSequence => {
  const [sequence] = model.lanes.get(null)?.sequences ?? [];
  if (sequence === undefined) throw new Error('no sequence');
  return sequence;
};

/** One text after 1,024 tokens: over HTTP, and by node-llama-cpp's own calls alone. */
export async function benchServerCost(bench: Bench): Promise<void> {
  const { server, tokenizer, rounds, report } = bench;
  const prefix = transcriptOf(1024, 2, tokenizer);
  const write = { type: 'string', minLength: PLAN.minLength, maxLength: PLAN.maxLength };
  const branches = [{ name: 'text', suffix: SUFFIX, write, maxTokens: 300 }];
  const { served, raw } = await sideBySide(rounds, {
    served: async () => {
      await server.ask(EVICTION);
      return timed(async () => {
        const { answers } = await server.ask(requestOf(prefix, branches));
        return String((answers['text'] as { value: unknown }).value);
      });
    },
    raw: async () => {
      await firstSequence(bench).clearHistory();
      return timed(() => rawText(bench, prefix));
    },
  });
  served.results.forEach((text, round) =>
    expectSame('served and raw', text, raw.results[round] ?? ''),
  );
  report.timing('a text of 90 characters after 1,024 tokens, served', served.timing);
  report.timing('the same, raw engine calls', raw.timing);
  const over = (served.timing.p50 / raw.timing.p50 - 1) * 100;
  report.atMost('server over raw engine', 5, over, ' %');
}

async function rawText(bench: Bench, prefix: string): Promise<string> {
  const { model, tokenizer } = bench;
  const sequence = firstSequence(bench);
  await sequence.evaluateWithoutGeneratingNewTokens(tokenizer.tokensOf(prefix));
  const grammarEvaluationState = await model.grammar(stringGrammar(PLAN));
  const tokens = [];
  const start = [...tokenizer.tokensOf(SUFFIX), ...tokenizer.tokensOf('"')];
  for await (const token of sequence.evaluate(start, { grammarEvaluationState })) {
    tokens.push(token);
    if (lengthOf(tokenizer.textOf(tokens)) >= PLAN.maxLength) break;
  }
  return stringFrom(tokenizer.textOf(tokens), PLAN);
}

/** The longest pause between two tokens of one text while 1,000 tokens of another are evaluated. */
export async function benchDelay({ model, tokenizer, rounds, report }: Bench): Promise<void> {
  const [talking, reading] = model.lanes.get(null)?.sequences ?? [];
  if (talking === undefined || reading === undefined) throw new Error('two sequences are needed');
  const prompt = tokenizer.tokensOf(transcriptOf(1000, 3, tokenizer));
  const gaps: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    await Promise.all([talking.clearHistory(), reading.clearHistory()]);
    const work = { done: false };
    let longest = 0;
    let last = NaN;
    let begun = false;
    for await (const _ of talking.evaluate(tokenizer.tokensOf(SUFFIX), { yieldEogToken: true })) {
      const now = performance.now();
      if (!Number.isNaN(last)) longest = Math.max(longest, now - last);
      last = now;
      if (!begun) {
        begun = true;
        void prefill(reading, prompt, never).then(() => (work.done = true));
      }
      if (work.done) break;
    }
    if (round > 0) gaps.push(longest / 1000);
  }
  const median = gaps.toSorted((one, other) => one - other)[Math.floor(gaps.length / 2)] ?? NaN;
  report.atMost('longest pause while 1,000 tokens are evaluated', 0.75, median, ' s');
}
