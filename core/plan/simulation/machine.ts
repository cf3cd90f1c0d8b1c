/** Work for one machine. */
export interface Job {
  /** What it takes of a whole machine. */
  readonly seconds: number;
  readonly done: () => void;
  /** Called when it joins the queue. */
  readonly offered?: () => void;
  /** Called each time that a machine begins with it. */
  readonly begun?: () => void;
}

export type MachineKind = 'onDemand' | 'spot';

/**
 * One GPU, whose jobs share it evenly: with `n` of them it works at `speedAt(n)` of its full speed.
 * Progress is counted in the seconds that each of its jobs has had, so that a change of company
 * changes no job's own mark.
 */
export class Machine {
  readonly kind: MachineKind;
  /** `filling`: asked for, not there yet, not paid. `idle`: empty, paid until it is released. */
  state: 'filling' | 'starting' | 'ready' | 'draining' | 'idle' | 'gone' = 'filling';
  paidFrom = 0;
  /** Counts decisions about it: what an older one had scheduled no longer counts. */
  turn = 0;
  /** The same for its jobs. */
  beat = 0;
  readonly #speedAt: (jobs: number) => number;
  readonly #ends = new Map<Job, number>();
  #had = 0;
  #since = 0;

  constructor(kind: MachineKind, speedAt: (jobs: number) => number) {
    this.kind = kind;
    this.#speedAt = speedAt;
  }

  get busy(): number {
    return this.#ends.size;
  }

  get isComing(): boolean {
    return this.state === 'filling' || this.state === 'starting';
  }

  begin(job: Job, now: number): void {
    this.#advance(now);
    this.#ends.set(job, this.#had + job.seconds);
  }

  end(job: Job, now: number): void {
    this.#advance(now);
    this.#ends.delete(job);
  }

  /** What it was at, in the order in which it began, none of it done. */
  giveBack(): Job[] {
    const jobs = [...this.#ends.keys()];
    this.#ends.clear();
    return jobs;
  }

  /** The job that ends first if nothing changes, and when. */
  next(now: number): { job: Job; at: number } | null {
    this.#advance(now);
    let first: [Job, number] | undefined;
    for (const entry of this.#ends) if (first === undefined || entry[1] < first[1]) first = entry;
    if (first === undefined) return null;
    return { job: first[0], at: now + Math.max(0, first[1] - this.#had) / this.#share };
  }

  /** Of the whole machine, for each job. */
  get #share(): number {
    return this.#speedAt(this.busy) / this.busy;
  }

  #advance(now: number): void {
    if (this.busy > 0) this.#had += (now - this.#since) * this.#share;
    this.#since = now;
  }
}
