/* oxlint-disable no-console -- a program for people */
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Log } from '../containers/jais/src/log.ts';
import { loadModel } from '../containers/jais/src/model/load.ts';
import { writeRandomModel } from '../containers/jais/tools/gguf/model.ts';
import { SHAPES, type ShapeName } from '../containers/jais/tools/gguf/shape.ts';
import type { Bench } from './bench/jais/bench.ts';
import { benchChoose } from './bench/jais/choose.ts';
import { benchDecoding, benchRequests } from './bench/jais/concurrency.ts';
import { benchUpstream } from './bench/jais/llama-server.ts';
import { benchMemory } from './bench/jais/memory.ts';
import { benchPrefix } from './bench/jais/prefix.ts';
import { benchDelay, benchServerCost } from './bench/jais/raw-engine.ts';
import { Report } from './bench/jais/report.ts';
import { startServer } from './bench/jais/server.ts';
import { benchValidity } from './bench/jais/validity.ts';
import { peakMegabytesOf } from './bench/process-figures.ts';

const HELP = `Measures the language-model server on random weights, side by side in one run.

  npm run bench:jais -- [options]

  --rounds NUMBER        of each comparison; the first one more is not counted (default: 7)
  --threads NUMBER       default: all processors
  --shape small|6p7b     default: small, 214 million weights
  --llama-server FILE    upstream's server of the same release, to compare with
  --help                 prints this

SADA_GPU=required measures on a GPU. Exit status: 1 when a limit was missed.
`;

const text = { type: 'string' } as const;
const { values } = parseArgs({
  options: {
    rounds: text,
    threads: text,
    shape: text,
    'llama-server': text,
    help: { type: 'boolean' },
  },
});
if (values.help) {
  console.log(HELP);
  process.exit();
}
const rounds = Number(values.rounds ?? 7);
const threads = Number(values.threads ?? cpus().length);
const shape = SHAPES[(values.shape ?? 'small') as ShapeName];
const gpu = process.env['SADA_GPU'] === 'required';
const silent: Log = { info() {}, warn() {}, error() {} };
const engine = { threads, sequences: 4, contextTokens: 2048, gpu, fork: true };
const report = new Report();

const folder = await mkdtemp(join(tmpdir(), 'sada-bench-'));
try {
  const [path, tinyPath, widePath] = ['model', 'tiny', 'wide'].map((name) =>
    join(folder, `${name}.gguf`),
  ) as [string, string, string];
  await writeRandomModel(path, shape);
  await writeRandomModel(tinyPath, SHAPES.tiny);
  // The true vocabulary: what the engine keeps of a question grows with it.
  const { vocabulary } = SHAPES['6p7b'];
  await writeRandomModel(widePath, { ...SHAPES.tiny, vocabulary });
  const model = await loadModel({ ...engine, model: path }, silent);
  const [cpu] = cpus();
  const machine = `${cpus().length} cores, ${cpu?.model.trim()}, ${model.gpu ?? 'no GPU'}`;
  const size = ((await stat(path)).size / 1e6).toFixed(0);
  report.begin(`${machine}, ${threads} threads, Node ${process.versions.node}, model ${size} MB`);

  const server = await startServer({ model: path, threads, sequences: 4 });
  const bench: Bench = { server, model, tokenizer: model.tokenizer, rounds, report };
  await benchPrefix(bench);
  if (values['llama-server'] !== undefined) {
    await benchUpstream(values['llama-server'], path, threads, bench);
  }
  await benchServerCost(bench);
  await benchDecoding(bench);
  await benchRequests(bench);
  await benchDelay(bench);
  await benchChoose(bench);
  report.row('memory of the server at most', '', `${peakMegabytesOf(server.pid).toFixed(0)} MB`);
  await server.stop();
  await model.close();

  const tiny = await loadModel({ ...engine, model: tinyPath, threads: 1 }, silent);
  await benchValidity(tiny, report);
  await tiny.close();

  const wideServer = await startServer({ model: widePath, threads: 1, sequences: 4 });
  await benchMemory(wideServer, report);
  await wideServer.stop();
} finally {
  await rm(folder, { recursive: true });
}
if (report.missed.length > 0) process.exitCode = 1;
