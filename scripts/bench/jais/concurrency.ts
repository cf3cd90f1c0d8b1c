import type { AnswerResponse } from '../../../core/language-model.ts';
import type { Bench } from './bench.ts';
import { sideBySide, timed, type Timed } from './statistics.ts';
import { comparable, EVICTION, expectSame, requestOf, transcriptOf } from './workload.ts';

const text = (at: number) => ({
  name: `text${at}`,
  suffix: `\n\nText ${at}: `,
  write: { type: 'string', minLength: 120, maxLength: 120 },
  maxTokens: 400,
});

/** Tokens a second of texts after a short prefix: one alone, and four side by side. */
export async function benchDecoding({ server, rounds, report }: Bench): Promise<void> {
  const speedOf = async (texts: number): Promise<Timed<number>> => {
    await server.ask(EVICTION);
    const branches = Array.from({ length: texts }, (_, at) => text(at));
    const { result, milliseconds } = await timed(() => server.ask(requestOf('A call.', branches)));
    return { result: (result.usage.completionTokens / milliseconds) * 1000, milliseconds };
  };
  const { one, four } = await sideBySide(rounds, { one: () => speedOf(1), four: () => speedOf(4) });
  const [alone, together] = [median(one.results), median(four.results)];
  report.row('tokens a second, 1 sequence', '', alone.toFixed(0));
  report.row('tokens a second, 4 sequences', '', together.toFixed(0));
  report.atLeast('decoding at 4 sequences over 1', 1.8, together / alone);
}

/** Four requests on transcripts of their own: one after another, and at once. */
export async function benchRequests({ server, tokenizer, rounds, report }: Bench): Promise<void> {
  const requests = [5, 6, 7, 8].map((call) => requestOf(transcriptOf(256, call, tokenizer)));
  const { serially, together } = await sideBySide(rounds, {
    serially: async () => {
      await server.ask(EVICTION);
      return timed(async () => {
        const all: AnswerResponse[] = [];
        for (const request of requests) all.push(await server.ask(request));
        return answersOf(all);
      });
    },
    together: async () => {
      await server.ask(EVICTION);
      return timed(async () => answersOf(await Promise.all(requests.map(server.ask))));
    },
  });
  serially.results.forEach((answers, round) =>
    expectSame('serial and concurrent', answers.join(), together.results[round]?.join() ?? ''),
  );
  report.timing('four requests one after another', serially.timing);
  report.timing('four requests at once', together.timing);
  report.row('calls a minute, at once', '', (240_000 / together.timing.p50).toFixed(0));
  report.atLeast('at once, times faster', 1.25, serially.timing.p50 / together.timing.p50);
}

const answersOf = (all: readonly AnswerResponse[]): string[] =>
  all.map(({ answers }) => comparable(answers));

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? NaN;
