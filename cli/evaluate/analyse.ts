import { once } from 'node:events';
import type { Analyser } from '../../core/analyser.ts';
import { GoldRow, turnsOf } from '../../core/evaluation/rows.ts';
import type { RedactionPolicy } from '../../core/redaction/policy.ts';
import { analyseWritten, type WrittenAnalysis } from '../../core/written-call.ts';
import { DEFAULT_SETTINGS_FOLDER, loadSettings } from '../../environments/settings.ts';
import { EXIT } from '../exit-codes.ts';
import { Misuse } from '../misuse.ts';
import { scoreText } from '../process/table.ts';
import { IdIndex } from './read/id-index.ts';
import { atLine, rowsOf } from './read/rows.ts';
import { withAnalyser } from './with-analyser.ts';

export interface AnalyseOptions {
  readonly file: string;
  readonly json: boolean;
  readonly engine: string;
  /** A folder of settings files. */
  readonly settings: string | undefined;
}

/**
 * Runs `sada analyse`: a row in, an analysis out, one at a time.
 * @returns the exit code
 * @throws Misuse for a row that cannot be used
 */
export async function runAnalyse(options: AnalyseOptions): Promise<number> {
  const settings = loadSettings(options.settings ?? DEFAULT_SETTINGS_FOLDER);
  return withAnalyser(options.engine, settings, (analyser) =>
    analyseRows(options, analyser, settings.redaction),
  );
}

async function analyseRows(
  { file, json }: AnalyseOptions,
  analyser: Analyser,
  policy: RedactionPolicy,
): Promise<number> {
  const lines = new IdIndex();
  for await (const { row, line } of rowsOf(file, GoldRow)) {
    const earlier = lines.add(row.id, line.number);
    if (earlier !== null) {
      throw new Misuse(`${file} line ${line.number}: its id is on line ${earlier} already`);
    }
    const turns = atLine(file, line.number, () => turnsOf(row));
    const analysis = await analyseWritten({ id: row.id, lang: row.lang, turns }, analyser, policy);
    const read = await print(json ? `${JSON.stringify(analysis)}\n` : readable(analysis));
    if (!read) break;
  }
  if (lines.size === 0) throw new Misuse(`${file}: no rows`);
  return EXIT.ok;
}

/**
 * Waits for a slow reader, so that a large file does not pile up in memory.
 * @returns whether anybody reads: `sada analyse ... | head` stops to
 */
async function print(text: string): Promise<boolean> {
  try {
    if (!process.stdout.write(text)) await once(process.stdout, 'drain');
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EPIPE') return false;
    throw error;
  }
}

function readable({ id, sentiment, outcome, topics, summary, ...more }: WrittenAnalysis): string {
  const { routeTo, scorecard } = more;
  const labels = [
    sentiment ?? '-',
    outcome ?? '-',
    topics?.join(', ') || '-',
    `to ${routeTo?.queue ?? '-'}`,
    `score ${scoreText(scorecard ?? { score: null, passed: null })}`,
  ];
  const said = (summary ?? '').split('\n').map((line) => `  ${line}\n`);
  return `${id}: ${labels.join(' | ')}\n${said.join('')}`;
}
