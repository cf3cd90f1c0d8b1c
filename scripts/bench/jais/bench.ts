import type { LoadedModel } from '../../../containers/jais/src/model/load.ts';
import type { Tokenizer } from '../../../containers/jais/src/model/tokenizer.ts';
import type { Report } from './report.ts';
import type { BenchServer } from './server.ts';

/** What every benchmark gets: the server's process, and the same model in this one. */
export interface Bench {
  server: BenchServer;
  model: LoadedModel;
  tokenizer: Tokenizer;
  rounds: number;
  report: Report;
}
