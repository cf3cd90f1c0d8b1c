import Table from 'cli-table3';
import type { PlanDocument } from '../../core/plan/document.ts';
import { count } from './figures.ts';
import { sectionsOf, type Section } from './sections.ts';

/** A plan for people, on a terminal. */
export const planText = (plan: PlanDocument): string =>
  [headline(plan), ...sectionsOf(plan).map(sectionText), ...plan.notes.map(noteText), ''].join(
    '\n',
  );

/** What is planned, in a line. */
export function headline({ environment, callsPerWeek, audioMinutesPerWeek, week }: PlanDocument) {
  const calls = `${count(callsPerWeek)} calls, ${count(audioMinutesPerWeek)} minutes`;
  return `${environment}, week of ${week.date} (${week.timeZone}): ${calls}`;
}

function sectionText({ title, head, rows }: Section): string {
  const table = new Table({
    head: [...head],
    style: { head: [], border: [] },
    chars: { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' },
  });
  for (const row of rows) table.push([...row]);
  return `\n${title}\n${table.toString()}`;
}

const noteText = (note: string): string => `\nNote: ${note}.`;
