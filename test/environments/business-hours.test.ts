import { describe, expect, it } from 'vitest';
import {
  ENVIRONMENT_NAMES,
  loadEnvironment,
  refusePastHolidays,
} from '../../environments/index.ts';
import { parseEnvironment } from '../../environments/parse.ts';

const staging = loadEnvironment('staging');
const withHours = (hours: object): unknown => ({
  ...staging,
  businessHours: { ...staging.businessHours, ...hours },
});
const refusal = (written: unknown): string => {
  try {
    parseEnvironment('staging', written);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return 'accepted';
};

describe('business hours that cannot be', () => {
  it.each<[string, object, string]>([
    [
      'a time zone that is none',
      { timeZone: 'Asia/Ammann' },
      'timeZone is "Asia/Ammann", expected an IANA time zone such as Asia/Amman',
    ],
    ['an offset', { timeZone: '+03:00' }, 'timeZone is "+03:00", expected an IANA time zone'],
    [
      'a time zone in small letters',
      { timeZone: 'asia/amman' },
      'timeZone is "asia/amman", expected an IANA',
    ],
    [
      'a day misspelt',
      { weekdays: ['sonntag'] },
      'weekdays.0 is "sonntag", expected one of "monday"|',
    ],
    [
      'a day twice',
      { weekdays: ['sunday', 'sunday'] },
      'weekdays is ["sunday","sunday"], expected each day once',
    ],
    ['no day', { weekdays: [] }, 'weekdays is [], expected one day at least'],
    [
      'a time without its zero',
      { open: '9:00' },
      'open is "9:00", expected HH:MM from 00:00 to 23:59',
    ],
    [
      'a closing before the opening',
      { open: '18:00', close: '09:00' },
      'close is "09:00", expected a time after the opening at 18:00',
    ],
    [
      'a closing at the opening',
      { open: '09:00', close: '09:00' },
      'close is "09:00", expected a time after',
    ],
    [
      'a closing after midnight',
      { close: '24:30' },
      'close is "24:30", expected HH:MM up to 24:00',
    ],
    [
      'a pre-warm of a day',
      { prewarmMinutes: 1440 },
      'prewarmMinutes is 1440, expected a whole number from 0 to 720',
    ],
    [
      'a date that is none',
      { holidays: [{ date: '2027-02-30' }] },
      'holidays.0.date is "2027-02-30", expected a date that there is, as YYYY-MM-DD',
    ],
    [
      'a holiday without its end',
      { holidays: [{ from: '2027-03-02' }] },
      'holidays.0 is {"from":"2027-03-02"}, expected a date, or from and to, as YYYY-MM-DD',
    ],
    [
      'a holiday that ends before it begins',
      { holidays: [{ from: '2027-03-02', to: '2027-03-01' }] },
      'holidays.0 is {"from":"2027-03-02","to":"2027-03-01"}, expected from to be no later than to',
    ],
    [
      'holidays that overlap',
      {
        holidays: [
          { from: '2027-03-01', to: '2027-03-04' },
          { date: '2027-05-01' },
          { date: '2027-03-04' },
        ],
      },
      'holidays.2 is {"date":"2027-03-04"}, expected no day that holidays.0 has too',
    ],
    [
      'more days closed in a row than jobs are kept',
      { holidays: [{ from: '2027-03-01', to: '2027-03-11' }] },
      'holidays is [{"from":"2027-03-01","to":"2027-03-11"}], expected no more than 12 days closed in a row where calls wait until open, got',
    ],
  ])('are refused with field, value and what is allowed: %s', (_, hours, says) => {
    expect(refusal(withHours(hours))).toContain(`environment 'staging': businessHours.${says}`);
  });

  it.each<[string, object]>([
    ['Kolkata, by either of its names', { timeZone: 'Asia/Kolkata' }],
    ['no daylight saving', { timeZone: 'Etc/UTC' }],
    ['a day up to midnight', { close: '24:00' }],
    [
      'holidays that touch',
      { holidays: [{ date: '2027-03-01' }, { from: '2027-03-02', to: '2027-03-03' }] },
    ],
  ])('are not: %s', (_, hours) => {
    expect(refusal(withHours(hours))).toBe('accepted');
  });
});

describe('a holiday in the past', () => {
  const prod = loadEnvironment('prod');
  const at = (iso: string) => (): void => refusePastHolidays(prod, Date.parse(iso));

  it('is refused with what today is where the hours are', () => {
    expect(at('2027-01-01T21:00:00Z')).toThrow(
      `environment 'prod': businessHours.holidays.0 is {"date":"2027-01-01","name":"New Year's Day"}, expected a holiday that is not over on 2027-01-02`,
    );
  });

  it('is not one that lasts', () => {
    expect(at('2027-01-01T20:59:59Z')).not.toThrow();
  });

  it.each(ENVIRONMENT_NAMES)('is in none of %s as it was written', (name) => {
    expect(() => refusePastHolidays(loadEnvironment(name), Date.parse('2026-12-01'))).not.toThrow();
  });
});

describe('capacities that cannot be', () => {
  const workers = (capacity: object): unknown => ({
    ...staging,
    transcription: { ...staging.transcription, workers: capacity },
  });

  it.each<[string, unknown, string]>([
    [
      'more at least than at most',
      workers({ min: 3, max: 2 }),
      'transcription.workers is {"min":3,"max":2}, expected min to be no more than max',
    ],
    [
      'more off hours than in them',
      workers({ min: 1, minOffHours: 2, max: 3 }),
      'transcription.workers is {"min":1,"minOffHours":2,"max":3}, expected minOffHours to be no more than min',
    ],
    [
      'a most of none',
      workers({ min: 0, max: 0 }),
      'transcription.workers.max is 0, expected a whole number from 1 to 50',
    ],
    [
      'none in hours where calls wait for them',
      workers({ min: 0, max: 2 }),
      'transcription.workers.min is 0, expected 1 or more, as calls wait until open',
    ],
    [
      'a step that is no time',
      workers({ min: 1, minFrom: { '9:00': 2 }, max: 2 }),
      'transcription.workers.minFrom is {"9:00":2}, expected times as HH:MM from 00:00 to 23:59',
    ],
    [
      'steps out of order',
      workers({ min: 1, minFrom: { '13:00': 2, '11:00': 1 }, max: 2 }),
      'transcription.workers.minFrom is {"13:00":2,"11:00":1}, expected each time after the one before',
    ],
    [
      'a step below nothing',
      workers({ min: 1, minFrom: { '11:00': -1 }, max: 2 }),
      'transcription.workers.minFrom.11:00 is -1, expected a whole number from 0 to 50',
    ],
    [
      'a step above the most',
      workers({ min: 1, minFrom: { '11:00': 2, '13:00': 3 }, max: 2 }),
      'transcription.workers.minFrom.13:00 is 3, expected minOffHours or more and no more than max, 0 to 2',
    ],
    [
      'a step below what runs off hours',
      workers({ min: 2, minOffHours: 2, minFrom: { '11:00': 1 }, max: 2 }),
      'transcription.workers.minFrom.11:00 is 1, expected minOffHours or more and no more than max, 2 to 2',
    ],
    [
      'a step of none where calls wait until open',
      workers({ min: 1, minFrom: { '11:00': 0 }, max: 2 }),
      'transcription.workers.minFrom.11:00 is 0, expected 1 or more, as calls wait until open',
    ],
    [
      'a step at the opening',
      workers({ min: 1, minFrom: { '10:00': 2 }, max: 2 }),
      'transcription.workers.minFrom is {"10:00":2}, expected times after 10:00 and before 16:00',
    ],
    [
      'a step at the closing',
      workers({ min: 1, minFrom: { '16:00': 2 }, max: 2 }),
      'transcription.workers.minFrom is {"16:00":2}, expected times after 10:00 and before 16:00',
    ],
    [
      'a step of copies when it is closed',
      {
        ...staging,
        analysis: {
          ...staging.analysis,
          model: { ...staging.analysis.model, copies: { min: 1, minFrom: { '20:00': 1 }, max: 1 } },
        },
      },
      'analysis.model.copies.minFrom is {"20:00":1}, expected times after 10:00 and before 16:00',
    ],
    [
      "a step within the next day's pre-warm",
      {
        ...(workers({ min: 1, minFrom: { '23:50': 2 }, max: 2 }) as object),
        businessHours: { ...staging.businessHours, open: '00:00', close: '24:00' },
      },
      'transcription.workers.minFrom is {"23:50":2}, expected times after 00:00 and before 23:40',
    ],
    [
      'an unknown policy',
      { ...staging, offHours: 'sleep' },
      'offHours is "sleep", expected one of "scale-from-zero"|"wait-until-open"',
    ],
  ])('are refused with field, value and what is allowed: %s', (_, written, says) => {
    expect(refusal(written)).toContain(`environment 'staging': ${says}`);
  });

  it('are not: steps in hours, up to the most', () => {
    const minFrom = { '10:01': 2, '12:30': 1, '15:59': 2 };
    expect(refusal(workers({ min: 1, minFrom, max: 2 }))).toBe('accepted');
  });
});

describe('other fields that cannot be', () => {
  const retention = (days: object): unknown => ({
    ...staging,
    retention: { ...staging.retention, ...days },
  });
  const vpc = (subnets: unknown): unknown => ({ ...staging, vpc: { id: 'vpc-0a1b2c3d', subnets } });
  const subnet = { id: 'subnet-0a1b2c3d', zone: 'eu-central-1a' };

  it.each<[string, unknown, string]>([
    [
      'recordings that age out while calls wait',
      retention({ recordingDays: 14 }),
      'retention.recordingDays is 14, expected a whole number from 15 to 3650',
    ],
    [
      'an archive that is paid for longer than it is kept',
      retention({ recordingDays: 100, archiveRecordingsAfterDays: 30 }),
      'retention.archiveRecordingsAfterDays is 30, expected 90 days or more before recordingDays, as S3 charges so long for what is archived',
    ],
    [
      'raw transcripts kept',
      retention({ workDays: 30 }),
      'retention.workDays is 30, expected a whole number from 1 to 7',
    ],
    [
      'an address that is none',
      { ...staging, alarmEmail: 'ops' },
      'alarmEmail is "ops", expected an e-mail address',
    ],
    [
      'a budget of nothing',
      { ...staging, alarmEmail: 'ops@example.com', monthlyBudgetUsd: 0 },
      'monthlyBudgetUsd is 0, expected a whole number from 1 to 1000000',
    ],
    [
      'a budget that nobody hears of',
      { ...staging, monthlyBudgetUsd: 900 },
      'alarmEmail is missing, expected an address, which the budget needs',
    ],
    [
      'an alias for a key',
      { ...staging, dataKeyArn: 'arn:aws:kms:eu-central-1:111122223333:alias/mine' },
      'dataKeyArn is "arn:aws:kms:eu-central-1:111122223333:alias/mine", expected the ARN of a KMS key',
    ],
    [
      'a key elsewhere',
      { ...staging, dataKeyArn: 'arn:aws:kms:us-east-1:111122223333:key/1234abcd' },
      'expected a key in eu-central-1',
    ],
    ['a VPC without subnets', vpc([]), 'vpc.subnets is [], expected one subnet at least'],
    ['a subnet twice', vpc([subnet, subnet]), 'expected each subnet once'],
    [
      'a subnet without its zone',
      vpc([{ id: subnet.id }]),
      'vpc.subnets.0.zone is missing, expected an availability zone such as eu-central-1a',
    ],
  ])('are refused with field, value and what is allowed: %s', (_, written, says) => {
    expect(refusal(written)).toContain("environment 'staging': ");
    expect(refusal(written)).toContain(says);
  });
});
