import { CfnScalableTarget } from 'aws-cdk-lib/aws-applicationautoscaling';
import type { Construct } from 'constructs';
import {
  minimumAt,
  nativeActions,
  type OneTimeAction,
  type RecurringAction,
} from '../../core/business-hours.ts';
import { EnvironmentInvalid, scheduleOf } from '../../environments/index.ts';
import type { Capacity } from '../../environments/parts.ts';
import { stackOf } from '../sada-stack.ts';

export interface ScheduledCapacityProps {
  serviceNamespace: string;
  scalableDimension: string;
  resourceId: string;
  capacity: Capacity;
  /** When this is synthesized, in milliseconds since the epoch. */
  now: number;
}

/** Scheduled actions of a scalable target: a quota of Application Auto Scaling that cannot be raised. */
const MOST_ACTIONS = 200;

/**
 * How many run at least, by the business hours, and at most. Actions set the minimum alone: a
 * maximum of zero would end calls in flight, and nothing could wake.
 */
export class ScheduledCapacity extends CfnScalableTarget {
  constructor(scope: Construct, id: string, { capacity, now, ...target }: ScheduledCapacityProps) {
    const { name, businessHours } = stackOf(scope).config;
    const schedule = scheduleOf(businessHours, capacity);
    const { recurring, oneTime } = nativeActions(schedule, now);
    const actions = [...recurring.map(recurringAction), ...oneTime.map(oneTimeAction)];
    if (actions.length > MOST_ACTIONS) {
      throw new EnvironmentInvalid(
        name,
        'businessHours.holidays',
        businessHours.holidays.length,
        `expected fewer of them or fewer steps of the minimum: they make ${actions.length} scheduled actions, AWS takes ${MOST_ACTIONS}`,
      );
    }
    super(scope, id, {
      ...target,
      // What holds now: a deployment sets it, and the next action may be days away.
      minCapacity: minimumAt(schedule, now),
      maxCapacity: capacity.max,
      scheduledActions: actions,
    });
  }
}

const recurringAction = (action: RecurringAction): CfnScalableTarget.ScheduledActionProperty => ({
  scheduledActionName: action.name,
  schedule: cronOf(action),
  timezone: action.timeZone,
  scalableTargetAction: { minCapacity: action.minimum },
  ...(action.startAt !== undefined && { startTime: new Date(action.startAt) }),
  ...(action.endAt !== undefined && { endTime: new Date(action.endAt) }),
});

/** Without a time zone, so in UTC: an instant, where a time on the clock may be there twice. */
const oneTimeAction = (action: OneTimeAction): CfnScalableTarget.ScheduledActionProperty => ({
  scheduledActionName: action.name,
  schedule: `at(${new Date(action.at).toISOString().slice(0, 19)})`,
  scalableTargetAction: { minCapacity: action.minimum },
});

/** `cron(40 8 ? * SUN,MON *)` */
function cronOf({ weekdays, time }: RecurringAction): string {
  const [hours, minutes] = time.split(':').map(Number);
  const days = weekdays.map((weekday) => weekday.slice(0, 3).toUpperCase());
  return `cron(${minutes} ${hours} ? * ${days.join(',')} *)`;
}
