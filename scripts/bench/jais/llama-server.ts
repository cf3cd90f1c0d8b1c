import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { until } from '../../../test/support/until.ts';
import type { Bench } from './bench.ts';
import { FOUR_TASKS, requestOf, transcriptOf } from './workload.ts';
import { sideBySide, timed } from './statistics.ts';

/** Tokens that the four tasks' answers take here, as upstream is to generate them. */
const ANSWER_TOKENS: readonly number[] = [4, 40, 4, 20];
const PORT = 18_237;

interface Upstream {
  complete: (prompt: string, tokens: number) => Promise<void>;
  stop: () => Promise<void>;
}

/**
 * llama.cpp's own server with its prompt cache on, against one request of ours. Every run has a
 * transcript of its own: upstream keeps earlier prompts in the host's memory as well.
 */
export async function benchUpstream(
  program: string,
  model: string,
  threads: number,
  { server, tokenizer, rounds, report }: Bench,
): Promise<void> {
  const upstream = await startUpstream(program, model, threads);
  let call = 100;
  const { ours, theirs } = await sideBySide<unknown, 'ours' | 'theirs'>(rounds, {
    ours: async () => {
      const prefix = transcriptOf(1024, call++, tokenizer);
      return timed(() => server.ask(requestOf(prefix)));
    },
    theirs: async () => {
      const prefix = transcriptOf(1024, call++, tokenizer);
      return timed(async () => {
        for (const [at, { suffix }] of FOUR_TASKS.entries()) {
          await upstream.complete(`${prefix}${suffix}`, ANSWER_TOKENS[at] ?? 0);
        }
      });
    },
  });
  await upstream.stop();
  report.timing('four tasks, upstream llama-server, prompt cache on', theirs.timing);
  report.atLeast('upstream over ours', 1, theirs.timing.p50 / ours.timing.p50);
}

async function startUpstream(program: string, model: string, threads: number): Promise<Upstream> {
  const sizes = ['--ctx-size', '2048', '--parallel', '1', '--threads', String(threads)];
  const child = spawn(program, ['--model', model, '--port', String(PORT), ...sizes], {
    stdio: 'ignore',
  });
  const url = `http://127.0.0.1:${PORT}`;
  const isUp = (): Promise<boolean> =>
    fetch(`${url}/health`).then(
      ({ ok }) => ok,
      () => false,
    );
  await until('llama-server is up', isUp, 120_000);
  return {
    async complete(prompt, tokens) {
      const options = { cache_prompt: true, temperature: 0, ignore_eos: true };
      const body = JSON.stringify({ prompt, n_predict: tokens, ...options });
      await (await fetch(`${url}/completion`, { method: 'POST', body })).arrayBuffer();
    },
    async stop() {
      child.kill('SIGTERM');
      await once(child, 'close');
    },
  };
}
