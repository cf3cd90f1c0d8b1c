/* oxlint-disable no-console -- a program for people */
import { cpus } from 'node:os';
import { processCopies } from './bench/copies.ts';
import { hearSamples } from './bench/recogniser.ts';
import { restartAfter } from './bench/restart.ts';
import { runSamples } from './bench/sample-run.ts';

const [cpu] = cpus();
console.log(`${cpus().length} cores, ${cpu?.model.trim()}, Node ${process.versions.node}\n`);
console.log('| figure | limit | measured |\n| --- | --- | --- |');

const row = (figure: string, limit: string, measured: string): void =>
  console.log(`| ${figure} | ${limit} | ${measured} |`);

const heard = await hearSamples();
const words = heard.reduce((sum, one) => sum + one.words, 0);
const errors = heard.reduce((sum, one) => sum + one.errors, 0);
const share = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;
row('word error rate, 16 kHz samples', '10 %', `${share(errors, words)} (${errors} of ${words})`);
for (const one of heard) row(`- ${one.sample}`, '', share(one.errors, one.words));

const run = await runSamples();
row('samples, wall', '40 s', `${run.wallSeconds.toFixed(1)} s`);
row('main process, peak', '300 MB', `${run.peakMegabytes.toFixed(0)} MB`);
row('system up', '1 s', `${run.upSeconds.toFixed(1)} s`);

const restart = await restartAfter(1000);
row('restart with 1,000 finished calls', '2 s', `${restart.upSeconds.toFixed(1)} s`);
row('- main process, idle', '200 MB', `${restart.residentMegabytes.toFixed(0)} MB`);

const hundred = await processCopies(100);
const twoHundred = await processCopies(200);
for (const { calls, wallSeconds, cpuMillisecondsPerCall } of [hundred, twoHundred]) {
  row(`${calls} calls of 5 s, wall`, '', `${wallSeconds.toFixed(1)} s`);
  row('- CPU a call outside the worker', '100 ms', `${cpuMillisecondsPerCall.toFixed(0)} ms`);
}
row(
  'time for 200 over time for 100',
  '2.2',
  (twoHundred.wallSeconds / hundred.wallSeconds).toFixed(2),
);
