import type { AnswerResponse } from '../../../core/language-model.ts';
import type { Bench } from './bench.ts';
import { sideBySide, timed, type Timed } from './statistics.ts';
import {
  comparable,
  EVICTION,
  expectSame,
  FOUR_TASKS,
  requestOf,
  transcriptOf,
} from './workload.ts';

type Answers = AnswerResponse['answers'];

/** Four tasks on one transcript: one request, against four that each evaluate it anew. */
export async function benchPrefix({ server, tokenizer, rounds, report }: Bench): Promise<void> {
  const prefix = transcriptOf(1024, 1, tokenizer);
  const asked = async (branches: typeof FOUR_TASKS): Promise<Timed<Answers>> => {
    await server.ask(EVICTION);
    return timed(async () => (await server.ask(requestOf(prefix, branches))).answers);
  };
  const separately = async (): Promise<Timed<Answers>> => {
    const all: Timed<Answers> = { result: {}, milliseconds: 0 };
    for (const branch of FOUR_TASKS) {
      const { result, milliseconds } = await asked([branch]);
      Object.assign(all.result, result);
      all.milliseconds += milliseconds;
    }
    return all;
  };
  const { once, apart } = await sideBySide(rounds, {
    once: () => asked(FOUR_TASKS),
    apart: separately,
  });
  once.results.forEach((answers, round) =>
    expectSame('shared and separate', comparable(answers), comparable(apart.results[round] ?? {})),
  );
  report.timing('four tasks, 1,024 tokens, one request', once.timing);
  report.timing('the same, four requests without reuse', apart.timing);
  report.atLeast('shared prefix, times faster', 2.1, apart.timing.p50 / once.timing.p50);
}
