import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { expect, it } from 'vitest';
import { PROJECT_ROOT } from '../../local/project.ts';
import { costsDocument } from '../../scripts/costs/document.ts';

it('docs/costs.md is what the planner says today: npm run costs writes it', async () => {
  const path = join(PROJECT_ROOT, 'docs', 'costs.md');
  const style = await resolveConfig(path);
  const today = await format(costsDocument(), { ...style, parser: 'markdown' });
  expect(await readFile(path, 'utf8')).toBe(today);
}, 120_000);
