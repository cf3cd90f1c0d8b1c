import type { FleetRules } from '../../../../core/plan/simulation/rules.ts';

/** A fleet of so many machines, always. */
export const fixedFleet = (machines: number, changed: Partial<FleetRules> = {}): FleetRules => ({
  slots: 1,
  speedAt: () => 1,
  minimumAt: () => machines,
  most: machines,
  tracking: null,
  wakeAfterSeconds: 60,
  wakes: true,
  fillSeconds: 0,
  startSeconds: 0,
  releaseSeconds: 0,
  onDemandBase: machines,
  interruptionsPerSpotHour: 0,
  ...changed,
});
