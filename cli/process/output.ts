import { mkdir, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { CallRecord } from '../../core/call.ts';
import type { CallResult } from './result.ts';
import type { StoredCalls } from '../stored-calls.ts';
import { resultTable } from './table.ts';

/** Shows results: each as it comes, in input order, and all of them at the end. */
export interface Reporter {
  result(result: CallResult): void;
  end(results: readonly CallResult[]): void;
}

/** One JSON object a line on stdout, and nothing else there. */
export const jsonReporter: Reporter = {
  result: (result) => process.stdout.write(`${JSON.stringify(result)}\n`),
  end: () => undefined,
};

/** A table at the end. */
export const tableReporter: Reporter = {
  result: () => undefined,
  end: (results) =>
    process.stdout.write(`${resultTable(results, process.stdout.columns ?? 140)}\n`),
};

/**
 * Writes a call's transcript and analysis, where there are any, as `<name>.<callId>.*.json`: two
 * files of one name in different folders are two calls.
 */
export async function writeFiles(
  folder: string,
  file: string,
  record: CallRecord,
  stored: StoredCalls,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const name = `${basename(file, extname(file))}.${record.callId.slice(0, 8)}`;
  for (const kind of ['transcript', 'analysis'] as const) {
    const reference = record[kind];
    if (reference === undefined) continue;
    const value = JSON.parse(await stored.text(reference)) as unknown;
    await writeFile(join(folder, `${name}.${kind}.json`), `${JSON.stringify(value, null, 2)}\n`);
  }
}
