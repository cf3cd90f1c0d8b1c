import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { until } from '../../../test/support/until.ts';
import type { Bench } from './bench.ts';
import { FOUR_TASKS, requestOf, transcriptOf } from './workload.ts';
import { sideBySide, timed, type Timed } from './statistics.ts';

/** Tokens that the four tasks' answers take here, as upstream is to generate them. */
const ANSWER_TOKENS: readonly number[] = [4, 40, 4, 20];

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
  let call = 100;
  const next = (): string => transcriptOf(1024, call++, tokenizer);
  const alike = await startUpstream(program, { model, threads, flashAttention: 'off' });
  const asItComes = await startUpstream(program, { model, threads, flashAttention: 'auto' });
  const { ours, same, theirs } = await sideBySide<unknown, 'ours' | 'same' | 'theirs'>(rounds, {
    ours: () => {
      const prefix = next();
      return timed(() => server.ask(requestOf(prefix)));
    },
    same: () => fourTasks(alike, next()),
    theirs: () => fourTasks(asItComes, next()),
  });
  await Promise.all([alike.stop(), asItComes.stop()]);
  report.timing('four tasks, upstream llama-server, prompt cache on', same.timing);
  report.atLeast('upstream over ours', 1, same.timing.p50 / ours.timing.p50);
  report.timing('the same with its flash attention, which moves logits by 0.1', theirs.timing);
}

const fourTasks = (upstream: Upstream, prefix: string): Promise<Timed<unknown>> =>
  timed(async () => {
    for (const [at, { suffix }] of FOUR_TASKS.entries()) {
      await upstream.complete(`${prefix}${suffix}`, ANSWER_TOKENS[at] ?? 0);
    }
  });

let port = 18_237;

interface UpstreamOptions {
  model: string;
  threads: number;
  flashAttention: 'auto' | 'off';
}

async function startUpstream(
  program: string,
  { model, threads, flashAttention }: UpstreamOptions,
): Promise<Upstream> {
  port += 1;
  const sizes = ['--ctx-size', '2048', '--parallel', '1', '--threads', String(threads)];
  const options = ['--port', String(port), '--flash-attn', flashAttention, ...sizes];
  const child = spawn(program, ['--model', model, ...options], { stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}`;
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
