import type { EventQueue } from './event-queue.ts';
import { Machine, type MachineKind } from './machine.ts';
import type { FleetRules } from './rules.ts';

const HOUR = 3600;

/** What the machines' owner hears of them. */
export interface Listener {
  opened(machine: Machine): void;
  /** Spot takes it back; it is gone after this. */
  interrupted(machine: Machine): void;
}

/** Machines as they are asked for, come, rest and go, and what is paid for them. */
export class Machines {
  readonly #events: EventQueue;
  readonly #rules: FleetRules;
  readonly #random: () => number;
  readonly #listener: Listener;
  readonly #paidSeconds = { onDemand: 0, spot: 0 };
  #all: Machine[] = [];
  #interruptions = 0;

  constructor(events: EventQueue, rules: FleetRules, random: () => number, listener: Listener) {
    this.#events = events;
    this.#rules = rules;
    this.#random = random;
    this.#listener = listener;
  }

  get ready(): Machine[] {
    return this.#all.filter(({ state }) => state === 'ready');
  }

  get interruptions(): number {
    return this.#interruptions;
  }

  /** How many are paid for now. */
  get paid(): number {
    return this.#all.filter(({ state }) => state !== 'filling').length;
  }

  /** Hours paid for by now. */
  hours(): Record<MachineKind, number> {
    const seconds = { ...this.#paidSeconds };
    for (const { kind, state, paidFrom } of this.#all) {
      if (state !== 'filling') seconds[kind] += this.#events.now - paidFrom;
    }
    return { onDemand: seconds.onDemand / HOUR, spot: seconds.spot / HOUR };
  }

  /** One that has been there all along. */
  open(): void {
    const machine = this.#made();
    this.#isThere(machine);
    this.#opens(machine);
  }

  /** One that rests, else a new one. */
  add(): void {
    const idle = this.#all.find(({ state }) => state === 'idle');
    if (idle !== undefined) return this.#starts(idle);
    const machine = this.#made();
    this.#later(machine, this.#rules.fillSeconds, () => {
      this.#isThere(machine);
      this.#starts(machine);
    });
  }

  /** What is not up yet goes first, then what has least to do; Spot before what is on demand. */
  remove(): void {
    const machine = this.#all.findLast(({ isComing }) => isComing) ?? leastBusy(this.ready);
    if (machine === undefined) return;
    if (machine.state === 'filling') return this.#forget(machine);
    machine.turn += 1;
    machine.state = 'draining';
    this.restIfDrained(machine);
  }

  /** To be called when a machine has done a job. */
  restIfDrained(machine: Machine): void {
    if (machine.state !== 'draining' || machine.busy > 0) return;
    machine.state = 'idle';
    this.#later(machine, this.#rules.releaseSeconds, () => this.#release(machine));
  }

  #made(): Machine {
    const kept = this.#all.filter(({ kind }) => kind === 'onDemand').length;
    const kind = kept < this.#rules.onDemandBase ? 'onDemand' : 'spot';
    const machine = new Machine(kind, this.#rules.speedAt);
    this.#all.push(machine);
    return machine;
  }

  #isThere(machine: Machine): void {
    machine.paidFrom = this.#events.now;
    const rate = this.#rules.interruptionsPerSpotHour;
    if (machine.kind !== 'spot' || rate === 0) return;
    const hours = -Math.log(1 - this.#random()) / rate;
    this.#events.after(hours * HOUR, () => this.#interrupt(machine));
  }

  #starts(machine: Machine): void {
    machine.state = 'starting';
    this.#later(machine, this.#rules.startSeconds, () => this.#opens(machine));
  }

  #opens(machine: Machine): void {
    machine.state = 'ready';
    this.#listener.opened(machine);
  }

  #interrupt(machine: Machine): void {
    if (machine.state === 'gone') return;
    const isMissed = machine.state === 'ready' || machine.state === 'starting';
    this.#interruptions += 1;
    this.#release(machine);
    this.#listener.interrupted(machine);
    if (isMissed) this.add();
  }

  #release(machine: Machine): void {
    this.#paidSeconds[machine.kind] += this.#events.now - machine.paidFrom;
    this.#forget(machine);
  }

  #forget(machine: Machine): void {
    machine.turn += 1;
    machine.state = 'gone';
    this.#all = this.#all.filter((other) => other !== machine);
  }

  /** Runs unless something else is decided about the machine before. */
  #later(machine: Machine, seconds: number, action: () => void): void {
    const turn = ++machine.turn;
    this.#events.after(seconds, () => {
      if (machine.turn === turn) action();
    });
  }
}

/** Far more than any machine has jobs. */
const KEEP = 1000;

function leastBusy(machines: readonly Machine[]): Machine | undefined {
  return machines.toSorted((one, other) => lossOf(one) - lossOf(other))[0];
}

const lossOf = ({ kind, busy }: Machine): number => busy + (kind === 'onDemand' ? KEEP : 0);
