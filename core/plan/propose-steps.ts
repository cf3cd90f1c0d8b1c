import { minutesOf, timeOf, type Minimum, type Step } from '../business-hours/hours.ts';
import type { PlannedCall } from './calls.ts';
import { workHours } from './gpu-cost.ts';
import type { Throughput } from './throughput.ts';
import { HOUR_SECONDS, shiftsOf, type Week } from './week.ts';

interface ExpectedCalls {
  readonly week: Week;
  readonly calls: readonly PlannedCall[];
  readonly throughput: Throughput;
}

/** Minimums rise before their hour, as machines take so long to come. */
const LEAD_MINUTES = 10;

/**
 * A minimum for each hour after the opening, from the calls that are expected in it.
 * @param busy what share of its time a machine is meant to work, were there no more than these
 * @param within how many there may be
 */
export function proposedMinimum(
  expected: ExpectedCalls,
  kind: 'workers' | 'copies',
  busy: number,
  { least, most }: { least: number; most: number },
): Pick<Minimum, 'inHours' | 'steps'> {
  const due = hourlyWork(expected).map((work) => Math.ceil(work[kind] / busy));
  const [inHours = least, ...later] = due.map((machines) =>
    Math.min(most, Math.max(least, machines)),
  );
  const open = minutesOf(expected.week.hours.open);
  const steps = later.map((minimum, hour) => ({
    time: timeOf(open + (hour + 1) * 60 - LEAD_MINUTES),
    minimum,
  }));
  return { inHours, steps: withoutRepeats(inHours, steps) };
}

/** What machines would be busy through each hour after the opening, of a mean day of the week. */
function hourlyWork({ week, calls, throughput }: ExpectedCalls): ReturnType<typeof workHours>[] {
  const shifts = shiftsOf(week);
  const hours = Math.max(0, ...shifts.map((shift) => hoursIn(shift)));
  return Array.from({ length: hours }, (_, hour) => {
    const due = shifts.map(({ openAt, closeAt }) => {
      const from = openAt + hour * HOUR_SECONDS;
      const to = Math.min(from + HOUR_SECONDS, closeAt);
      return workHours(
        calls.filter(({ at }) => from <= at && at < to),
        throughput,
      );
    });
    return {
      workers: mean(due.map(({ workers }) => workers)),
      copies: mean(due.map(({ copies }) => copies)),
    };
  });
}

const hoursIn = ({ openAt, closeAt }: Week['shifts'][number]): number =>
  Math.ceil((closeAt - openAt) / HOUR_SECONDS);

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const withoutRepeats = (first: number, steps: readonly Step[]): Step[] =>
  steps.filter(({ minimum }, index) => minimum !== (steps[index - 1]?.minimum ?? first));
