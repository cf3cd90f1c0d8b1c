import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { PlanDocument } from '../../core/plan/document.ts';
import { planChart } from './chart.ts';
import { planMarkdown } from './markdown.ts';

/** Writes plan.json, plan.md and plan.svg: beside the folder first, then into it, each whole. */
export async function writePlan(folder: string, plan: PlanDocument): Promise<void> {
  const files = {
    'plan.json': `${JSON.stringify(plan, null, 2)}\n`,
    'plan.md': planMarkdown(plan),
    'plan.svg': planChart(plan),
  };
  const parent = dirname(resolve(folder));
  await mkdir(parent, { recursive: true });
  const draft = await mkdtemp(join(parent, '.plan-'));
  try {
    for (const [name, text] of Object.entries(files)) await writeFile(join(draft, name), text);
    await mkdir(folder, { recursive: true });
    for (const name of Object.keys(files)) await rename(join(draft, name), join(folder, name));
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}
