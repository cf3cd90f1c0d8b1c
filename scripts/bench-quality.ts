import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { PROJECT_ROOT } from '../local/project.ts';
import { qualityDocument, type Quality } from './quality/document/index.ts';
import { engines } from './quality/engines.ts';
import { goldSetsIn } from './quality/gold-sets.ts';
import { measureAll } from './quality/measure.ts';
import { measureRecordings, recogniser } from './quality/recordings.ts';
import { withServedModel, type ServedModel } from './quality/served-model.ts';

const DOCUMENT = join(PROJECT_ROOT, 'docs', 'benchmarks', 'quality.md');

const { values: options } = parseArgs({
  options: {
    /** Recordings take minutes, rows take seconds. */
    'no-audio': { type: 'boolean', default: false },
    /** A GGUF file: the engine that needs a language model is measured by it. */
    model: { type: 'string' },
  },
});

const quality = await withServedModel(options.model ?? null, measured);
const style = await resolveConfig(DOCUMENT);
await writeFile(DOCUMENT, await format(qualityDocument(quality), { ...style, parser: 'markdown' }));
process.stdout.write(await readFile(DOCUMENT, 'utf8'));

async function measured(model: ServedModel | null): Promise<Quality> {
  const known = await engines(model);
  const systems = known.flatMap(({ answers }) => (answers === null ? [] : [answers]));
  const sets = goldSetsIn(join(PROJECT_ROOT, 'test', 'gold'));
  const rows = await measureAll(sets, systems);
  const recordings = options['no-audio'] ? null : await measureRecordings();
  const all = recordings === null ? known : [...known, await recogniser()];
  return { engines: all, sets, measured: rows, recordings };
}
