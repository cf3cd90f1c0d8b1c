import type { EventQueue } from './event-queue.ts';
import { JobQueue } from './job-queue.ts';
import type { Job, Machine, MachineKind } from './machine.ts';
import { Machines } from './machines.ts';
import type { FleetRules } from './rules.ts';

/** Machines that take jobs from one queue, in the order in which they came. */
export class Fleet {
  readonly #events: EventQueue;
  readonly #rules: FleetRules;
  readonly #waiting = new JobQueue<Job>();
  readonly #machines: Machines;
  /** Those that take jobs. */
  #ready: Machine[] = [];
  #desired: number;
  #busy = 0;
  #onReady: () => void = () => undefined;

  constructor(events: EventQueue, rules: FleetRules, random: () => number) {
    this.#events = events;
    this.#rules = rules;
    this.#machines = new Machines(events, rules, random, {
      opened: () => this.#open(),
      interrupted: (machine) => this.#takeBack(machine),
    });
    this.#desired = rules.minimumAt(0);
    for (let at = 0; at < this.#desired; at++) this.#machines.open();
  }

  get ready(): number {
    return this.#ready.length;
  }

  get desired(): number {
    return this.#desired;
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  get busy(): number {
    return this.#busy;
  }

  /** Machines that are paid for. */
  get paid(): number {
    return this.#machines.paid;
  }

  get interruptions(): number {
    return this.#machines.interruptions;
  }

  /** Hours paid for by now. */
  hours(): Record<MachineKind, number> {
    return this.#machines.hours();
  }

  onReady(action: () => void): void {
    this.#onReady = action;
  }

  offer(job: Job): void {
    job.offered?.();
    this.#waiting.push(job);
    this.#dispatch();
  }

  /** Starts machines, or lets the least busy go when they have done what they are at. */
  setDesired(wanted: number): void {
    const before = this.#desired;
    this.#desired = Math.min(wanted, this.#rules.most);
    for (let more = before; more < this.#desired; more++) this.#machines.add();
    for (let less = before; less > this.#desired; less--) this.#machines.remove();
    this.#ready = this.#machines.ready;
  }

  #open(): void {
    this.#ready = this.#machines.ready;
    this.#onReady();
    this.#dispatch();
  }

  /** What an interrupted machine was at is begun again, before all others. */
  #takeBack(machine: Machine): void {
    const jobs = machine.giveBack();
    machine.beat += 1;
    this.#busy -= jobs.length;
    this.#waiting.giveBack(jobs);
    this.#ready = this.#machines.ready;
    this.#dispatch();
  }

  #dispatch(): void {
    while (this.#waiting.length > 0) {
      const machine = leastBusy(this.#ready, this.#rules.slots);
      if (machine === undefined) return;
      this.#take(machine);
    }
  }

  #take(machine: Machine): void {
    const job = this.#waiting.take();
    if (job === undefined) return;
    machine.begin(job, this.#events.now);
    this.#busy += 1;
    job.begun?.();
    this.#awaitNext(machine);
  }

  #awaitNext(machine: Machine): void {
    const beat = ++machine.beat;
    const next = machine.next(this.#events.now);
    if (next === null) return;
    this.#events.at(next.at, () => {
      if (machine.beat === beat) this.#finish(machine, next.job);
    });
  }

  #finish(machine: Machine, job: Job): void {
    machine.end(job, this.#events.now);
    this.#busy -= 1;
    if (machine.state === 'ready' && this.#waiting.length > 0) this.#take(machine);
    else this.#awaitNext(machine);
    this.#machines.restIfDrained(machine);
    job.done();
  }
}

/** With a slot to spare, else none. */
function leastBusy(machines: readonly Machine[], slots: number): Machine | undefined {
  let found: Machine | undefined;
  for (const machine of machines) {
    if (machine.busy < (found?.busy ?? slots)) found = machine;
  }
  return found;
}
