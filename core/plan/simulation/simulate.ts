import { seeded } from '../../seeded-random.ts';
import { EventQueue } from './event-queue.ts';
import { Fleet } from './fleet.ts';
import type { Job } from './machine.ts';
import { observe, type Observation } from './observe.ts';
import { Parked } from './parked.ts';
import type { FleetRules } from './rules.ts';
import { Scaling } from './scaling.ts';

/** A recording that arrives. Times are seconds since the week began. */
export interface ArrivingCall {
  readonly at: number;
  /** What a Whisper worker takes for it. */
  readonly hearingSeconds: number;
  /** What a JAIS copy at its full speed takes for it. */
  readonly readingSeconds: number;
}

export interface PipelineRules {
  readonly workers: FleetRules;
  readonly copies: FleetRules;
  /** The handlers before, between and after the two. */
  readonly handlers: { admit: number; refine: number; announce: number };
  /** How often a call asks again while the model has no copy. */
  readonly retrySeconds: number;
}

export interface SimulationOptions {
  readonly calls: readonly ArrivingCall[];
  readonly rules: PipelineRules;
  readonly seed: number;
  /** For how long machines are paid; calls that still wait then are followed to their end. */
  readonly horizonSeconds: number;
}

export interface Simulation {
  /** From arrival to event, one for each call, in seconds. */
  readonly insightSeconds: Float64Array;
  /** Waits for a Whisper worker's slot, the same. */
  readonly hearingWaits: Float64Array;
  readonly hours: { workers: { onDemand: number; spot: number }; copies: number };
  /** That handlers waited for an answer of the model, all calls together, in seconds. */
  readonly analysisSeconds: number;
  readonly interruptions: number;
  readonly observations: readonly Observation[];
}

/** Calls that have not come out so long after the week never will: nothing is there for them. */
const NEVER_SECONDS = 14 * 24 * 3600;

/**
 * Discrete-event simulation of recordings on their way through Whisper workers and JAIS copies.
 * The same options give the same result.
 */
export function simulate({ calls, rules, seed, horizonSeconds }: SimulationOptions): Simulation {
  const events = new EventQueue();
  const random = seeded(seed);
  const workers = new Fleet(events, rules.workers, random);
  const copies = new Fleet(events, rules.copies, random);
  const workerScaling = new Scaling(events, workers, rules.workers);
  const copyScaling = new Scaling(events, copies, rules.copies);
  const parked = new Parked(events, copies, rules.retrySeconds);

  const insightSeconds = new Float64Array(calls.length).fill(Infinity);
  const hearingWaits = new Float64Array(calls.length);
  let unfinished = calls.length;
  let analysisSeconds = 0;

  const arrive = (index: number): void => {
    const call = calls[index];
    if (call === undefined) return;
    events.at(call.at + rules.handlers.admit, () => {
      arrive(index + 1);
      hear(index, call);
    });
  };

  const hear = (index: number, call: ArrivingCall): void => {
    const since = events.now;
    workers.offer({
      seconds: call.hearingSeconds,
      begun: () => (hearingWaits[index] = events.now - since),
      done: () => events.after(rules.handlers.refine, () => read(index, call)),
    });
    if (workers.desired === 0) workerScaling.wake();
  };

  const read = (index: number, call: ArrivingCall): void => {
    let since = events.now;
    const job: Job = {
      seconds: call.readingSeconds,
      offered: () => (since = events.now),
      done: () => {
        analysisSeconds += events.now - since;
        insightSeconds[index] = events.now + rules.handlers.announce - call.at;
        unfinished -= 1;
      },
    };
    if (copies.ready > 0) return copies.offer(job);
    parked.add(job);
    copyScaling.wake();
  };

  const observations = observe(events, { workers, copies, parked }, horizonSeconds);
  arrive(0);
  let hours: Simulation['hours'] | undefined;
  events.at(horizonSeconds, () => {
    hours = { workers: workers.hours(), copies: copies.hours().onDemand };
  });
  events.run(
    () =>
      (unfinished > 0 && events.now < horizonSeconds + NEVER_SECONDS) ||
      events.now < horizonSeconds ||
      hours === undefined,
  );
  return {
    insightSeconds,
    hearingWaits,
    hours: hours ?? { workers: workers.hours(), copies: copies.hours().onDemand },
    analysisSeconds,
    interruptions: workers.interruptions,
    observations,
  };
}
