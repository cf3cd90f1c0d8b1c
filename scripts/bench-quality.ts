import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { PROJECT_ROOT } from '../local/project.ts';
import { qualityDocument } from './quality/document/index.ts';
import { engines } from './quality/engines.ts';
import { goldSetsIn } from './quality/gold-sets.ts';
import { measureAll } from './quality/measure.ts';
import { measureRecordings, recogniser } from './quality/recordings.ts';

const DOCUMENT = join(PROJECT_ROOT, 'docs', 'benchmarks', 'quality.md');
/** Recordings take minutes, rows take seconds. */
const withAudio = !process.argv.includes('--no-audio');

const known = await engines();
const systems = known.flatMap(({ answers }) => (answers === null ? [] : [answers]));
const sets = goldSetsIn(join(PROJECT_ROOT, 'test', 'gold'));
const measured = await measureAll(sets, systems);
const recordings = withAudio ? await measureRecordings() : null;
const all = recordings === null ? known : [...known, await recogniser()];

const document = qualityDocument({ engines: all, sets, measured, recordings });
const style = await resolveConfig(DOCUMENT);
await writeFile(DOCUMENT, await format(document, { ...style, parser: 'markdown' }));
process.stdout.write(await readFile(DOCUMENT, 'utf8'));
