/* oxlint-disable no-console -- a program for people */
/** Holds a converted model against its reference: `--help` says how. */
import { readFile } from 'node:fs/promises';
import type { Token } from 'node-llama-cpp';
import * as z from 'zod';
import { Cursor } from '../../src/branch/cursor.ts';
import type { Log } from '../../src/log.ts';
import { loadModel, type LoadedModel } from '../../src/model/load.ts';
import { prefill } from '../../src/model/prefill.ts';

/** Four bits move log-probabilities of likely tokens by this much on average, and hardly more. */
const MEAN_DIFFERENCE = 0.25;
const SAME_LIKELIEST = 0.9;

const HELP = `Holds a converted model against what its reference expects after each prompt.

  npx tsx containers/jais/tools/prepare/compare-logits.ts MODEL.gguf REFERENCE.json

Accepted, with exit status 0, when every prompt has the reference's tokens, 9 of 10 the same
likeliest token, and log-probabilities differ by at most ${MEAN_DIFFERENCE} on average: what four bits cost.
`;

const Reference = z.array(
  z.object({
    prompt: z.string(),
    tokens: z.array(z.int().nonnegative()).min(2),
    likely: z.array(z.tuple([z.int().nonnegative(), z.number()])).min(1),
  }),
);
type Prompt = z.infer<typeof Reference>[number];

interface Comparison {
  sameTokens: boolean;
  sameLikeliest: boolean;
  meanDifference: number;
}

const silent: Log = { info() {}, warn() {}, error() {} };
const never = new AbortController().signal;

async function compare(
  { tokenizer, lanes }: LoadedModel,
  { prompt, tokens, likely }: Prompt,
): Promise<Comparison> {
  const sequence = lanes.get(null)?.sequences[0];
  if (sequence === undefined) throw new Error('the model has no sequence');
  const own = [...tokenizer.start, ...tokenizer.tokensOf(prompt)];
  await prefill(sequence, tokens.slice(0, -1) as Token[], never);
  const cursor = new Cursor(sequence, tokenizer, never);
  cursor.read(tokens.slice(-1) as Token[]);
  const found = await cursor.next(likely.map(([token]) => token as Token));
  const differences = likely.map(([token, log]) =>
    Math.abs(log - (found.get(token as Token) ?? 0)),
  );
  const [likeliest] = [...found].toSorted(([, one], [, other]) => other - one);
  return {
    sameTokens: own.join() === tokens.join(),
    sameLikeliest: likeliest?.[0] === likely[0]?.[0],
    meanDifference: mean(differences),
  };
}

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

/** @returns whether the model is accepted */
async function run(path: string, referencePath: string): Promise<boolean> {
  const reference = Reference.parse(JSON.parse(await readFile(referencePath, 'utf8')));
  const contextTokens = Math.max(256, ...reference.map(({ tokens }) => tokens.length + 8));
  const engine = { model: path, threads: 1, sequences: 1, contextTokens, gpu: false, fork: false };
  const model = await loadModel(engine, silent);
  const all: Comparison[] = [];
  for (const prompt of reference) all.push(await compare(model, prompt));
  await model.close();
  const share = (of: keyof Comparison): number => mean(all.map((one) => Number(one[of])));
  console.log(`prompts ${all.length}`);
  console.log(`the reference's tokens ${share('sameTokens')}`);
  console.log(`the same likeliest token ${share('sameLikeliest').toFixed(2)}`);
  console.log(`mean difference of log-probabilities ${share('meanDifference').toFixed(4)}`);
  return (
    share('sameTokens') === 1 &&
    share('sameLikeliest') >= SAME_LIKELIEST &&
    share('meanDifference') <= MEAN_DIFFERENCE
  );
}

const [path, referencePath] = process.argv.slice(2);
if (path === undefined || path === '--help' || referencePath === undefined) {
  console.log(HELP);
  process.exitCode = path === '--help' ? 0 : 2;
} else {
  const accepted = await run(path, referencePath);
  console.log(accepted ? 'accepted' : 'refused');
  process.exitCode = accepted ? 0 : 1;
}
