import { type OneTimeAction, type RecurringAction, WEEKDAYS } from '../../core/business-hours.ts';

/** A scheduled action as a template has it. */
export interface ScheduledAction {
  ScheduledActionName: string;
  Schedule: string;
  Timezone?: string;
  StartTime?: string;
  EndTime?: string;
  ScalableTargetAction: { MinCapacity: number };
}

/** One line of all that an action says. */
export const said = (action: ScheduledAction): string =>
  [
    `${action.ScheduledActionName}: ${action.Schedule}`,
    ...(action.Timezone === undefined ? [] : [` ${action.Timezone}`]),
    `, ${action.ScalableTargetAction.MinCapacity}`,
    ...(action.StartTime === undefined ? [] : [` since ${action.StartTime}`]),
    ...(action.EndTime === undefined ? [] : [` until ${action.EndTime}`]),
  ].join('');

/** What a cron expression means; nothing for other schedules. */
export function recurringFrom(action: ScheduledAction): RecurringAction[] {
  const [, minutes, hours, days] =
    /^cron\((\d+) (\d+) \? \* (\S+) \*\)$/.exec(action.Schedule) ?? [];
  if (minutes === undefined || hours === undefined || days === undefined) return [];
  return [
    {
      name: action.ScheduledActionName,
      timeZone: action.Timezone ?? 'UTC',
      weekdays: WEEKDAYS.filter((day) => days.includes(day.slice(0, 3).toUpperCase())),
      time: `${hours.padStart(2, '0')}:${minutes.padStart(2, '0')}`,
      minimum: action.ScalableTargetAction.MinCapacity,
      ...(action.StartTime !== undefined && { startAt: Date.parse(action.StartTime) }),
      ...(action.EndTime !== undefined && { endAt: Date.parse(action.EndTime) }),
    },
  ];
}

/** What an at expression in UTC means; nothing for other schedules. */
export function oneTimeFrom(action: ScheduledAction): OneTimeAction[] {
  const [, at] = /^at\((\S+)\)$/.exec(action.Schedule) ?? [];
  if (at === undefined) return [];
  return [
    {
      name: action.ScheduledActionName,
      at: Date.parse(`${at}Z`),
      minimum: action.ScalableTargetAction.MinCapacity,
    },
  ];
}
