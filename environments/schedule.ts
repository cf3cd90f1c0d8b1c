import type { BusinessHours, Schedule } from '../core/business-hours.ts';
import type { Capacity } from './parts.ts';

/** How many of something run at least, at each time. */
export const scheduleOf = (
  hours: BusinessHours,
  { min, minFrom = {}, minOffHours = 0 }: Capacity,
): Schedule => ({
  hours,
  minimum: {
    inHours: min,
    offHours: minOffHours,
    steps: Object.entries(minFrom).map(([time, minimum]) => ({ time, minimum })),
  },
});
