import { describe, expect, it } from 'vitest';
import { minimumAt } from '../../core/business-hours.ts';
import { loadEnvironment, scheduleOf } from '../../environments/index.ts';
import {
  playedMinimums,
  referenceMinimums,
  yearOf,
} from '../core/business-hours/minute-by-minute.ts';
import { recurringFrom, type ScheduledAction, oneTimeFrom, said } from './scheduled-actions.ts';
import { COPIES, models, POLICY, TARGET, WORKERS } from './scaling-resources.ts';
import { propertiesOf, resourcesOf, synthesized } from './synthesized.ts';

interface Target {
  MinCapacity: number;
  MaxCapacity: number;
  ResourceId: unknown;
  ScheduledActions?: ScheduledAction[];
}
const targetOf = (template: ReturnType<typeof models>, id: string): Target =>
  propertiesOf(template, TARGET, id) as unknown as Target;
const actionsOf = (template: ReturnType<typeof models>, id: string): string[] =>
  (targetOf(template, id).ScheduledActions ?? []).map(said);

const PROD_NOW = loadEnvironment('prod');
const SUNDAY_TO_THURSDAY = 'MON,TUE,WED,THU,SUN';
const STAGING = [
  `opens: cron(40 9 ? * ${SUNDAY_TO_THURSDAY} *) Asia/Amman, 1`,
  `closes: cron(0 16 ? * ${SUNDAY_TO_THURSDAY} *) Asia/Amman, 0`,
];

/** A change of prod's day: the time in Amman, which is three hours ahead of UTC all year. */
type Daily = [name: string, time: string, minimum: number];

/** The first business day that each of prod's holidays in 2027 takes, and the next one that it does not. */
const HOLIDAYS = [
  ['2027-03-09', '2027-03-14'],
  ['2027-05-16', '2027-05-20'],
  ['2027-05-25', '2027-05-26'],
  ['2027-06-06', '2027-06-07'],
  ['2027-08-15', '2027-08-16'],
] as const;

const inUtc = (day: string, time: string, minutes = 0): string =>
  new Date(Date.parse(`${day}T${time}:00+03:00`) + minutes * 60_000).toISOString().slice(0, 16);

/** From each holiday's end to a minute before the next one's first. */
const recurringOf = ([name, time, minimum]: Daily): string[] =>
  [null, ...HOLIDAYS].map((before, index) => {
    const next = HOLIDAYS[index];
    const [hour, minute] = time.split(':').map(Number);
    return [
      before === null ? name : `${name}-from-${before[1]}`,
      `: cron(${minute} ${hour} ? * ${SUNDAY_TO_THURSDAY} *) Asia/Amman, ${minimum}`,
      before === null ? '' : ` since ${inUtc(before[1], time)}:00Z`,
      next === undefined ? '' : ` until ${inUtc(next[0], time, -1)}:00Z`,
    ].join('');
  });

const onceAt = (name: string, day: string, time: string, minimum: number): string => {
  const at = inUtc(day, time);
  return `${name}-at-${at.replace(':', '-')}Z: at(${at}:00), ${minimum}`;
};

const PROD_WORKERS: readonly Daily[] = [
  ['opens', '08:40', 5],
  ['step-09-50', '09:50', 13],
  ['step-10-50', '10:50', 18],
  ['step-11-50', '11:50', 15],
  ['step-12-50', '12:50', 10],
  ['step-13-50', '13:50', 7],
  ['step-16-50', '16:50', 5],
];
const PROD_COPIES: readonly Daily[] = [
  ['opens', '08:40', 1],
  ['step-09-50', '09:50', 2],
  ['step-10-50', '10:50', 3],
  ['step-11-50', '11:50', 2],
  ['step-13-50', '13:50', 1],
];

/** All that prod's hours say: every week, and at both ends of each holiday. */
const prodActions = (daily: readonly Daily[]): string[] => [
  ...daily.flatMap(recurringOf),
  `closes: cron(0 18 ? * ${SUNDAY_TO_THURSDAY} *) Asia/Amman, 0`,
  ...HOLIDAYS.flatMap(([first, after]) => [
    onceAt('closes', first, '00:00', 0),
    ...daily.map(([name, time, minimum]) => onceAt(name, after, time, minimum)),
  ]),
];

describe('scheduled actions', () => {
  it.each([
    ['dev', WORKERS, [], 2],
    ['staging', WORKERS, STAGING, 2],
    ['staging', COPIES, STAGING, 1],
    ['prod', WORKERS, prodActions(PROD_WORKERS), 20],
    ['prod', COPIES, prodActions(PROD_COPIES), 4],
  ])('of %s, %s, are these and no others, below the most', (name, id, actions, most) => {
    expect(actionsOf(models(name), id)).toEqual(actions);
    expect(targetOf(models(name), id)).toMatchObject({ MinCapacity: 0, MaxCapacity: most });
  });

  it('leave the maximum alone: zero would end calls in flight', () => {
    for (const [, { Properties }] of ['dev', 'staging', 'prod'].flatMap((name) =>
      resourcesOf(models(name), TARGET),
    )) {
      const { ScheduledActions = [] } = Properties as unknown as Target;
      const sets = ScheduledActions.flatMap((one) => Object.keys(one.ScalableTargetAction));
      expect(sets.filter((what) => what !== 'MinCapacity')).toEqual([]);
    }
  });

  it.each([
    [WORKERS, PROD_NOW.transcription.workers],
    [COPIES, PROD_NOW.analysis.model?.copies],
  ])('of prod, %s, played over a year, keep the minimum that its hours ask for', (id, capacity) => {
    const schedule = scheduleOf(PROD_NOW.businessHours, capacity ?? { min: 0, max: 1 });
    expect(schedule.minimum.steps?.length).toBeGreaterThan(1);
    const { ScheduledActions = [] } = targetOf(models('prod'), id);
    // As many as a scalable target may have: the quotas of Application Auto Scaling.
    expect(ScheduledActions.length).toBeLessThanOrEqual(200);
    const year = yearOf(2027);
    const actions = {
      recurring: ScheduledActions.flatMap(recurringFrom),
      oneTime: ScheduledActions.flatMap(oneTimeFrom),
    };
    const first = minimumAt(schedule, year.from * 60_000);
    const played = playedMinimums(actions, first, 'Asia/Amman', year);
    const expected = referenceMinimums(schedule, year);
    expect(played.findIndex((minimum, at) => minimum !== expected[at])).toBe(-1);
    expect(actions.recurring.every(({ timeZone }) => timeZone === 'Asia/Amman')).toBe(true);
  });

  it('begin with the minimum of the time of the deployment', () => {
    const noon = Date.parse('2026-12-01T12:00:00+03:00');
    const { models: deployed } = synthesized(loadEnvironment('staging'), noon);
    expect(targetOf(deployed, WORKERS).MinCapacity).toBe(1);
    expect(targetOf(deployed, COPIES).MinCapacity).toBe(1);
  });
});

describe('an environment that keeps some running off hours', () => {
  const { analysis, transcription, ...prod } = loadEnvironment('prod');
  const model = analysis.model && {
    ...analysis.model,
    copies: { min: 2, minOffHours: 1, max: 4 },
  };
  const workers = { min: 3, minOffHours: 3, max: 8 };
  const template = synthesized({
    ...prod,
    transcription: { ...transcription, workers, backlogPerWorker: 9 },
    analysis: { ...analysis, model },
  }).models;

  it('lowers the minimum to them, and keeps their instances', () => {
    const said = actionsOf(template, COPIES);
    expect(said).toContain(`closes: cron(0 18 ? * ${SUNDAY_TO_THURSDAY} *) Asia/Amman, 1`);
    const config = propertiesOf(template, 'AWS::SageMaker::EndpointConfig');
    expect(config['ProductionVariants']).toMatchObject([
      { ManagedInstanceScaling: { MinInstanceCount: 1 } },
    ]);
  });

  it('has no action where nothing changes, and the backlog that it says', () => {
    expect(actionsOf(template, WORKERS)).toEqual([]);
    expect(targetOf(template, WORKERS)).toMatchObject({ MinCapacity: 3, MaxCapacity: 8 });
    expect(propertiesOf(template, POLICY, `${WORKERS}Backlog`)).toMatchObject({
      TargetTrackingScalingPolicyConfiguration: { TargetValue: 9 },
    });
  });
});
