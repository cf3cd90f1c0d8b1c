import type { PlanDocument } from '../../core/plan/document.ts';
import { sectionsOf, type Section } from './sections.ts';
import { headline } from './text.ts';

/** A plan as a document, beside its chart. */
export const planMarkdown = (plan: PlanDocument): string =>
  [
    '# Plan',
    headline(plan),
    '![Calls, machines and waiting calls over the week](plan.svg)',
    ...sectionsOf(plan).map(sectionMarkdown),
    ...plan.notes.map((note) => `Note: ${note}.`),
    '',
  ].join('\n\n');

export function sectionMarkdown({ title, head, rows }: Section): string {
  return `## ${title}\n\n${tableMarkdown(head, rows)}`;
}

export const tableMarkdown = (
  head: readonly string[],
  rows: readonly (readonly string[])[],
): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
