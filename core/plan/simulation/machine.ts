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
  /** A few at most, so that a list is quicker than a map. */
  #underWay: { job: Job; end: number }[] = [];
  #had = 0;
  #since = 0;

  constructor(kind: MachineKind, speedAt: (jobs: number) => number) {
    this.kind = kind;
    this.#speedAt = speedAt;
  }

  get busy(): number {
    return this.#underWay.length;
  }

  get isComing(): boolean {
    return this.state === 'filling' || this.state === 'starting';
  }

  begin(job: Job, now: number): void {
    this.#advance(now);
    this.#underWay.push({ job, end: this.#had + job.seconds });
  }

  end(job: Job, now: number): void {
    this.#advance(now);
    this.#underWay.splice(
      this.#underWay.findIndex((one) => one.job === job),
      1,
    );
  }

  /** What it was at, in the order in which it began, none of it done. */
  giveBack(): Job[] {
    const jobs = this.#underWay.map(({ job }) => job);
    this.#underWay = [];
    return jobs;
  }

  /** The job that ends first if nothing changes, and when. */
  next(now: number): { job: Job; at: number } | null {
    this.#advance(now);
    let first = this.#underWay[0];
    if (first === undefined) return null;
    for (const one of this.#underWay) if (one.end < first.end) first = one;
    return { job: first.job, at: now + Math.max(0, first.end - this.#had) / this.#share };
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
