import { Command, Option } from 'commander';
import { LENGTH_DISTRIBUTIONS, type LengthDistribution } from '../../core/plan/call-lengths.ts';
import { pricesWith, type Prices } from '../../core/plan/prices.ts';
import { THROUGHPUTS, type Throughput } from '../../core/plan/throughput.ts';
import { Misuse } from '../misuse.ts';
import { date, languageMix, numberFrom, price, seed } from '../plan/option-values.ts';
import { runPlan, type PlanOptions } from '../plan/run.ts';

const EXAMPLES = `
Two rows are planned, an expected and a pessimistic one: neither was measured on a T4 of ours.
Arrivals are rows of hour,calls for the 168 hours of a week, as 2026-11-22T09:00,412.

Examples:
  sada plan --env prod --calls-per-day 10000 --minutes 5
  sada plan --env prod --calls-per-day 10000 --minutes 5 --json | jq .timeToInsightSeconds
  sada plan --env prod --arrivals week.csv --out plan/        plan.md, plan.svg, plan.json
  sada plan --env prod --calls-per-day 3000 --price workerSpot=0.25 --price modelCopy=0.92
  sada plan --env prod --calls-per-day 10000 --optimise       hours, min, max and target proposed
  sada plan --env prod --calendar --from 2027-03-21           the schedule, local and UTC

Exit codes: 0 planned, 1 it could not be, 2 misuse or a file that cannot be used.`;

const MOST_CALLS = 1_000_000;

interface Flags {
  env: string;
  callsPerDay: number;
  minutes: number;
  arrivals?: string;
  offHoursShare: number;
  languageMix: number;
  lengths: LengthDistribution;
  seed: number;
  from?: string;
  price: Partial<Prices>;
  whisperSpeed?: number;
  jaisRate?: number;
  optimise?: true;
  calendar?: true;
  json?: true;
  out?: string;
}

/** `sada plan`: what an environment costs and how quick it is, before it is deployed. */
export function planCommand(exit: (code: number) => void): Command {
  return new Command('plan')
    .description('plan capacity and cost of an environment by simulating a week')
    .requiredOption('--env <name>', 'the environment whose schedule and scaling are simulated')
    .option('--calls-per-day <n>', 'of a business day', numberFrom(1, MOST_CALLS), 10_000)
    .option('--minutes <n>', 'mean length of a call', numberFrom(0.1, 240), 5)
    .option('--arrivals <file>', 'calls of each hour of a week, instead of calls per day')
    .option('--off-hours-share <share>', 'of calls, 0 to 1', numberFrom(0, 1), 0)
    .option('--language-mix <mix>', 'shares of ar and en', languageMix, 0.5)
    .addOption(
      new Option('--lengths <distribution>', 'how lengths spread around their mean')
        .choices([...LENGTH_DISTRIBUTIONS])
        .default('lognormal'),
    )
    .option('--seed <number>', 'of the calls that are drawn', seed, 1)
    .option('--from <date>', 'first day of the week; the next without holidays if none', date)
    .option('--price <name=usd>', 'a price of yours (repeatable)', price, {})
    .option('--whisper-speed <n>', 'times real time of a card, both rows', numberFrom(0.1, 1000))
    .option('--jais-rate <n>', 'calls a minute of a copy, both rows', numberFrom(0.1, 10_000))
    .option('--optimise', 'propose hours, min, max and target as well')
    .option('--calendar', 'show the schedule of a week instead')
    .option('--json', 'print one JSON object on stdout')
    .option('--out <dir>', 'write plan.md, plan.svg and plan.json')
    .addHelpText('after', EXAMPLES)
    .action(async (flags: Flags, command: Command) => {
      const isStated = command.getOptionValueSource('callsPerDay') === 'cli';
      if (flags.arrivals !== undefined && isStated) {
        throw new Misuse('expected either --arrivals FILE or --calls-per-day N');
      }
      exit(await runPlan(optionsOf(flags)));
    });
}

function optionsOf(flags: Flags): PlanOptions {
  const { env, callsPerDay, offHoursShare, minutes, lengths, languageMix: arabicShare } = flags;
  return {
    env,
    json: flags.json ?? false,
    calendar: flags.calendar ?? false,
    optimise: flags.optimise ?? false,
    out: flags.out ?? null,
    from: flags.from ?? null,
    arrivals: flags.arrivals ?? null,
    callsPerDay,
    offHoursShare,
    lengths: { distribution: lengths, meanMinutes: minutes },
    stated: {
      arabicShare,
      prices: pricesWith(flags.price),
      seed: flags.seed,
      throughputs: {
        expected: stated(THROUGHPUTS.expected, flags),
        pessimistic: stated(THROUGHPUTS.pessimistic, flags),
      },
    },
  };
}

/** A rate of four calls side by side that is stated moves that of one alone with it. */
function stated(known: Throughput, { whisperSpeed, jaisRate }: Flags): Throughput {
  const rate = jaisRate ?? known.jaisCallsPerMinute;
  return {
    row: known.row,
    whisperRealTime: whisperSpeed ?? known.whisperRealTime,
    jaisCallsPerMinute: rate,
    jaisAloneCallsPerMinute: (known.jaisAloneCallsPerMinute * rate) / known.jaisCallsPerMinute,
  };
}
