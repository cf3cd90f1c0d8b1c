import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runPipeline } from '../../cli/evaluate/pipeline/run.ts';
import type { Report } from '../../cli/evaluate/report.ts';
import { EXIT } from '../../cli/exit-codes.ts';
import { PROJECT_ROOT } from '../../local/project.ts';
import type { Engine } from './engines.ts';
import { BOOTSTRAP } from './measure.ts';
import { sourceRevision } from './source-revision.ts';

/** The worker that hears recordings: what it was, beside what it heard. */
export async function recogniser(): Promise<Engine> {
  const revision = await sourceRevision(['containers/whisper/src/main.ts']);
  return { name: 'pocketsphinx-demo', answers: null, state: 'measured on recordings', revision };
}

/**
 * What `sada evaluate pipeline samples/` reports: our recordings, from audio to labels.
 * @throws Error when it was interrupted
 */
export async function measureRecordings(): Promise<Report> {
  const out = await mkdtemp(join(tmpdir(), 'sada-quality-'));
  try {
    const code = await runPipeline([join(PROJECT_ROOT, 'samples')], {
      json: false,
      out,
      limits: [],
      stateDirectory: null,
      settings: undefined,
      map: new Map(),
      bootstrap: BOOTSTRAP,
    });
    if (code !== EXIT.ok) throw new Error(`evaluate pipeline ended with ${code}, expected 0`);
    return JSON.parse(await readFile(join(out, 'report.json'), 'utf8')) as Report;
  } finally {
    await rm(out, { recursive: true, force: true });
  }
}
