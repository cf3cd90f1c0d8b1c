import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { PROJECT_ROOT } from '../local/project.ts';
import { costsDocument } from './costs/document.ts';

/** Simulates, prices and writes docs/costs.md anew: npm run costs */
const DOCUMENT = join(PROJECT_ROOT, 'docs', 'costs.md');

const style = await resolveConfig(DOCUMENT);
await writeFile(DOCUMENT, await format(costsDocument(), { ...style, parser: 'markdown' }));
