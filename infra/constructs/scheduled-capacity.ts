import { CfnScalableTarget } from 'aws-cdk-lib/aws-applicationautoscaling';
import type { Construct } from 'constructs';
import {
  minimumAt,
  nativeActions,
  type OneTimeAction,
  type RecurringAction,
} from '../../core/business-hours.ts';
import { scheduleOf } from '../../environments/index.ts';
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

/**
 * How many run at least, by the business hours, and at most. Actions set the minimum alone: a
 * maximum of zero would end calls in flight, and nothing could wake.
 */
export class ScheduledCapacity extends CfnScalableTarget {
  constructor(scope: Construct, id: string, { capacity, now, ...target }: ScheduledCapacityProps) {
    const schedule = scheduleOf(stackOf(scope).config.businessHours, capacity);
    const { recurring, oneTime } = nativeActions(schedule, now);
    super(scope, id, {
      ...target,
      // What holds now: a deployment sets it, and the next action may be days away.
      minCapacity: minimumAt(schedule, now),
      maxCapacity: capacity.max,
      scheduledActions: [...recurring.map(recurringAction), ...oneTime.map(oneTimeAction)],
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
