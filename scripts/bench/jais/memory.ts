import { peakMegabytesOf } from '../process-figures.ts';
import type { Report } from './report.ts';
import type { BenchServer } from './server.ts';
import { requestOf, transcriptOfLines } from './workload.ts';

const WARM_UP = 50;
const REQUESTS = 500;
const AT_ONCE = 4;

/** The server's memory over many requests, each on another transcript. */
export async function benchMemory(server: BenchServer, report: Report): Promise<void> {
  const askAll = async (from: number, to: number): Promise<void> => {
    for (let call = from; call < to; call += AT_ONCE) {
      const calls = Array.from({ length: AT_ONCE }, (_, at) => call + at);
      await Promise.all(calls.map((one) => server.ask(requestOf(transcriptOfLines(20, one)))));
    }
  };
  await askAll(0, WARM_UP);
  const warm = peakMegabytesOf(server.pid);
  await askAll(WARM_UP, WARM_UP + REQUESTS);
  const peak = peakMegabytesOf(server.pid);
  report.row(`largest memory over ${WARM_UP} requests`, '', `${warm.toFixed(0)} MB`);
  report.row(`largest memory over ${REQUESTS} more`, '', `${peak.toFixed(0)} MB`);
  report.atMost('largest over warm', 1.1, peak / warm);
}
