import type { Proposals } from '../../core/plan/document.ts';
import type { FleetProposal } from '../../core/plan/optimise.ts';
import { minimumText, ratio, seconds, usd } from './figures.ts';
import type { Section } from './sections.ts';

/** What could be set otherwise, and what no setting does. */
export const proposalSections = (optimisation: Readonly<Record<string, Proposals>>): Section[] =>
  [proposalSection, stepSection, hoursSection, leverSection].map((section) =>
    section(optimisation),
  );

function proposalSection(optimisation: Record<string, Proposals>): Section {
  return {
    title: 'Proposed: min to max, target a machine',
    head: ['', 'workers', 'copies', 'GPUs a week', 'by the lower bound', 'p95'],
    rows: Object.entries(optimisation).flatMap(([row, { present, proposed }]) =>
      Object.entries({ present, proposed }).map(([name, one]) => [
        `${row}, ${name}`,
        settings(one.workers),
        settings(one.copies),
        usd(one.gpuCostPerWeek),
        ratio(one.gpuCostToLowerBound),
        seconds(one.p95),
      ]),
    ),
  };
}

const settings = ({ min, max, target }: FleetProposal): string => `${min} to ${max}, ${target}`;

function stepSection(optimisation: Record<string, Proposals>): Section {
  return {
    title: 'Of that, min by the time of the day',
    head: ['', 'workers', 'copies'],
    rows: Object.entries(optimisation).flatMap(([row, { present, proposed }]) =>
      Object.entries({ present, proposed }).map(([name, { workers, copies }]) => [
        `${row}, ${name}`,
        minimumText(workers.min, workers.steps),
        minimumText(copies.min, copies.steps),
      ]),
    ),
  };
}

function leverSection(optimisation: Record<string, Proposals>): Section {
  return {
    title: 'What no setting does, each with those before it: not built',
    head: ['', '', 'GPUs a week', 'by the lower bound', 'p95'],
    rows: Object.entries(optimisation).flatMap(([row, { levers }]) =>
      levers.map(({ change, gpuCostPerWeek, gpuCostToLowerBound, p95 }) => [
        row,
        change,
        usd(gpuCostPerWeek),
        ratio(gpuCostToLowerBound),
        seconds(p95),
      ]),
    ),
  };
}

function hoursSection(optimisation: Record<string, Proposals>): Section {
  return {
    title: 'Hours that fit the calls, with those settings',
    head: ['', 'days', 'open', 'close', 'GPUs a week', 'p95 overall'],
    rows: Object.entries(optimisation).map(([row, { hours }]) => [
      row,
      hours.weekdays.join(', '),
      hours.open,
      hours.close,
      usd(hours.gpuCostPerWeek),
      seconds(hours.p95Overall),
    ]),
  };
}
